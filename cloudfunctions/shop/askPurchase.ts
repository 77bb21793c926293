import { mostPurchases } from '@/types/shared/shopLimits'
import { shop } from '@/types/shop'
import { refuseBadWords } from '../activities/badText'
import { command } from '../kit/cloud'
import { fail, found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { purchasesShown } from './show'
import { purchases } from './store'

/** Something to be bought; the same tap asks once. */
export const askPurchase = procedure(shop, 'askPurchase', {
  async run({ centre, openid, caller, subject, input: { key, what, most }, at }) {
    const _id = hiddenId(centre, 'sp', openid, key)
    const store = purchases.of(centre)
    const ids = idsOf(subject)
    if (!(await store.get(_id))) {
      const open = await store.find({
        where: { person: command.in(ids), state: command.in(['asked', 'bought']) },
        limit: mostPurchases,
        fields: { _id: true },
      })
      if (open.length >= mostPurchases) fail('TooManyOpen', { most: mostPurchases })
      await refuseBadWords(openid, [what])
      await store.insert({
        _id,
        centre,
        v: 1,
        ...{ person: ids[0], what, most, by: caller.person.id, at },
        fen: null,
        state: 'asked',
        movedBy: key,
        movedAt: at,
        because: null,
        handed: null,
        reversed: null,
        owes: false,
      })
    }
    const [purchase] = await purchasesShown(centre, [found(await store.get(_id))])
    return found(purchase)
  },
})
