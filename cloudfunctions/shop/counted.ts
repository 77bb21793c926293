import { closeRefusal } from '@/domain/shop/stocktaking'
import type { Stocktaking } from '@/types/shop'
import { found } from '../kit/failure'
import type { Passport } from '../kit/passport'
import { idsOf } from '../kit/subject'
import { namesOf } from '../residents/store'
import { stocktakings, type StocktakingDoc } from './store'

/** The one that is going on. */
export const openStocktaking = async (centre: string): Promise<StocktakingDoc | null> => {
  const [open] = await stocktakings.of(centre).find({ where: { slot: 'open' }, limit: 1 })
  return open ?? null
}

/** What the ledger said is shown once it is closed, or to whoever may close it: who counts, counts without it. */
export const stocktakingShown = async (
  document: StocktakingDoc,
  caller: Passport,
): Promise<Stocktaking> => {
  const { _id, centre, state, startedBy, startedAt, closedBy, closedAt, lines } = document
  const names = await namesOf(centre, [
    startedBy,
    ...(closedBy === null ? [] : [closedBy]),
    ...Object.values(lines).flatMap(({ by }) => by ?? []),
  ])
  const mayClose = state === 'open' && closeRefusal(lines, idsOf(caller.person)) === null
  return {
    id: _id,
    state: state === 'open' ? 'open' : 'closed',
    startedBy: names.get(startedBy) ?? '',
    startedAt,
    closedBy: closedBy && (names.get(closedBy) ?? ''),
    closedAt,
    lines: Object.entries(lines)
      .sort(([, one], [, other]) => one.name.localeCompare(other.name, 'zh'))
      .map(([id, { name, unit, expected, counted, by }]) => ({
        goods: { id, name, unit },
        expected: state === 'open' && !mayClose ? null : expected,
        counted,
        countedBy: by && (names.get(by) ?? ''),
      })),
    mayClose,
  }
}

export const stocktakingNow = async (
  centre: string,
  id: string,
  caller: Passport,
): Promise<Stocktaking> => stocktakingShown(found(await stocktakings.of(centre).get(id)), caller)
