import { shop } from '@/types/shop'
import { procedure, wholeCentre } from '../kit/procedure'
import { complete } from './complete'
import { claimed, ordersShown } from './show'
import { goods, goodsFields, wholeGoods } from './store'

/** Kinds of goods on one page, each with everything that waits of it. */
const kinds = 5

export const ordersToHandOver = procedure(shop, 'ordersToHandOver', {
  place: wholeCentre,

  async run({ centre, input: { after }, at }) {
    const { documents, next } = await goods.of(centre).page({
      where: { holding: true },
      by: ['_id', 'asc'],
      after,
      limit: kinds,
      fields: { ...goodsFields, claims: true },
    })
    const waiting = []
    for (const read of documents) {
      if (read.owes) await complete(centre, read._id, at)
      const stock = read.owes ? await wholeGoods(centre, read._id) : read
      const claims = Object.entries(stock?.claims ?? {})
      for (const [person, claim] of claims.sort(([, one], [, other]) => one.at - other.at))
        if (claim.state === 'waiting') waiting.push(claimed(read, person, claim))
    }
    return { items: await ordersShown(centre, waiting), next }
  },
})
