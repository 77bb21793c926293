import { counterPortions, stands, type Claim } from '@/domain/canteen/service'
import { canteen, type ServingKind } from '@/types/canteen'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { picturesOf, serviceOf } from './show'
import { operatorIn, tariffOf, wholeService } from './store'

/** Sold at the counter: handed over by the tap that made it. */
const soldAtCounter = ({ key, handed }: Claim): boolean => handed?.key === key

export const kitchenSheet = procedure(canteen, 'kitchenSheet', {
  load: async ({ centre, input }) => {
    const [service, tariff] = await Promise.all([
      wholeService(centre, input.service),
      tariffOf(centre),
    ])
    return { service, tariff }
  },
  place: ({ loaded }) => found(loaded.service).path,

  async run({ loaded: { service: read, tariff }, at }) {
    const service = found(read)
    const cooked = Object.values(service.claims).filter(
      (claim) => stands(claim) || claim.state === 'notCollected',
    )
    const orders = cooked.filter((claim) => !soldAtCounter(claim))
    const portions = (dish: string, claims: readonly Claim[]) =>
      claims.reduce((sum, { lines }) => sum + (lines[dish] ?? 0), 0)
    const shown = serviceOf(service, operatorIn(tariff), await picturesOf([service]))
    return {
      service: shown,
      dishes: shown.offers.map(({ dish, name, marks }) => {
        const eatenAs = (kind: ServingKind) =>
          portions(
            dish,
            orders.filter((claim) => claim.kind === kind),
          )
        return {
          name,
          marks,
          ordered: portions(dish, orders),
          counter:
            counterPortions(service, service.offers[dish]!, at) +
            portions(dish, cooked.filter(soldAtCounter)),
          eatIn: eatenAs('eatIn'),
          takeAway: eatenAs('takeAway'),
          delivery: eatenAs('delivery'),
        }
      }),
      notes: orders
        .filter(({ note }) => note !== '')
        .map(({ note, lines }) => ({
          note,
          dishes: Object.keys(lines)
            .map((dish) => service.offers[dish]?.name ?? '')
            .join('、'),
        })),
    }
  },
})
