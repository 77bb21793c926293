import type { MediaState } from '@/domain/media/check'
import type { VoicePhoto } from '@/types/proposals'
import type { Instant } from '@/types/shared/day'
import type { Stored } from '../kit/collection'
import { fail } from '../kit/failure'
import { addressesOf } from '../kit/files'
import { takeUploads } from '../kit/uploads'
import { mediaCheckId } from '../media/store'
import { proposals, wishes } from './store'

type Checks = ReadonlyMap<string, MediaState>

/** Pictures a phone can load: all of them for who sent them and for staff, else those that passed. */
export const picturesOf = async (
  { centre, _id }: Pick<Stored, 'centre' | '_id'>,
  files: readonly string[],
  checks: Checks,
  all: boolean,
): Promise<VoicePhoto[]> => {
  const state = (file: string) => checks.get(file) ?? 'waiting'
  const seen = files.filter((file) => all || state(file) === 'passed')
  if (seen.length === 0) return []
  const addresses = await addressesOf(seen)
  return seen.flatMap((file) => {
    const url = addresses.get(file)
    return url === undefined
      ? []
      : [{ id: mediaCheckId(centre, _id, file), url, check: state(file) }]
  })
}

/** Nothing is published while a picture of it is not judged. */
export const refusePending = (files: readonly string[], checks: Checks): void => {
  const judged = (file: string) => ['passed', 'refused'].includes(checks.get(file) ?? 'waiting')
  if (!files.every(judged)) fail('PhotosPending')
}

/** Takes what somebody sent with a wish or a proposal; the record's own copies. */
export const takePictures = async (
  who: { centre: string; person: string; at: Instant },
  record: string,
  files: readonly string[],
): Promise<string[]> => {
  const copies = await takeUploads(
    who,
    record,
    files.map((file) => ({ file, purpose: 'proposalPhoto', field: 'photos' })),
  )
  return files.flatMap((file) => copies.get(file) ?? [])
}

/** The pictures a wish or a proposal has. */
export const proposalPhotos = async (
  centre: string,
  record: string,
): Promise<readonly string[]> => {
  const [wish, proposal] = await Promise.all([
    wishes.of(centre).get(record, { photos: true, notePhotos: true }),
    proposals.of(centre).get(record, { photos: true }),
  ])
  return [...(wish?.photos ?? []), ...(wish?.notePhotos ?? []), ...(proposal?.photos ?? [])]
}

/** The pictures of signed forms that a proposal's co-signatures have. */
export const coSignForms = async (centre: string, record: string): Promise<readonly string[]> => {
  const known = await proposals.of(centre).get(record, { claims: true })
  return Object.values(known?.claims ?? {}).flatMap(({ form }) => form ?? [])
}
