import { volunteers } from '@/types/volunteers'
import { dayOf, instantOf } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { isOn } from './join'
import { shiftOf } from './show'
import { shiftFields, shifts } from './store'

const { roles } = volunteers.procedures.shiftsForStaff.may

/** Shifts of the caller's nodes that are not over on a day, soonest first; of one thing, all of them. */
export const shiftsForStaff = procedure(volunteers, 'shiftsForStaff', {
  place: () => anywhere,

  async run({ centre, caller, input: { from, thing, after }, at }) {
    const since = instantOf(from ?? dayOf(at))
    const { documents, next } = await shifts.of(centre).page({
      where: nodesOf(caller, roles, at).map((path) =>
        thing === undefined
          ? { path, endsAt: command.gt(since) }
          : { path, thing, endsAt: command.gt(0) },
      ),
      by: ['endsAt', 'asc'],
      after,
      fields: { ...shiftFields, people: true },
    })
    return { items: documents.map((shift) => shiftOf(shift, isOn(caller.person, shift))), next }
  },
})
