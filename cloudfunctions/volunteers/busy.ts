import { endsAt as errandEnds, startsAt as errandStarts } from '@/domain/errands/when'
import { dayMs, dayOf, type Instant } from '@/types/shared/day'
import { errands } from '../errands/store'
import { command } from '../kit/cloud'
import { fail } from '../kit/failure'
import type { Facts } from '../kit/passport'
import { idsOf } from '../kit/subject'
import { shifts } from './store'

/** No shift is longer than a week. */
const longest = 7 * dayMs

/** More than all of them have at one time. */
const most = 200

/** A shift or an errand, and when it takes place. */
interface Then {
  _id: string
  startsAt: Instant
  endsAt: Instant
}

/** Who of some people is somewhere else at a time, on a shift or an errand, and what that is called. */
export const busyAmong = async (
  centre: string,
  persons: readonly Facts[],
  { _id, startsAt, endsAt }: Then,
): Promise<ReadonlyMap<string, { title: string }>> => {
  const people = command.in(persons.flatMap(idsOf))
  const [onShift, helping] = await Promise.all([
    shifts.of(centre).find({
      where: { people, endsAt: command.gt(startsAt).and(command.lt(endsAt + longest)) },
      order: [
        ['endsAt', 'asc'],
        ['_id', 'asc'],
      ],
      limit: most,
      fields: { people: true, startsAt: true, state: true, title: true },
    }),
    errands.of(centre).find({
      where: { people, day: command.gte(dayOf(startsAt)).and(command.lte(dayOf(endsAt))) },
      limit: most,
      fields: { people: true, day: true, part: true, state: true, kindName: true },
    }),
  ])
  const taken = new Map<string, { title: string }>()
  for (const one of onShift)
    if (one._id !== _id && one.state === 'open' && one.startsAt < endsAt)
      for (const id of one.people) taken.set(id, { title: one.title })
  for (const one of helping)
    if (
      one._id !== _id &&
      one.state !== 'cancelled' &&
      errandStarts(one) < endsAt &&
      errandEnds(one) > startsAt
    )
      for (const id of one.people) taken.set(id, { title: one.kindName })
  return new Map(
    persons.flatMap((facts) => {
      const what = idsOf(facts).flatMap((id) => taken.get(id) ?? [])[0]
      return what ? [[facts.id, what]] : []
    }),
  )
}

/** `AtTheSameTime` for who is on another shift or an errand at that time. */
export const refuseBusy = async (centre: string, person: Facts, shift: Then): Promise<void> => {
  const other = (await busyAmong(centre, [person], shift)).get(person.id)
  if (other) fail('AtTheSameTime', { title: other.title })
}
