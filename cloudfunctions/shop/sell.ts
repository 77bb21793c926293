import { decideSale, leftFor } from '@/domain/shop/stock'
import { shop } from '@/types/shop'
import { fail, found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { procedure, wholeCentre } from '../kit/procedure'
import { personNow } from '../residents/store'
import { entryOf, move } from './move'

/** Sold and paid at the counter; the same tap sells once. */
export const sell = procedure(shop, 'sell', {
  place: wholeCentre,

  async run({ centre, openid, caller, input, at }) {
    const { key, goods, quantity, leaves, expected } = input
    if (leaves > quantity) return fail('InvalidInput', { field: 'input.leaves' })
    const id = hiddenId(centre, 'se', openid, key)
    const person =
      input.person === undefined ? null : found(await personNow(centre, input.person)).facts.id
    const by = caller.person.id
    const { left } = await move(centre, { goods, id, with: [leftFor(id)], key, at }, (stock) =>
      decideSale(stock, { id, quantity, leaves, expected, person, key, by, at }),
    )
    const booked = await entryOf(centre, goods, id)
    return { entry: id, left, quantity: -booked.quantity, fen: booked.fen }
  },
})
