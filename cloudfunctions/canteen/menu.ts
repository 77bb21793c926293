import { canteen } from '@/types/canteen'
import { dayOf, instantOf } from '@/types/shared/day'
import { centreRecordOf } from '../centre/store'
import { command } from '../kit/cloud'
import { procedure } from '../kit/procedure'
import { operatorShown, picturesOf, serviceOf } from './show'
import { menuFields, operatorIn, services, tariffOf } from './store'

/** Three meals a day for two weeks, or one meal at several places. */
const most = 60

export const menu = procedure(canteen, 'menu', {
  load: async ({ centre, at }) => {
    const [coming, tariff, about] = await Promise.all([
      services.of(centre).find({
        where: { listed: true, startsAt: command.gte(instantOf(dayOf(at))) },
        order: [['startsAt', 'asc']],
        limit: most,
        fields: menuFields,
      }),
      tariffOf(centre),
      centreRecordOf(centre),
    ])
    return { coming, operator: operatorIn(tariff), callNumber: about?.phone ?? null }
  },

  async run({ loaded: { coming, operator, callNumber } }) {
    const [pictures, shown] = await Promise.all([picturesOf(coming), operatorShown(operator)])
    return {
      services: coming.map((one) => serviceOf(one, operator, pictures)),
      operator: shown,
      callNumber: operator?.phone ?? callNumber,
    }
  },
})
