import { decideTakeBack } from '@/domain/shop/stock'
import { shop } from '@/types/shop'
import { fail, found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { procedure, wholeCentre } from '../kit/procedure'
import { completeOwing } from './complete'
import { move } from './move'
import { isMovement, lineOf } from './store'

/** What was lent is in the shop again; not after it was taken back as a mistake. */
export const takeBack = procedure(shop, 'takeBack', {
  load: ({ centre, input }) => lineOf(centre, input.entry),
  place: wholeCentre,
  concerns: ({ loaded }) => loaded?.person ?? null,

  async run({ centre, openid, caller, input: { key, entry: lent, quantity }, at }) {
    await completeOwing(centre, at)
    const line = found(await lineOf(centre, lent))
    if (!isMovement(line, 'convenienceService') || line.of !== null || line.goods === null)
      return fail('NotLent')
    const id = hiddenId(centre, 'se', openid, key)
    const by = caller.person.id
    return move(centre, { goods: line.goods, id, loans: [lent], key, at }, (stock) =>
      decideTakeBack(stock, { lent, id, quantity, key, by, at }),
    )
  },
})
