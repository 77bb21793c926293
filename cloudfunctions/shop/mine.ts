import { shop } from '@/types/shop'
import { command } from '../kit/cloud'
import { procedure } from '../kit/procedure'
import { actsAsStaff, idsOf } from '../kit/subject'
import { pointsOf } from '../volunteers/points'
import { complete } from './complete'
import { aidKeptFor } from './keptAid'
import { ordersShown, recorded, type Ordered } from './show'
import { shopOrders } from './store'
import { waitingFor } from './waiting'

/** What waits stands first, on the first page; what ended follows. */
export const mine = procedure(shop, 'mine', {
  async run({ centre, caller, subject, input: { after }, at }) {
    const family = actsAsStaff(caller, subject)
      ? [subject]
      : [caller.person, ...Object.values(caller.dependants)]
    const persons = family.flatMap(idsOf)
    const standing = async (): Promise<Ordered[]> => {
      if (after !== undefined) return []
      const where = { people: command.in(persons) }
      const found = await waitingFor(centre, where, persons)
      const unsettled = found.filter(({ settled }) => !settled)
      if (unsettled.length === 0) return found
      for (const { goods } of unsettled) await complete(centre, goods._id, at)
      return waitingFor(centre, where, persons)
    }
    const waiting = await standing()
    const [points, aid, { documents, next }] = await Promise.all([
      pointsOf(centre, subject),
      after === undefined ? aidKeptFor(centre, persons) : [],
      shopOrders.of(centre).page({
        where: persons.map((person) => ({ person })),
        by: ['at', 'desc'],
        after,
      }),
    ])
    const ended = documents.map(recorded)
    const all = [...waiting.filter(({ id }) => !ended.some((one) => one.id === id)), ...ended]
    return { points, aid, orders: { items: await ordersShown(centre, all), next } }
  },
})
