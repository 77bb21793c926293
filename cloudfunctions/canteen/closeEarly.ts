import { takesOrders } from '@/domain/canteen/service'
import { canteen } from '@/types/canteen'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { plannedService, servicePlace } from './planned'
import { services } from './store'

/** No more orders and changes; what nobody ordered is sold at the counter from now on. */
export const closeEarly = procedure(canteen, 'closeEarly', {
  load: plannedService,
  place: servicePlace,

  async run({ centre, input, at }) {
    return decide(async () => {
      const service = found(await plannedService({ centre, input }))
      if (service.state === 'closed') return {}
      if (!takesOrders(service, at)) fail('OrderingClosed')
      const { rev } = service
      const change = { state: 'closed', rev: rev + 1 }
      return (await services.of(centre).change(input.service, change, { rev })) ? {} : again
    })
  },
})
