import { canteen } from '@/types/canteen'
import { repeat } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { plannedService, servicePlace } from './planned'
import { services } from './store'

export const setSoldOut = procedure(canteen, 'setSoldOut', {
  load: plannedService,
  place: servicePlace,

  async run({ centre, loaded, input: { service, dish, soldOut } }) {
    if (!found(loaded).offers[dish]) fail('NotOnTheMenu')
    await repeat(() =>
      services
        .of(centre)
        .change(
          service,
          { [`offers.${dish}.soldOut`]: soldOut },
          { [`offers.${dish}.soldOut`]: !soldOut },
        ),
    )
    return {}
  },
})
