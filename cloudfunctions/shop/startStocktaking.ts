import { expectedOf, notCounted } from '@/domain/shop/stocktaking'
import { mostGoods } from '@/types/shared/shopLimits'
import { shop } from '@/types/shop'
import { fail } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { procedure, wholeCentre } from '../kit/procedure'
import { stocktakingNow } from './counted'
import { goods, goodsFields, stocktakings } from './store'

/** All that is on offer or still in the shop. There is one at a time: its slot is unique. */
export const startStocktaking = procedure(shop, 'startStocktaking', {
  place: wholeCentre,

  async run({ centre, openid, caller, input: { key }, at }) {
    const _id = hiddenId(centre, 'st', openid, key)
    const store = stocktakings.of(centre)
    const all = await goods.of(centre).find({ where: {}, limit: 1000, fields: goodsFields })
    const counted = all.filter((one) => !one.retired || expectedOf(one) !== 0).slice(0, mostGoods)
    if (counted.length === 0) return fail('NothingToCount')
    const started = await store.insert({
      _id,
      centre,
      v: 1,
      state: 'open',
      slot: 'open',
      rev: 1,
      startedBy: caller.person.id,
      startedAt: at,
      closedBy: null,
      closedKey: null,
      closedAt: null,
      lines: Object.fromEntries(
        counted.map(({ _id: of, name, unit }) => [of, notCounted(name, unit)]),
      ),
      owes: false,
    })
    if (!started && !(await store.get(_id, { _id: true }))) return fail('OneIsOpen')
    return stocktakingNow(centre, _id, caller)
  },
})
