import { attended } from '@/domain/volunteers/attendance'
import { isSecond } from '@/domain/volunteers/hours'
import { volunteers } from '@/types/volunteers'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { namesOf } from '../residents/store'
import { isOn } from './join'
import { attendanceOf, leads, maySee } from './see'
import { codeShown } from './shiftCode'
import { shiftOf } from './show'
import { hoursEntries, mostEntries, wholeShift } from './store'

/** Who is on it, in the order they said yes; hours that wait are shown to the leader, who may be their second person. */
export const leadShift = procedure(volunteers, 'leadShift', {
  load: ({ centre, input }) => wholeShift(centre, input.shift),

  async run({ centre, caller, loaded, at }) {
    const shift = found(loaded)
    if (!maySee(caller, shift, at)) fail('NotTheLeader')
    const me = idsOf(caller.person)
    const [names, entries] = await Promise.all([
      namesOf(centre, Object.keys(shift.claims)),
      hoursEntries.of(centre).find({
        where: { shift: shift._id },
        limit: mostEntries,
        fields: { state: true },
      }),
    ])
    const stateOf = new Map(entries.map(({ _id, state }) => [_id, state]))
    return {
      shift: shiftOf(shift, isOn(caller.person, shift)),
      ...codeShown(shift, at),
      people: Object.entries(shift.claims)
        .sort(([, a], [, b]) => a.at - b.at)
        .map(([person, { name, seen, hours }]) => {
          // What is not written yet is proposed: it is written before it is confirmed.
          const state = hours ? (stateOf.get(hours.entry) ?? 'proposed') : null
          const there = seen ? attended(shift, seen, at) : null
          const second =
            hours !== undefined &&
            isSecond(me, { person, enteredBy: hours.by, ...(there && { seen: there }) })
          return {
            person,
            name: names.get(person) ?? name,
            me: me.includes(person),
            attendance: there && attendanceOf(there),
            toConfirm:
              hours && state === 'proposed' && second && leads(caller, shift)
                ? { entry: hours.entry, minutes: hours.minutes }
                : null,
            confirmed: state === 'confirmed',
          }
        }),
    }
  },
})
