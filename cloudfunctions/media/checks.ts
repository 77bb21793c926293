import {
  decideAsked,
  decideByEye,
  decideHeld,
  isGivenUp,
  type MediaState,
} from '@/domain/media/check'
import type { Instant } from '@/types/shared/day'
import { again, decide, repeat } from '../kit/attempts'
import { cloud, command } from '../kit/cloud'
import { addressOf } from '../kit/files'
import { faultOf, log } from '../kit/log'
import type { Projection } from '../kit/collection'
import { take } from '../kit/step'
import { mediaCheckId, mediaChecks, type MediaCheckDoc } from './store'

interface Asking {
  record: string
  files: readonly string[]
  openid: string
  at: Instant
}

/** Sounds are of another kind than pictures, and told apart by how they end. */
const kindOf = (file: string): 1 | 2 => (/\.(?:mp3|m4a|aac|wav)$/.test(file) ? 1 : 2)

/**
 * Asks WeChat about files of a record that it was not asked about before: it answers the function `media` later. Asked
 * again for the same files, nothing happens; when WeChat takes no question, the job asks again.
 */
export const askAbout = async (
  centre: string,
  { record, files, openid, at }: Asking,
): Promise<void> => {
  if (files.length === 0) return
  await mediaChecks.of(centre).insertAll(
    files.map((file) => ({
      _id: mediaCheckId(centre, record, file),
      centre,
      v: 1,
      ...{ record, file, openid, at, by: null },
      ...{ state: 'waiting', trace: null, asked: 0, due: at },
    })),
  )
  for (const check of await allOf(centre, record))
    if (check.asked === 0 && check.state === 'waiting') await ask(check, at)
}

/** A request answers so many at most; some records have more. */
const atOnce = 1000

const allOf = async (
  centre: string,
  record: string,
  fields?: Projection,
): Promise<MediaCheckDoc[]> => {
  const all: MediaCheckDoc[] = []
  let after: string | undefined
  do {
    const { documents, next } = await mediaChecks.of(centre).page({
      where: { record },
      by: ['_id', 'asc'],
      after,
      limit: atOnce - 1,
      ...(fields && { fields }),
    })
    all.push(...documents)
    after = next ?? undefined
  } while (after !== undefined)
  return all
}

/** Asks about one file, or gives it to staff when that was in vain too often. */
export const ask = async (check: MediaCheckDoc, at: Instant): Promise<void> => {
  const { _id, centre, file, openid } = check
  if (isGivenUp(check)) {
    await take(mediaChecks.of(centre), _id, decideHeld(check))
    return
  }
  const trace = await question(file, openid)
  await take(mediaChecks.of(centre), _id, decideAsked(check, trace, at))
}

/** The name of the question, or null where WeChat took none. */
const question = async (file: string, openid: string): Promise<string | null> => {
  const url = await addressOf(file)
  if (url === null) return null
  try {
    const answer = (await cloud.openapi.security.mediaCheckAsync({
      ...{ mediaUrl: url, mediaType: kindOf(file), version: 2, scene: 2, openid },
    } as never)) as unknown as { traceId: string }
    return answer.traceId
  } catch (error) {
    log({
      level: 'warn',
      requestId: file.slice(-40),
      module: 'media',
      procedure: 'ask',
      fault: faultOf(error),
    })
    return null
  }
}

/** What is known of the files of a record, by file; one that is not in it is waiting. */
export const checksOf = async (
  centre: string,
  record: string,
): Promise<ReadonlyMap<string, MediaState>> => {
  const checks = await allOf(centre, record, { file: true, state: true })
  return new Map(checks.map(({ file, state }) => [file, state]))
}

/** The files of a record that anybody may see. */
export const passedOf = (
  files: readonly string[],
  checks: ReadonlyMap<string, MediaState>,
): string[] => files.filter((file) => checks.get(file) === 'passed')

interface Copying {
  from: string
  to: string
  /** The copies, by the files they are of. */
  copies: ReadonlyMap<string, string>
}

/** What was said of files holds for copies of them in another record too: nobody is asked again. */
export const copyChecks = async (centre: string, { from, to, copies }: Copying): Promise<void> => {
  const known = await allOf(centre, from)
  await mediaChecks.of(centre).insertAll(
    known.flatMap((check) => {
      const file = copies.get(check.file)
      return file === undefined || check.state === 'waiting'
        ? []
        : [{ ...check, _id: mediaCheckId(centre, to, file), record: to, file }]
    }),
  )
}

interface ByEye {
  record: string
  file: string
  through: boolean
  by: string
}

/** Staff say of a file that WeChat could not judge whether others may see it. False when that was not theirs to say. */
export const settleByEye = (
  centre: string,
  { record, file, through, by }: ByEye,
): Promise<boolean> =>
  decide(async () => {
    const id = mediaCheckId(centre, record, file)
    const check = await mediaChecks.of(centre).get(id)
    const wanted = through ? 'passed' : 'refused'
    if (!check) return false
    if (check.by === by && check.state === wanted) return true
    const step = decideByEye(check, through, by)
    if (!step) return false
    return (await take(mediaChecks.of(centre), id, step)) || again
  })

/** Forgets what was known of the files of a record that goes. */
export const forgetChecks = async (centre: string, record: string): Promise<void> => {
  await mediaChecks.of(centre).removeAll({ record })
}

/** Forgets files of a record that stays, and who sent its others. */
export const forgetFiles = async (
  centre: string,
  record: string,
  files: readonly string[],
): Promise<void> => {
  await repeat(() => mediaChecks.of(centre).removeAll({ record, file: command.in([...files]) }))
  await repeat(() => mediaChecks.of(centre).changeAll({ record }, { openid: '' }))
}

interface ByStaff extends Asking {
  by: string
}

/** Staff send files of their own to a record and answer for them: others see them at once. */
export const passByStaff = async (
  centre: string,
  { record, files, openid, by, at }: ByStaff,
): Promise<void> => {
  await mediaChecks.of(centre).insertAll(
    files.map((file) => ({
      _id: mediaCheckId(centre, record, file),
      centre,
      v: 1,
      ...{ record, file, openid, at, by },
      ...{ state: 'passed', trace: null, asked: 0, due: null },
    })),
  )
}
