import { activities, type ActivityDraft } from '@/types/activities'
import type { Instant } from '@/types/shared/day'
import { holds, type Passport } from '../kit/passport'
import { copyFiles, recordOf, refuseFile, takeUploads, type NamedFile } from '../kit/uploads'
import { activityRecords, places } from './store'

/** The files of a draft. */
export const filesOf = ({ photo, attachments }: ActivityDraft): string[] =>
  namedIn({ photo, attachments }).map(({ file }) => file)

/** The files of a draft, each with the field it stands in. */
const namedIn = ({
  photo,
  attachments,
}: Pick<ActivityDraft, 'photo' | 'attachments'>): NamedFile[] => [
  ...(photo === null ? [] : [{ file: photo, purpose: 'activityPhoto' as const, field: 'photo' }]),
  ...attachments.map(({ file, name }) => ({
    file,
    name,
    purpose: 'activityAttachment' as const,
    field: 'attachments',
  })),
]

/** The files an activity has, an edit that is still being written among them. */
export const filesHeld = async (centre: string, activity: string): Promise<string[]> => {
  const [place, record] = await Promise.all([
    places.of(centre).get(activity, { edited: true }),
    activityRecords.of(centre).get(activity, { draft: true }),
  ])
  return [record?.draft, place?.edited?.draft].flatMap((draft) => (draft ? filesOf(draft) : []))
}

interface Publishing {
  centre: string
  caller: Passport
  at: Instant
}

/**
 * The draft with files of the activity's own: those it `has` stay, uploads are taken, and what belongs to another
 * activity, of which this is a copy, is copied. Fails with the file that cannot be had.
 */
export const withOwnFiles = async (
  { centre, caller, at }: Publishing,
  activity: string,
  draft: ActivityDraft,
  has: readonly string[],
): Promise<ActivityDraft> => {
  const wanted = namedIn(draft).filter(({ file }) => !has.includes(file))
  const lent = wanted.filter(({ file }) => recordOf(file) !== null)
  const sent = wanted.filter(({ file }) => recordOf(file) === null)
  const lenders = new Set(lent.flatMap(({ file }) => recordOf(file) ?? []))
  const lendable = new Set<string>()
  for (const lender of lenders) {
    const record = await activityRecords.of(centre).get(lender, { draft: true, path: true })
    if (lender !== activity && record && holds(caller, publishers, record.path, at))
      filesOf(record.draft).forEach((file) => lendable.add(file))
  }
  for (const named of lent) if (!lendable.has(named.file)) refuseFile(named, 'FileMissing')

  const taken = await takeUploads({ centre, person: caller.person.id, at }, activity, sent)
  const copied = await copyFiles(activity, lent)
  const own = (file: string): string => taken.get(file) ?? copied.get(file) ?? file
  return {
    ...draft,
    photo: draft.photo === null ? null : own(draft.photo),
    attachments: draft.attachments.map(({ name, file }) => ({ name, file: own(file) })),
  }
}

const { roles: publishers } = activities.procedures.publish.may
