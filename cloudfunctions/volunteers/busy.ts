import type { Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { fail } from '../kit/failure'
import type { Facts } from '../kit/passport'
import { idsOf } from '../kit/subject'
import { shifts } from './store'

/** More than anybody is on in the days ahead. */
const most = 60

/**
 * `AtTheSameTime` for who is on another shift at that time. Two taps in the same moment may both pass: nobody is harmed,
 * and both shifts stand in their list.
 */
export const refuseBusy = async (
  centre: string,
  person: Facts,
  shift: { _id: string; startsAt: Instant; endsAt: Instant },
): Promise<void> => {
  const theirs = await Promise.all(
    idsOf(person).map((people) =>
      shifts.of(centre).find({
        where: { people, endsAt: command.gt(shift.startsAt) },
        order: [
          ['endsAt', 'asc'],
          ['_id', 'asc'],
        ],
        limit: most,
        fields: { startsAt: true, state: true, title: true },
      }),
    ),
  )
  const other = theirs
    .flat()
    .find(
      ({ _id, state, startsAt }) =>
        _id !== shift._id && state === 'open' && startsAt < shift.endsAt,
    )
  if (other) fail('AtTheSameTime', { title: other.title })
}
