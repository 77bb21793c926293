import { decideLend, decideMove, entry } from '@/domain/shop/stock'
import { shop } from '@/types/shop'
import { fail, found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { procedure, wholeCentre } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { personNow } from '../residents/store'
import { entryOf, move } from './move'

/** Given, or lent, to somebody named; nobody hands out to themselves. */
export const handOut = procedure(shop, 'handOut', {
  place: wholeCentre,

  async run({ centre, openid, caller, input, at }) {
    const { key, goods, quantity, as, because } = input
    const id = hiddenId(centre, 'se', openid, key)
    const person = found(await personNow(centre, input.person)).facts.id
    if (idsOf(caller.person).includes(person)) return fail('NotYourself')
    const born = entry(as, -quantity, { person, because, by: caller.person.id, key, at })
    const decide = as === 'convenienceService' ? decideLend : decideMove
    const { left } = await move(centre, { goods, id, loans: 'all', key, at }, (stock) =>
      decide(stock, { id, born }),
    )
    const booked = await entryOf(centre, goods, id)
    return { entry: id, left, quantity: -booked.quantity }
  },
})
