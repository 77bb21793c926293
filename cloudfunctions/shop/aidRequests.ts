import { shop } from '@/types/shop'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { aidShown } from './show'
import { aidRequests as store } from './store'

const { roles } = shop.procedures.aidRequests.may

/** Of the caller's places: whoever keeps the shop of the whole centre sees all. */
export const aidRequests = procedure(shop, 'aidRequests', {
  place: () => anywhere,

  async run({ centre, caller, input: { state, after }, at }) {
    const { documents, next } = await store.of(centre).page({
      where: nodesOf(caller, roles, at).map((path) => ({ path, state })),
      by: ['at', 'desc'],
      after,
    })
    return { items: await aidShown(centre, documents, caller, at), next }
  },
})
