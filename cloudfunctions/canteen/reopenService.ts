import { takesOrders } from '@/domain/canteen/service'
import { canteen } from '@/types/canteen'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { plannedService, servicePlace } from './planned'
import { services } from './store'

/** Takes an early close back: what the counter did not sell meanwhile can be ordered again. */
export const reopenService = procedure(canteen, 'reopenService', {
  load: plannedService,
  place: servicePlace,

  async run({ centre, input, at }) {
    return decide(async () => {
      const service = found(await plannedService({ centre, input }))
      if (takesOrders(service, at)) return {}
      if (service.state !== 'closed' || at >= service.cutOff)
        fail('OrderingClosed', { cutOff: service.cutOff })
      const { rev } = service
      const change = { state: 'published', rev: rev + 1 }
      return (await services.of(centre).change(input.service, change, { rev })) ? {} : again
    })
  },
})
