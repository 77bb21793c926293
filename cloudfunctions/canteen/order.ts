import { canteen } from '@/types/canteen'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { ask } from './payments'
import { movedOn } from './record'
import { orderOf } from './show'
import { orders, serviceFor } from './store'
import { orderRecord, theirs } from './theirOrder'

export const order = procedure(canteen, 'order', {
  load: orderRecord,

  async run({ centre, subject, loaded, input, at }) {
    const id = input.order
    const record = theirs(loaded, subject)
    const read = async () =>
      found((await serviceFor(centre, record.service, { claims: [id] })).service)
    const service = await read()
    const { state, attempts } = movedOn(record, service.claims[id])
    // The phone comes back from paying before WeChat has told us.
    if (state !== 'paying' || attempts.length === 0) return orderOf(service, record, at)
    await ask(centre, id, at)
    return orderOf(await read(), found(await orders.of(centre).get(id)), at)
  },
})
