import { shop } from '@/types/shop'
import { command } from '../kit/cloud'
import { found } from '../kit/failure'
import { procedure, wholeCentre } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { personNow } from '../residents/store'
import { pointsOf } from '../volunteers/points'
import { waitingFor } from './waiting'
import { ordersShown } from './show'

export const customer = procedure(shop, 'customer', {
  load: ({ centre, input }) => personNow(centre, input.person),
  place: wholeCentre,

  async run({ centre, loaded }) {
    const { facts } = found(loaded)
    const [points, waiting] = await Promise.all([
      pointsOf(centre, facts),
      waitingFor(centre, { people: command.in(idsOf(facts)) }, idsOf(facts)),
    ])
    return {
      person: { id: facts.id, name: facts.name },
      points,
      waiting: await ordersShown(
        centre,
        waiting.filter(({ state }) => state === 'waiting'),
      ),
    }
  },
})
