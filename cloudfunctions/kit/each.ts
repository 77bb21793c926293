import type { Collection, Projection, Stored } from './collection'
import { cursorAfter } from './cursor'
import type { JobRun } from './jobs'
import { faultOf, log } from './log'
import type { Fields } from './query'

interface Which {
  where: Fields
  fields?: Projection
}

/**
 * One step of a job that does one thing for each document that fits, a page at a time in the order of ids. One that
 * fails is logged and left to the next run. `name` is `<module>.<word>`.
 */
export const forEachDocument = async <T extends Stored>(
  name: string,
  of: Collection<T>,
  { centre, cursor, timeLeft }: JobRun,
  { where, fields }: Which,
  act: (document: T) => Promise<unknown>,
): Promise<{ handled: number; cursor: string | null }> => {
  const [module = '', procedure = ''] = name.split('.')
  const { documents, next } = await of.of(centre).page({
    where,
    by: ['_id', 'asc'],
    after: cursor ?? undefined,
    ...(fields && { fields }),
  })
  let handled = 0
  let before = cursor
  for (const document of documents) {
    if (timeLeft() <= 0) return { handled, cursor: before }
    try {
      await act(document)
      handled++
    } catch (error) {
      log({ level: 'error', requestId: document._id, module, procedure, fault: faultOf(error) })
    }
    before = cursorAfter(document, '_id')
  }
  return { handled, cursor: next }
}
