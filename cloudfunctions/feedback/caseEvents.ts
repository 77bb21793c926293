import { counting, eventsSince, type Tallies } from '@/domain/feedback/figures'
import { addDays, dayOf, type Day } from '@/types/shared/day'
import { idOf } from '../kit/ids'
import type { Job } from '../kit/jobs'
import { caseEvents, caseFigures, figuresId, type CaseDoc, type CaseEventDoc } from './store'

/** Notes what happened in a case for the figures. Safe to repeat: each step is one event. */
export const noteForFigures = async (one: CaseDoc): Promise<void> => {
  const { _id, centre, sealed, sealing, path, category, counted } = one
  await caseEvents.of(centre).insertAll(
    eventsSince(one, counted).map(({ n, ...event }) => ({
      ...{ _id: idOf(centre, _id, `e${n}`), centre, v: 1, ...event, sealed },
      // Of a sealed one not even what it is about is kept.
      ...{ path: (sealing?.path ?? path).slice(0, 3), category: sealed ? '' : category },
    })),
  )
}

/** A request answers so many at most. */
const atOnce = 1000

/** Counts the events of a day, for each node that has some. */
export const countedOn = async (centre: string, day: Day): Promise<Tallies> => {
  let tallies: Tallies = {}
  let after: string | undefined
  do {
    const { documents, next }: { documents: CaseEventDoc[]; next: string | null } = await caseEvents
      .of(centre)
      .page({ where: { day }, by: ['_id', 'asc'], after, limit: atOnce - 1 })
    tallies = counting(tallies, documents)
    after = next ?? undefined
  } while (after !== undefined)
  return tallies
}

/** What is noted late still counts: so many days are counted anew each night. */
export const countedAgain = 7

/** Writes down the figures of the last days, one day a step. */
export const countDays: Job['run'] = async ({ centre, at, cursor }) => {
  const back = cursor === null ? countedAgain : Number(cursor)
  const day = addDays(dayOf(at), -back)
  const byNode = await countedOn(centre, day)
  await caseFigures.of(centre).replace({ _id: figuresId(centre, day), centre, v: 1, day, byNode })
  return { handled: 1, cursor: back > 1 ? String(back - 1) : null }
}
