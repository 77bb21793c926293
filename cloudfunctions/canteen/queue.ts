import { counterPortions } from '@/domain/canteen/service'
import { canteen } from '@/types/canteen'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { guestsOf, inOrder, lineOf } from './lines'
import { picturesOf, serviceOf } from './show'
import { operatorIn, tariffOf, wholeService } from './store'

/** All that stand at the counter with an order, those not served first. Sales at the counter have been served. */
export const queue = procedure(canteen, 'queue', {
  load: ({ centre, input }) => wholeService(centre, input.service),
  place: ({ loaded }) => found(loaded).path,

  async run({ centre, loaded, at }) {
    const service = found(loaded)
    const shown = Object.entries(service.claims).filter(
      ([, { state }]) => state !== 'cancelled' && state !== 'expired',
    )
    const [guests, pictures, tariff] = await Promise.all([
      guestsOf(centre, shown),
      picturesOf([service]),
      tariffOf(centre),
    ])
    return {
      service: serviceOf(service, operatorIn(tariff), pictures),
      items: shown.map((entry) => lineOf(service, guests, entry)).sort(inOrder),
      counterLeft: Object.entries(service.offers).map(([dish, offer]) => ({
        dish,
        left: offer.soldOut ? 0 : counterPortions(service, offer, at),
      })),
      served: shown.filter(([, { state }]) => state === 'served').length,
      servedTwice: service.twice.map(({ order, name, at: when, by, paidBy, pays }) => ({
        ...{ order, name, by, paidBy, pays },
        at: when,
      })),
      refusedScans: service.refusedScans.map(({ code, name, at: when, by, paidBy }) => ({
        ...{ code, name, by, paidBy },
        at: when,
      })),
    }
  },
})
