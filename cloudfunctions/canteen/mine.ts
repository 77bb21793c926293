import { canteen } from '@/types/canteen'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { orderOf } from './show'
import { orders, servicesFor } from './store'

export const mine = procedure(canteen, 'mine', {
  async run({ centre, caller, subject, input: { forResident, after }, at }) {
    const family = [caller.person, ...Object.values(caller.dependants)]
    const eaters = forResident === undefined ? family : [subject]
    const persons = eaters.flatMap(idsOf)
    const known = new Map(eaters.flatMap((one) => idsOf(one).map((id) => [id, one.id] as const)))
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
      // An order made before a merge is of the person whose record was kept.
      const person = known.get(record.person ?? '') ?? record.person
      return service ? [orderOf(service, { ...record, person }, at)] : []
    })
    return { items, next }
  },
})
