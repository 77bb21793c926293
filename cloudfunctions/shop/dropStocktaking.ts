import { shop } from '@/types/shop'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import { fail, found } from '../kit/failure'
import { procedure, wholeCentre } from '../kit/procedure'
import { mayDrop, stocktakingNow } from './counted'
import { stocktakings } from './store'

/** Nothing of it reaches the books, and another one can begin. */
export const dropStocktaking = procedure(shop, 'dropStocktaking', {
  place: wholeCentre,

  async run({ centre, caller, input: { key, stocktaking: id }, at }) {
    const store = stocktakings.of(centre)
    await decide(async () => {
      const document = found(await store.get(id))
      if (document.closedKey === key) return
      if (document.state !== 'open') return fail('StocktakingClosed')
      if (!mayDrop(document, caller, at)) return fail('NotYourStocktaking')
      const ended = { closedBy: caller.person.id, closedKey: key, closedAt: at }
      const change = { state: 'dropped', slot: id, ...ended, rev: command.inc(1) }
      return (await store.change(id, change, { state: 'open' })) ? undefined : again
    })
    return stocktakingNow(centre, id, caller, at)
  },
})
