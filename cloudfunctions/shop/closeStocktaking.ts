import { closeRefusal, promisedMissing } from '@/domain/shop/stocktaking'
import { shop } from '@/types/shop'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import { fail, found } from '../kit/failure'
import { procedure, wholeCentre } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { completeOwing } from './complete'
import { stocktakingNow } from './counted'
import { enterDifferences } from './enterDifferences'
import { goods, stocktakings } from './store'

/** Closed by one conditional update; the differences then follow, whoever enters them, once. */
export const closeStocktaking = procedure(shop, 'closeStocktaking', {
  place: wholeCentre,

  async run({ centre, caller, input: { key, stocktaking: id }, at }) {
    const store = stocktakings.of(centre)
    await decide(async () => {
      const { state, rev, lines, closedKey } = found(await store.get(id))
      if (closedKey === key) return
      if (state !== 'open') return fail('StocktakingClosed')
      const refusal = closeRefusal(lines, idsOf(caller.person))
      if (refusal) return fail(refusal.code, refusal.data)
      const all = await goods.of(centre).find({
        where: { _id: command.in(Object.keys(lines)) },
        limit: 1000,
        fields: { left: true },
      })
      const left = new Map(all.map((one) => [one._id, one.left]))
      const [name] = promisedMissing(lines, (one) => left.get(one) ?? 0)
      if (name !== undefined) return fail('PromisedGoodsMissing', { name })
      const by = caller.person.id
      const closed = { state: 'closing' as const, closedBy: by, closedKey: key, closedAt: at }
      const change = { ...closed, owes: true, rev: command.inc(1) }
      return (await store.change(id, change, { state: 'open', rev })) ? undefined : again
    })
    await enterDifferences(centre, id, at)
    await completeOwing(centre, at)
    return stocktakingNow(centre, id, caller, at)
  },
})
