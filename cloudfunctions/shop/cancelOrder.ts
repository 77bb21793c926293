import { decideEnd } from '@/domain/shop/stock'
import { shop } from '@/types/shop'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { take } from '../kit/step'
import { idsOf } from '../kit/subject'
import { complete } from './complete'
import { claimed, recorded } from './show'
import { goods } from './store'
import { orderShown, standing } from './theirOrder'

/** The goods are free at once; the points go back as it is completed, by this call or the sweep. */
export const cancelOrder = procedure(shop, 'cancelOrder', {
  async run({ centre, caller, subject, input, at }) {
    const { key, goods: of, order } = input
    const ended = await decide(async () => {
      const known = await standing(centre, { goods: of, order, persons: idsOf(subject) }, at)
      if ('record' in known)
        return known.record.endedBy === key ? recorded(known.record) : fail('NotWaiting')
      const { stock, person } = known
      const ending = { person, order, to: 'cancelled', key, by: caller.person.id } as const
      const decision = decideEnd(stock, ending)
      if (decision.outcome === 'refused')
        return stock.claims[person]?.state === 'unpaid' ? again : fail(decision.refusal.code)
      if (decision.outcome === 'same') return claimed(stock, person, found(stock.claims[person]))
      return (await take(goods.of(centre), of, decision.step))
        ? claimed(stock, person, decision.made)
        : again
    })
    await complete(centre, of, at)
    return orderShown(ended, caller, subject)
  },
})
