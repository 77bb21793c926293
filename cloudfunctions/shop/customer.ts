import { mostPurchases } from '@/types/shared/shopLimits'
import { shop } from '@/types/shop'
import { command } from '../kit/cloud'
import { found } from '../kit/failure'
import { procedure, wholeCentre } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { personNow } from '../residents/store'
import { pointsOf } from '../volunteers/points'
import { aidKeptFor } from './keptAid'
import { ordersShown, purchasesShown } from './show'
import { purchases } from './store'
import { waitingFor } from './waiting'

export const customer = procedure(shop, 'customer', {
  load: ({ centre, input }) => personNow(centre, input.person),
  place: wholeCentre,

  async run({ centre, loaded }) {
    const { facts } = found(loaded)
    const ids = idsOf(facts)
    const [points, waiting, aid, bought] = await Promise.all([
      pointsOf(centre, facts),
      waitingFor(centre, { people: command.in(ids) }, ids),
      aidKeptFor(centre, ids),
      purchases.of(centre).find({
        where: { person: command.in(ids), state: 'bought' },
        order: [['at', 'asc']],
        limit: mostPurchases * ids.length,
      }),
    ])
    return {
      person: { id: facts.id, name: facts.name },
      points,
      waiting: await ordersShown(
        centre,
        waiting.filter(({ state }) => state === 'waiting'),
      ),
      aid,
      bought: await purchasesShown(centre, bought),
    }
  },
})
