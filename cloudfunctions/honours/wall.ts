import { dayOf, type Day } from '@/types/shared/day'
import { command } from '../kit/cloud'
import type { Facts } from '../kit/passport'
import { idsOf } from '../kit/subject'
import { namedToday } from './named'
import { honourEntries, honourId, thanksNotes } from './store'

/** What stands below one person. */
const mostLines = 3

/** Entries shown at once: each comes with its lines of thanks, which are a request of their own. */
export const entriesAtOnce = 10

/** The lines of thanks that stand below somebody, newest first. */
export const linesBelow = async (
  centre: string,
  person: Facts,
): Promise<{ id: string; words: string; on: Day }[]> => {
  const { documents } = await thanksNotes.of(centre).page({
    where: idsOf(person).map((to) => ({ to, onWall: true })),
    by: ['at', 'desc'],
    limit: mostLines,
    fields: { wall: true, at: true },
  })
  return documents.map(({ _id: id, wall, at }) => ({ id, words: wall ?? '', on: dayOf(at) }))
}

/** Of those who may be named today, whether they stand on the wall: thanks are only seen below what staff wrote of them. */
export const standing = async (
  centre: string,
  ids: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, 'stands' | 'unwritten'>> => {
  const named = await namedToday(centre, ids, today)
  const entryIds = [...new Set([...named.values()].map(({ _id }) => honourId(centre, _id)))]
  const entries =
    entryIds.length === 0
      ? []
      : await honourEntries.of(centre).find({
          where: { _id: command.in(entryIds), show: true },
          limit: entryIds.length,
          fields: { person: true },
        })
  const there = new Set(entries.map(({ person }) => person))
  return new Map(
    [...named].map(([id, { _id }]) => [id, there.has(_id) ? 'stands' : 'unwritten'] as const),
  )
}
