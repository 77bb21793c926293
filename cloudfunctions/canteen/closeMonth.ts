import { finalFrom } from '@/domain/canteen/serving'
import { isOpenIn } from '@/domain/canteen/settlement'
import { canteen } from '@/types/canteen'
import { dayOf, monthOf, type Instant } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import { fail } from '../kit/failure'
import { holds } from '../kit/passport'
import { centreNode, procedure, wholeCentre } from '../kit/procedure'
import { closingOf, figuresOf, mealsOfMonth, settlementOf } from './settled'
import { closingId, monthClosings } from './store'

/** Who may sign for whom. */
const signers = { operator: ['canteenStaff'], centre: ['centreStaff', 'admin'] } as const

/** How soon the sweep writes down what a meal still owes. */
const soonMs = 10 * 60_000

/** When nothing of a month's meals changes any more: a moment to come, or null when that is so now. */
const openUntil = async (centre: string, month: string, at: Instant): Promise<Instant | null> => {
  const meals = await mealsOfMonth(centre, month)
  const last = Math.max(0, ...meals.map(finalFrom))
  if (last > at) return last
  return meals.some(({ owes, ended }) => owes || !ended) ? at + soonMs : null
}

/**
 * The first signature fixes the figures, the second is for the same. Only once all that can happen to the month's meals
 * has happened: what comes later would be money of no month. Later refunds are entries of a later month.
 */
export const closeMonth = procedure(canteen, 'closeMonth', {
  place: wholeCentre,

  async run({ centre, caller, input: { month, as }, at }) {
    if (!holds(caller, signers[as], [centreNode(centre)], at)) fail('NotAllowed')
    if (monthOf(dayOf(at)) <= month) fail('MonthNotOver')
    const { id, name } = caller.person
    const signature = { by: id, name, at }
    return decide(async () => {
      const closing = await closingOf(centre, month)
      const mine = closing?.signed[as]
      if (mine?.by === id) return settlementOf(centre, month, closing)
      if (mine) fail('AlreadyClosed')
      const others = Object.values(closing?.signed ?? {})
      if (others.some(({ by }) => by === id)) fail('SamePerson')
      if (closing) {
        const signed = { ...closing.signed, [as]: signature }
        const taken = await monthClosings
          .of(centre)
          .change(
            closing._id,
            { [`signed.${as}`]: command.set(signature) },
            { [`signed.${as}`]: command.exists(false) },
          )
        return taken ? settlementOf(centre, month, { ...closing, signed }) : again
      }
      const until = await openUntil(centre, month, at)
      if (until !== null) fail('MealsOpen', { until })
      const { figures, records } = await figuresOf(centre, month)
      if (records.some((order) => isOpenIn(month, order))) fail('OrdersOpen')
      const first = { month, figures, signed: { [as]: signature } }
      const _id = closingId(centre, month)
      const taken = await monthClosings.of(centre).insert({ _id, centre, v: 1, ...first })
      return taken ? settlementOf(centre, month, { _id, centre, v: 1, ...first }) : again
    })
  },
})
