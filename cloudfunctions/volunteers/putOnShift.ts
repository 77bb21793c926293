import { ageObstacle, homeObstacle } from '@/domain/volunteers/takes'
import { staffRoles } from '@/types/shared/roles'
import { volunteers } from '@/types/volunteers'
import type { Instant } from '@/types/shared/day'
import { fail, found } from '../kit/failure'
import { holds, passportId, passports } from '../kit/passport'
import { procedure } from '../kit/procedure'
import { personNow, type PersonDoc } from '../residents/store'
import { refuseBusy } from './busy'
import { isOn, join } from './join'
import { wholeShift, type ShiftDoc } from './store'

/** Anybody who said yes to staff: also somebody without a phone. Into homes goes nobody but who is known. */
export const putOnShift = procedure(volunteers, 'putOnShift', {
  load: async ({ centre, input }) => {
    const [shift, person] = await Promise.all([
      wholeShift(centre, input.shift),
      personNow(centre, input.person),
    ])
    return { shift, person }
  },
  place: ({ loaded }) => found(loaded.shift).path,

  async run({ centre, caller, loaded, input: { key }, at }) {
    const by = caller.person.id
    const shift = found(loaded.shift)
    const person = found(loaded.person)
    if (!isOn(person.facts, shift)) {
      const obstacle =
        ageObstacle(person.facts, shift) ??
        (homeObstacle(person.facts, false, shift) && (await unknownIn(shift, person, at)))
      if (obstacle) return fail(obstacle)
      await refuseBusy(centre, person.facts, shift)
    }
    await join(centre, shift, person.facts, { key, by, at })
    return {}
  },
})

/** Staff gave them a role where the shift is, or they are not known there. */
const unknownIn = async (
  { centre, path }: ShiftDoc,
  { openid }: PersonDoc,
  at: Instant,
): Promise<'NotVerified' | null> => {
  const passport = openid && (await passports.of(centre).get(passportId(centre, openid)))
  return passport && holds(passport, staffRoles, path, at) ? null : 'NotVerified'
}
