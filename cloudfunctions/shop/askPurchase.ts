import { mostPurchases } from '@/types/shared/shopLimits'
import { shop } from '@/types/shop'
import { refuseBadWords } from '../media/words'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import { fail, found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { purchasesShown } from './show'
import { purchases, purchaseSlots } from './store'

/** Something to be bought; the same tap asks once. Of two phones that take the last of the few, one does. */
export const askPurchase = procedure(shop, 'askPurchase', {
  async run({ centre, openid, caller, subject, input: { key, what, most }, at }) {
    const _id = hiddenId(centre, 'sp', openid, key)
    const store = purchases.of(centre)
    const ids = idsOf(subject)
    if (!(await store.get(_id))) {
      const free = async (): Promise<string> => {
        const open = await store.find({
          where: { person: command.in(ids), state: command.in(['asked', 'bought']) },
          limit: mostPurchases,
          fields: { slot: true },
        })
        const taken = new Set(open.map(({ slot }) => slot))
        const slot = purchaseSlots(ids[0]).find((one) => !taken.has(one))
        return slot === undefined || open.length >= mostPurchases
          ? fail('TooManyOpen', { most: mostPurchases })
          : slot
      }
      await free()
      await refuseBadWords(openid, [what])
      await decide(async () => {
        const slot = await free()
        const asked = await store.insert({
          _id,
          centre,
          v: 1,
          ...{ person: ids[0], what, most, by: caller.person.id, at },
          fen: null,
          state: 'asked',
          slot,
          movedBy: key,
          movedAt: at,
          because: null,
          handed: null,
          reversed: null,
          owes: false,
        })
        return asked || (await store.get(_id, { _id: true })) ? undefined : again
      })
    }
    const [purchase] = await purchasesShown(centre, [found(await store.get(_id))])
    return found(purchase)
  },
})
