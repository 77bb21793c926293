import { notCounted } from '@/domain/shop/stocktaking'
import { mostCounted } from '@/types/shared/shopLimits'
import { shop } from '@/types/shop'
import { command } from '../kit/cloud'
import { fail } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { procedure, wholeCentre } from '../kit/procedure'
import type { Fields } from '../kit/query'
import { stocktakingNow } from './counted'
import { goods, goodsFields, stocktakings, type GoodsDoc } from './store'

/** All that is on offer or still in the shop. There is one at a time: its slot is unique. */
export const startStocktaking = procedure(shop, 'startStocktaking', {
  place: wholeCentre,

  async run({ centre, openid, caller, input: { key }, at }) {
    const _id = hiddenId(centre, 'st', openid, key)
    const store = stocktakings.of(centre)
    if (await store.get(_id, { _id: true })) return stocktakingNow(centre, _id, caller, at)
    const counted = await inTheShop(centre)
    if (counted.size === 0) return fail('NothingToCount')
    if (counted.size > mostCounted) return fail('TooManyToCount', { most: mostCounted })
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
        [...counted].map(([of, { name, unit }]) => [of, notCounted(name, unit)]),
      ),
      owes: false,
    })
    if (!started && !(await store.get(_id, { _id: true }))) return fail('OneIsOpen')
    return stocktakingNow(centre, _id, caller, at)
  },
})

/** Kinds of goods on offer, and those no longer sold of which some are left or promised. */
const inTheShop = async (centre: string): Promise<Map<string, GoodsDoc>> => {
  const parts: Fields[] = [
    { retired: false },
    { retired: true, left: command.gt(0) },
    { retired: true, kept: command.gt(0) },
  ]
  const found = await Promise.all(
    parts.map((where) =>
      goods.of(centre).find({ where, limit: mostCounted + 1, fields: goodsFields }),
    ),
  )
  return new Map(found.flat().map((one) => [one._id, one]))
}
