import type { Decision, Entry } from '@/domain/shop/stock'
import type { Instant } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { take } from '../kit/step'
import { complete } from './complete'
import { goods, goodsFor, lineOf, type GoodsDoc, type LedgerLine } from './store'

interface Move {
  goods: string
  /** The entry that is born. */
  id: string
  /** Entries whose end decides too. */
  with?: readonly string[]
  /** Loans that decide too. */
  loans?: readonly string[] | 'all'
  /** The tap; or what else makes the same entry each time. */
  key: string
  at: Instant
}

/**
 * Moves stock by what a rule decides, in one conditional update, and copies it to the ledger. The same tap again changes
 * nothing: the goods know their acts of the last days, the ledger all of them.
 */
export const move = async (
  centre: string,
  { goods: of, id, with: others = [], loans = [], key, at }: Move,
  rule: (stock: GoodsDoc) => Decision,
): Promise<{ left: number }> => {
  await decide(async () => {
    const [read, line] = await Promise.all([
      goodsFor(centre, of, { acts: [id, ...others], loans }),
      lineOf(centre, id),
    ])
    const stock = found(read)
    if (line) return line.key === key ? undefined : fail('AlreadyReversed')
    // Copied between the two reads.
    if (id in stock.done) return again
    const decision = rule(stock)
    if (decision.outcome === 'refused') return fail(decision.refusal.code, decision.refusal.data)
    if (decision.outcome === 'same') return
    return (await take(goods.of(centre), of, decision.step)) ? undefined : again
  })
  await complete(centre, of, at)
  return { left: found(await goodsFor(centre, of)).left }
}

/** An entry of the ledger as it was born: what it owed is done. */
export const bornOf = (line: LedgerLine): Entry => ({
  ...line,
  ...{ ordered: null, owesPoints: false, audited: null },
})

/** An entry as it was born, wherever it is by now. */
export const entryOf = async (centre: string, of: string, id: string): Promise<Entry> => {
  const stock = found(await goodsFor(centre, of, { acts: [id] }))
  return stock.open[id] ?? bornOf(found(await lineOf(centre, id)))
}
