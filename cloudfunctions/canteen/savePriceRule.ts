import { bandsInOrder } from '@/domain/canteen/price'
import { canteen } from '@/types/canteen'
import { dayOf } from '@/types/shared/day'
import { fail } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { procedure, wholeCentre } from '../kit/procedure'
import { tableShown } from './priceRules'
import { addToTariff } from './tariff'

/** Tables are only ever added: an order keeps the one it was priced with. */
export const savePriceRule = procedure(canteen, 'savePriceRule', {
  place: wholeCentre,

  async run({ centre, openid, caller, input: { key, rule }, at }) {
    if (rule.from < dayOf(at)) fail('InPast')
    if (!bandsInOrder(rule.bands)) fail('BandsOutOfOrder')
    const table = await addToTariff(centre, 'tables', {
      ...rule,
      id: hiddenId(centre, 't', openid, key),
      key,
      enteredAt: at,
      enteredBy: caller.person.name,
    })
    return tableShown(table)
  },
})
