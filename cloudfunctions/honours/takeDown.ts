import { dayOf } from '@/types/shared/day'
import { repeat } from '../kit/attempts'
import { removeFiles } from '../kit/files'
import type { Job } from '../kit/jobs'
import { isNamed, namedToday } from './named'
import { honourEntries, type HonourDoc } from './store'

const batch = 50

/** Nobody sees what was written of who takes the consent back; that night it is gone, with its picture. */
export const takeDown: Job['run'] = async ({ centre, at, cursor }) => {
  const { documents, next } = await honourEntries
    .of(centre)
    .page({ where: {}, by: ['_id', 'asc'], after: cursor ?? undefined, limit: batch })
  const named = await namedToday(
    centre,
    documents.map(({ person }) => person),
    dayOf(at),
  )
  const gone = documents.filter((entry) => !isNamed(named, entry))
  for (const entry of gone) await removeEntry(entry)
  return { handled: gone.length, cursor: next }
}

/** Takes what the wall says of somebody away, with the picture. */
export const removeEntry = async ({ _id, centre, photo }: HonourDoc): Promise<void> => {
  if (photo !== null) await removeFiles([photo])
  await repeat(() => honourEntries.of(centre).remove(_id))
}
