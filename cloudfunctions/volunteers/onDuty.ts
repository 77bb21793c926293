import { maskName } from '@/domain/residents/masking'
import { attended } from '@/domain/volunteers/attendance'
import { isMinor } from '@/domain/volunteers/registration'
import { longestShiftMs } from '@/domain/volunteers/shifts'
import { dayOf, type Instant } from '@/types/shared/day'
import { volunteers } from '@/types/volunteers'
import { centreRecordOf } from '../centre/store'
import { command } from '../kit/cloud'
import { procedure } from '../kit/procedure'
import { personsNow } from '../residents/store'
import { shifts, type ShiftDoc } from './store'

/** More are not on at a time in one centre. */
const most = 50

/** So many of a shift are named: whoever looks for somebody finds them by one. */
const mostNamed = 6

/** Shifts that are on, with somebody who is there or did not check in yet, the first to end at the top; where none has a phone, that of the centre. */
export const onDuty = procedure(volunteers, 'onDuty', {
  load: async ({ centre, at }) => {
    const [now, record] = await Promise.all([
      shifts.of(centre).find({
        where: {
          state: 'open',
          endsAt: command.and([command.gt(at), command.lte(at + longestShiftMs)]),
          startsAt: command.lte(at),
        },
        order: [
          ['endsAt', 'asc'],
          ['_id', 'asc'],
        ],
        limit: most,
        fields: {
          kind: true,
          title: true,
          placeName: true,
          startsAt: true,
          endsAt: true,
          phone: true,
          people: true,
          claims: true,
        },
      }),
      centreRecordOf(centre),
    ])
    return { now, record }
  },

  async run({ centre, loaded: { now, record }, at }) {
    const there = now.map((shift) => ({ shift, ...thereAt(shift, at) }))
    const named = there.flatMap(({ ids }) => ids.slice(0, mostNamed))
    const persons = await personsNow(centre, [...new Set(named)])
    return {
      items: there
        .filter(({ ids }) => ids.length > 0)
        .map(({ shift, ids, here }) => {
          const names = ids.slice(0, mostNamed).flatMap((id) => {
            const { facts } = persons.get(id) ?? {}
            return facts && !isMinor(facts.birthDate, true, dayOf(at)) ? [maskName(facts.name)] : []
          })
          return {
            id: shift._id,
            kind: shift.kind,
            title: shift.title,
            placeName: shift.placeName,
            names,
            more: ids.length - names.length,
            here,
            until: shift.endsAt,
            phone: shift.phone ?? record?.phone ?? null,
          }
        }),
    }
  },
})

/** Who is there: those who checked in and did not go, or everybody on it before anybody checked in. */
const thereAt = (
  shift: Pick<ShiftDoc, 'people' | 'claims' | 'startsAt' | 'endsAt'>,
  at: Instant,
): { ids: readonly string[]; here: boolean } => {
  const { people, claims } = shift
  if (!people.some((id) => claims[id]?.seen)) return { ids: people, here: false }
  const ids = people.filter((id) => {
    const seen = claims[id]?.seen
    return seen && attended(shift, seen, at).out === null
  })
  return { ids, here: true }
}
