import { decideMove, entry } from '@/domain/shop/stock'
import { differenceOf, toEnter, type CountedLine } from '@/domain/shop/stocktaking'
import type { Instant } from '@/types/shared/day'
import { again, decide, repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { Conflict, found, OutcomeUnknown } from '../kit/failure'
import { idOf } from '../kit/ids'
import { take } from '../kit/step'
import {
  goods as goodsStore,
  goodsOf,
  stockLedger,
  stocktakings,
  type GoodsDoc,
  type StocktakingDoc,
} from './store'

/** Kinds of goods at a time: a centre's first stock-taking may differ in hundreds. */
const batch = 50

type Counted = [goods: string, line: CountedLine]

/**
 * Enters the differences of a stock-taking that was closed. Safe to repeat and to cut off: each is an entry of its own
 * id, and what is entered is marked. One that takes more than is left at this moment, because it was promised meanwhile,
 * waits for the sweep. The goods copy their entries to the ledger as they do any other.
 */
export const enterDifferences = async (centre: string, id: string, at: Instant): Promise<void> => {
  const store = stocktakings.of(centre)
  const document = await store.get(id)
  if (document?.state !== 'closing') return
  const open = toEnter(document.lines)
  let waits = false
  for (let first = 0; first < open.length; first += batch) {
    const some = open.slice(first, first + batch)
    const entered = await enterSome(document, some, at)
    waits ||= entered.length < some.length
    if (entered.length === 0) continue
    const marks = Object.fromEntries(entered.map((goods) => [`lines.${goods}.entered`, true]))
    await repeat(() => store.change(id, marks, { state: 'closing' }))
  }
  if (!waits)
    await repeat(() =>
      store.change(id, { state: 'closed', slot: id, owes: false }, { state: 'closing' }),
    )
}

/** Which of some goods have their difference on the books now. */
const enterSome = (
  document: StocktakingDoc,
  some: readonly Counted[],
  at: Instant,
): Promise<string[]> =>
  decide(async () => {
    const { centre, _id } = document
    const acts = new Map(some.map(([goods]) => [goods, idOf(centre, 'sd', _id, goods)]))
    const [stocks, lines] = await Promise.all([
      goodsOf(centre, [...acts.keys()], [...acts.values()]),
      stockLedger.of(centre).find({
        where: { _id: command.in([...acts.values()]) },
        limit: batch,
        fields: { _id: true },
      }),
    ])
    const copied = new Set(lines.map((line) => line._id))
    const outcomes = await Promise.all(
      some.map(async ([goods, line]) => {
        const act = found(acts.get(goods))
        const stock = found(stocks.find((one) => one._id === goods))
        return { goods, outcome: copied.has(act) || (await enter(document, stock, act, line, at)) }
      }),
    )
    if (outcomes.some(({ outcome }) => outcome === again)) return again
    return outcomes.flatMap(({ goods, outcome }) => (outcome === true ? [goods] : []))
  })

/** True when it is entered, false when it does not fit. */
const enter = async (
  { closedBy, closedKey, closedAt }: StocktakingDoc,
  stock: GoodsDoc,
  id: string,
  line: CountedLine,
  at: Instant,
): Promise<boolean | typeof again> => {
  const born = entry('stocktaking', differenceOf(line), {
    ...{ by: closedBy ?? '', key: closedKey ?? '', at: closedAt ?? at },
    because: `盘点：账上${line.expected ?? 0}，实有${line.counted ?? 0}`,
  })
  const decision = decideMove(stock, { id, born, alsoRetired: true })
  if (decision.outcome !== 'change') return decision.outcome === 'same'
  try {
    return (await take(goodsStore.of(stock.centre), stock._id, decision.step)) || again
  } catch (error) {
    if (!(error instanceof OutcomeUnknown || error instanceof Conflict)) throw error
    return again
  }
}
