import { decideGive } from '@/domain/shop/stock'
import { shop } from '@/types/shop'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { procedure, wholeCentre } from '../kit/procedure'
import { take } from '../kit/step'
import { idsOf } from '../kit/subject'
import { complete } from './complete'
import { aidShown } from './show'
import { aidRequests, goods, goodsFor } from './store'

/** Handed over once, from what was kept for it; whom it is for leaves it to a colleague. */
export const giveAid = procedure(shop, 'giveAid', {
  load: ({ centre, input }) => aidRequests.of(centre).get(input.aid).then(found),
  place: wholeCentre,
  concerns: ({ loaded }) => loaded.person,

  async run({ centre, caller, loaded, input: { key, aid: id }, at }) {
    const store = aidRequests.of(centre)
    const { goods: of, person } = loaded
    if (idsOf(caller.person).includes(person)) return fail('NotYourself')
    await complete(centre, of, at)
    await decide(async () => {
      const stock = found(await goodsFor(centre, of, { acts: [id], keeps: [id] }))
      const decision = decideGive(stock, { aid: id, key, by: caller.person.id, at })
      if (decision.outcome === 'change')
        return (await take(goods.of(centre), of, decision.step)) ? undefined : again
      if (decision.outcome === 'same') return
      if (found(await store.get(id)).givenKey !== key) fail(decision.refusal.code)
    })
    await complete(centre, of, at)
    const [aid] = await aidShown(centre, [found(await store.get(id))], caller, at)
    return found(aid)
  },
})
