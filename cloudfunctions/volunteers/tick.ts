import { judgeSight } from '@/domain/shared/rotatingCode'
import { doorsOf } from '@/domain/volunteers/attendance'
import { volunteers } from '@/types/volunteers'
import { audited } from '../kit/audit'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { personNow } from '../residents/store'
import { complete } from './complete'
import { leads, maySee, see } from './see'
import { wholeShift } from './store'

/**
 * The one who leads a shift saw them, or staff, whose act stays on record. Who ticks somebody is no second person for
 * their hours.
 */
export const tick = procedure(volunteers, 'tick', {
  load: async ({ centre, input }) => {
    const [shift, person] = await Promise.all([
      wholeShift(centre, input.shift),
      personNow(centre, input.person),
    ])
    return { shift, person }
  },

  async run({ centre, caller, loaded, input, requestId, at }) {
    const shift = found(loaded.shift)
    if (!maySee(caller, shift, at)) fail('NotTheLeader')
    const { facts } = found(loaded.person)
    if (idsOf(caller.person).includes(facts.id)) fail('NotYourself')
    const { key, leaving, scannedAt = null } = input
    const scan = judgeSight(doorsOf(shift, leaving), { at, scannedAt })
    const by = caller.person.id
    const act = async () => {
      const seen = await see(shift, facts, { key, leaving, scan, seenAt: scannedAt ?? at, at, by })
      if (seen.attendance.out !== null) await complete(centre, shift._id, at)
      return seen
    }
    if (leads(caller, shift)) return act()
    const entry = { actor: by, subject: facts.id, procedure: 'volunteers.tick', requestId, key }
    return audited(centre, act, true, entry)
  },
})
