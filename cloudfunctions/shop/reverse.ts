import { decideReverse, reversalOf } from '@/domain/shop/stock'
import { shop } from '@/types/shop'
import { fail, found } from '../kit/failure'
import { procedure, wholeCentre } from '../kit/procedure'
import { completeOwing } from './complete'
import { bornOf, move } from './move'
import { reversePurchase } from './reversePurchase'
import { isMovement, lineOf, notReversible } from './store'

/** Takes an entry back, once; what was born with it goes back in the same step. */
export const reverse = procedure(shop, 'reverse', {
  load: ({ centre, input }) => lineOf(centre, input.entry),
  place: wholeCentre,
  concerns: ({ loaded }) => loaded?.person ?? null,

  async run({ centre, caller, input, at }) {
    const { key, because } = input
    await completeOwing(centre, at)
    const line = found(await lineOf(centre, input.entry))
    if (isMovement(line, ...notReversible) || line.of !== null) return fail('NotReversible')
    const by = caller.person.id
    if (line.goods === null) return reversePurchase(centre, line._id, { key, because, by, at })
    const twin = line.twin === null ? null : found(await lineOf(centre, line.twin))
    const lines = [line, ...(twin ? [twin] : [])]
    const ids = lines.map(({ _id }) => _id)
    const ends = ids.map(reversalOf)
    for (const ended of await Promise.all(ends.map((id) => lineOf(centre, id))))
      if (ended && ended.key !== key) return fail('AlreadyReversed')
    const entries = lines.map((one) => ({ id: one._id, of: bornOf(one) }))
    return move(
      centre,
      { goods: line.goods, id: reversalOf(line._id), with: ends, loans: ids, key, at },
      (stock) => decideReverse(stock, { entries, because, key, by, at }),
    )
  },
})
