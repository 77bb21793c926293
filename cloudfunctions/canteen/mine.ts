import { canteen } from '@/types/canteen'
import { procedure } from '../kit/procedure'
import { orderOf } from './show'
import { orders, servicesFor } from './store'
import { idsOf } from './subject'

export const mine = procedure(canteen, 'mine', {
  async run({ centre, caller, input: { after }, at }) {
    const persons = [caller.person, ...Object.values(caller.dependants)].flatMap(idsOf)
    const { documents, next } = await orders.of(centre).page({
      where: persons.map((person) => ({ person })),
      by: ['startsAt', 'desc'],
      after,
    })
    const meals = await servicesFor(
      centre,
      documents.map((record) => record.service),
      documents.map(({ _id }) => _id),
    )
    const items = documents.flatMap((record) => {
      const service = meals.get(record.service)
      return service ? [orderOf(service, record, at)] : []
    })
    return { items, next }
  },
})
