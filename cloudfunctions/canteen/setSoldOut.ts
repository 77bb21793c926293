import { canteen } from '@/types/canteen'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { take } from '../kit/step'
import { plannedService, servicePlace } from './planned'
import { services } from './store'

/** Counted as a change of the service: whoever saves its plan at the same time reads it first. */
export const setSoldOut = procedure(canteen, 'setSoldOut', {
  load: plannedService,
  place: servicePlace,

  async run({ centre, input }) {
    const { service: id, dish, soldOut } = input
    return decide(async () => {
      const offer = found(await plannedService({ centre, input })).offers[dish]
      if (!offer) return fail('NotOnTheMenu')
      if (offer.soldOut === soldOut) return {}
      const path = `offers.${dish}.soldOut`
      const taken = await take(services.of(centre), id, {
        guard: { equal: { [path]: offer.soldOut } },
        change: { set: { [path]: soldOut }, inc: { seq: 1 } },
      })
      return taken ? {} : again
    })
  },
})
