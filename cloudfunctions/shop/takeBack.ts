import { decideMove, entry, returnOf, reversalOf } from '@/domain/shop/stock'
import { shop } from '@/types/shop'
import { fail, found } from '../kit/failure'
import { procedure, wholeCentre } from '../kit/procedure'
import { completeOwing } from './complete'
import { move } from './move'
import { isMovement, lineOf } from './store'

/** What was lent is in the shop again. It comes back once, and not after it was taken back as a mistake. */
export const takeBack = procedure(shop, 'takeBack', {
  load: ({ centre, input }) => lineOf(centre, input.entry),
  place: wholeCentre,
  concerns: ({ loaded }) => loaded?.person ?? null,

  async run({ centre, caller, input: { key, entry: lent }, at }) {
    await completeOwing(centre, at)
    const line = found(await lineOf(centre, lent))
    if (!isMovement(line, 'convenienceService') || line.of !== null || line.goods === null)
      return fail('NotLent')
    const id = returnOf(lent)
    const reversal = reversalOf(lent)
    const [back, reversed] = await Promise.all([lineOf(centre, id), lineOf(centre, reversal)])
    if (reversed || (back && back.key !== key)) return fail('AlreadyReversed')
    const born = entry('convenienceService', -line.quantity, {
      ...{ person: line.person, of: lent, key, at },
      by: caller.person.id,
    })
    return move(centre, { goods: line.goods, id, with: [reversal], key, at }, (stock) => {
      const ended = stock.open[id] ?? stock.open[reversal]
      if (ended ? ended.key !== key : reversal in stock.done)
        return { outcome: 'refused', refusal: { code: 'AlreadyReversed' } }
      const decision = decideMove(stock, { id, born, alsoRetired: true })
      if (decision.outcome !== 'change') return decision
      const { guard, change } = decision.step
      const missing = [...(guard.missing ?? []), `open.${reversal}`, `done.${reversal}`]
      return { ...decision, step: { guard: { ...guard, missing }, change } }
    })
  },
})
