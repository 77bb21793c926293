import { decideKeep, keptUntil, type Keep } from '@/domain/shop/stock'
import { shop } from '@/types/shop'
import { again, decide, repeat } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { take } from '../kit/step'
import { idsOf } from '../kit/subject'
import { complete } from './complete'
import { aidShown, isSecond } from './show'
import { aidRequests, goods, goodsFor } from './store'
import { aidTellings, tellByName } from './told'

/**
 * A second person says yes or no. For a yes the goods are kept first; who decided first stands in the request, and the
 * goods of whoever came later are let go.
 */
export const decideAid = procedure(shop, 'decideAid', {
  load: ({ centre, input }) => aidRequests.of(centre).get(input.aid).then(found),
  place: ({ loaded }) => loaded.path,
  concerns: ({ loaded }) => loaded.person,

  async run({ centre, caller, loaded, input, at }) {
    const { key, aid: id, approve, answer = null } = input
    const store = aidRequests.of(centre)
    if (!isSecond(idsOf(caller.person), loaded)) return fail('NotYourself')
    const by = caller.person.id
    const { goods: of, quantity, person } = loaded
    const open = loaded.state === 'asked'
    if (!open && loaded.decidedKey !== key) return fail('AlreadyDecided')
    if (open && approve) {
      const until = keptUntil(at)
      const keep: Keep = { quantity, person, by, answer, key, settled: false, until, at }
      await decide(async () => {
        const stock = found(await goodsFor(centre, of, { acts: [id], keeps: [id] }))
        const decision = decideKeep(stock, { aid: id, keep })
        if (decision.outcome === 'refused') {
          const now = found(await store.get(id))
          return now.decidedKey === key
            ? undefined
            : fail(decision.refusal.code, decision.refusal.data)
        }
        if (decision.outcome === 'same') return
        return (await take(goods.of(centre), of, decision.step)) ? undefined : again
      })
    }
    if (approve) await complete(centre, of, at)
    else {
      const said = { state: 'refused' as const, decidedKey: key, decidedBy: by, answer }
      await repeat(() => store.change(id, said, { state: 'asked' }))
    }
    const decided = found(await store.get(id))
    if (decided.state === 'asked') return fail('TryAgain')
    if (decided.decidedKey !== key) return fail('AlreadyDecided')
    if (!approve) await tellByName(centre, aidTellings(decided, null, at))
    const [aid] = await aidShown(centre, [decided], caller, at)
    return found(aid)
  },
})
