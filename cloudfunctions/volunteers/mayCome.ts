import { isVolunteer, obstacleOf } from '@/domain/volunteers/takes'
import { staffRoles } from '@/types/shared/roles'
import type { Instant } from '@/types/shared/day'
import { fail } from '../kit/failure'
import { holds, passportId, passports, type Passport } from '../kit/passport'
import type { PersonDoc } from '../residents/store'
import { refuseBusy } from './busy'
import { isOn } from './join'
import type { ShiftDoc } from './store'

/** Whether staff gave somebody a role where a shift is. */
export const isGiven = async (
  { centre, path }: Pick<ShiftDoc, 'centre' | 'path'>,
  { openid }: PersonDoc,
  at: Instant,
): Promise<boolean> => {
  const passport = openid && (await passports.of(centre).get(passportId(centre, openid)))
  return Boolean(passport && holds(passport, staffRoles, path, at))
}

/**
 * Refuses who may not come to a shift: who is no volunteer, cannot do it, may not see homes, is under age for it, or is
 * on another one at that time. Who is on it already, came.
 */
export const refuseWhoMayNot = async (
  shift: ShiftDoc,
  caller: Passport,
  at: Instant,
): Promise<void> => {
  if (isOn(caller.person, shift)) return
  const given = holds(caller, staffRoles, shift.path, at)
  if (!isVolunteer(caller.person, given, shift)) return fail('NotAVolunteer')
  const obstacle = obstacleOf(caller.person, given, shift)
  if (obstacle) return fail(obstacle, { skills: shift.skills.join(',') })
  await refuseBusy(shift.centre, caller.person, shift)
}
