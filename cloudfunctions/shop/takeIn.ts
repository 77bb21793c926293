import { decideMove, entry } from '@/domain/shop/stock'
import { shop } from '@/types/shop'
import { found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { procedure, wholeCentre } from '../kit/procedure'
import { personNow } from '../residents/store'
import { move } from './move'

/** Goods that are given. Of the same tap, once. */
export const takeIn = procedure(shop, 'takeIn', {
  place: wholeCentre,

  async run({ centre, openid, caller, input, at }) {
    const { key, goods, quantity, giverName = null } = input
    const id = hiddenId(centre, 'se', openid, key)
    const person =
      input.person === undefined ? null : found(await personNow(centre, input.person)).facts.id
    const born = entry('donationDrive', quantity, {
      ...{ person, giverName: person === null ? giverName : null, key, at },
      by: caller.person.id,
    })
    const { left } = await move(centre, { goods, id, key, at }, (stock) =>
      decideMove(stock, { id, born }),
    )
    return { entry: id, left }
  },
})
