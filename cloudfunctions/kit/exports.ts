import type { Instant } from '@/types/shared/day'
import { cloud, command } from './cloud'
import type { CentreCollection, Stored } from './collection'
import { fail, found } from './failure'
import { addressOf, removeFiles } from './files'
import type { Job } from './jobs'

/** What the function `exports` can make. */
export const exportKinds = ['settlement', 'printout', 'volunteerRecords', 'surveyResults'] as const
export type ExportKind = (typeof exportKinds)[number]

/** A file that somebody asked for, and the file itself once it is made. */
export interface Wish extends Stored {
  file: string | null
  removeAt: Instant
}

const daySeconds = 24 * 3600

/** How long a made file is kept, and its address good. */
export const removedAt = (at: Instant): Instant => at + daySeconds * 1000

/**
 * Has a file made that was wished for, once, and answers where it is. What writes such files starts slowly, so a function
 * of its own does it: it is told nothing but where the wish is written down, and answers nothing. A phone that calls it
 * learns nothing.
 */
export const madeFile = async <T extends Wish>(
  store: CentreCollection<T>,
  kind: ExportKind,
  wish: T,
): Promise<string> => {
  const { _id, centre } = wish
  await store.insert(wish)
  const made = async () => found(await store.get(_id)).file
  let file = await made()
  if (file === null) {
    await cloud.callFunction({ name: 'exports', data: { centre, kind, wish: _id } })
    file = await made()
  }
  return (file && (await addressOf(file, daySeconds))) ?? fail('TryAgain')
}

const batch = 20

/** The job that removes made files, and the wishes for them, when their day is over. */
export const removeMade =
  <T extends Wish>(of: (centre: string) => CentreCollection<T>): Job['run'] =>
  async ({ centre, at }) => {
    const store = of(centre)
    const old = await store.find({ where: { removeAt: command.lte(at) }, limit: batch })
    await removeFiles(old.flatMap(({ file }) => file ?? []))
    for (const { _id } of old) await store.remove(_id)
    return { handled: old.length, cursor: old.length === batch ? 'more' : null }
  }
