import { placeOf } from '@/domain/residents/places'
import { isPast } from '@/domain/shop/shelfLife'
import { dayOf } from '@/types/shared/day'
import { shop } from '@/types/shop'
import { fail, found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { procedure, wholeCentre } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { personNow } from '../residents/store'
import { aidShown } from './show'
import { aidRequests, goodsFor } from './store'
import { aidAskedTellings, tellByName } from './told'

/** Asked for somebody in need. Nothing is kept before a second person approves it: those who may are told. */
export const askAid = procedure(shop, 'askAid', {
  load: ({ centre, input }) => personNow(centre, input.person).then(found),
  place: ({ centre, loaded }) => placeOf(loaded.facts) ?? wholeCentre({ centre }),

  async run({ centre, openid, caller, loaded: { facts }, input, at }) {
    const { key, goods, quantity, because } = input
    if (idsOf(caller.person).includes(facts.id)) return fail('NotYourself')
    const _id = hiddenId(centre, 'sa', openid, key)
    const store = aidRequests.of(centre)
    const { name, unit, left, retired, bestBefore } = found(await goodsFor(centre, goods))
    const known = await store.get(_id)
    if (!known) {
      if (retired) fail('NoLongerSold')
      if (isPast(bestBefore, dayOf(at))) fail('PastBestBefore')
      if (left < quantity) fail('NotEnoughLeft', { left })
      await store.insert({
        _id,
        centre,
        v: 1,
        ...{ person: facts.id, goods, name, unit, quantity, because, at },
        path: placeOf(facts) ?? wholeCentre({ centre }),
        askedBy: caller.person.id,
        state: 'asked',
        decidedKey: null,
        givenKey: null,
        decidedBy: null,
        answer: null,
        until: null,
      })
    }
    const asked = found(await store.get(_id))
    if (asked.state === 'asked') await tellByName(centre, await aidAskedTellings(asked, at))
    const [aid] = await aidShown(centre, [asked], caller, at)
    return found(aid)
  },
})
