import {
  homeObstacle,
  isVolunteer,
  minorObstacle,
  obstacleOf,
  type Asked,
} from '@/domain/volunteers/takes'
import { staffRoles } from '@/types/shared/roles'
import type { Instant } from '@/types/shared/day'
import { fail } from '../kit/failure'
import { command } from '../kit/cloud'
import { holds, passportId, passports, type Facts, type Passport } from '../kit/passport'
import { people, personNow, type PersonDoc } from '../residents/store'
import { refuseBusy } from './busy'
import { isOn } from './join'
import type { ShiftDoc } from './store'

/** What somebody is known by as a caller; null for who has no phone of their own. */
const passportOf = async (
  centre: string,
  openid: string | null | undefined,
): Promise<Passport | null> =>
  openid ? passports.of(centre).get(passportId(centre, openid)) : null

/** Whether staff gave somebody a role where a shift is. */
export const isGiven = async (
  { centre, path }: Pick<ShiftDoc, 'centre' | 'path'>,
  { openid }: Partial<Pick<PersonDoc, 'openid'>>,
  at: Instant,
): Promise<boolean> => {
  const passport = await passportOf(centre, openid)
  return passport !== null && holds(passport, staffRoles, path, at)
}

/** Somebody who may come to shifts, with the roles they were given themselves. */
export type Comer = Pick<Passport, 'person' | 'roles'>

/** Who comes, whoever taps for them: who may come is asked of the person alone. */
export const comerOf = async (caller: Passport, subject: Facts): Promise<Comer> => {
  if (subject.id === caller.person.id) return caller
  const { centre } = caller
  const passport = await passportOf(centre, (await personNow(centre, subject.id))?.openid)
  return { person: subject, roles: passport?.roles ?? [] }
}

/** Who of the family tapped for somebody; nobody when they did so themselves. */
export const actorFor = (caller: Passport, subject: Facts): { actor?: string } =>
  subject.id === caller.person.id ? {} : { actor: caller.person.id }

/**
 * Refuses who may not come to a shift: who is no volunteer, cannot do it, may not see homes, is under age for it, or is
 * on another one at that time. Who is on it already, came.
 */
export const refuseWhoMayNot = async (
  shift: ShiftDoc,
  comer: Comer,
  at: Instant,
): Promise<void> => {
  const { person } = comer
  if (isOn(person, shift)) return
  const given = holds(comer, staffRoles, shift.path, at)
  if (!isVolunteer(person, given, shift)) return fail('NotAVolunteer')
  const obstacle = obstacleOf(person, given, shift)
  if (obstacle) return fail(obstacle, { skills: shift.skills.join(',') })
  await refuseBusy(shift.centre, person, shift)
}

type Put = Pick<PersonDoc, 'facts'> & Partial<Pick<PersonDoc, 'openid'>>

/**
 * What keeps somebody from a shift that staff put them on: for who is under age the guardian registered them, and into
 * homes goes nobody but who is known.
 */
export const putObstacle = async (
  shift: Pick<ShiftDoc, 'centre' | 'path'>,
  asked: Asked,
  person: Put,
  at: Instant,
): Promise<'GuardianNeeded' | 'AdultsOnly' | 'NotAlone' | 'NotVerified' | null> => {
  const { facts } = person
  const obstacle = minorObstacle(facts, asked) ?? homeObstacle(facts, false, asked)
  if (obstacle !== 'NotVerified') return obstacle
  return (await isGiven(shift, person, at)) ? null : obstacle
}

/** Who is on a shift and may not be on what it is to become, by name. */
export const keptFrom = async (shift: ShiftDoc, next: Asked, at: Instant): Promise<string[]> => {
  const ids = Object.keys(shift.claims)
  if (ids.length === 0) return []
  const persons = await people.of(shift.centre).find({
    where: { _id: command.in(ids) },
    limit: ids.length,
    fields: { facts: true, openid: true },
  })
  const kept = await Promise.all(
    persons.map(async (person) => {
      if ((await putObstacle(shift, next, person, at)) === null) return []
      return (await putObstacle(shift, shift, person, at)) === null ? [person.facts.name] : []
    }),
  )
  return kept.flat()
}
