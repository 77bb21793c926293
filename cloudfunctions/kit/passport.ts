import { leaveHolds } from '@/domain/residents/acting'
import { inForce, type Facts, type Grant } from '@/domain/residents/facts'
import type { Instant } from '@/types/shared/day'
import type { StaffRole } from '@/types/shared/roles'
import { collection, type Stored } from './collection'
import { idOf } from './ids'

export type { Facts, Grant }

export interface Dependant extends Facts {
  relation: string
  /** The consent that lets the holder act: given by the person, or by the guardian of a child. */
  consentAt: Instant
}

/** All that says who a WeChat user is at one centre: one read is identity. */
export interface Passport extends Stored {
  openid: string
  person: Facts
  dependants: Readonly<Record<string, Dependant>>
  roles: readonly Grant[]
  /** Raised by every write-through. */
  rev: number
}

export const passports = collection<Passport>('passports')

export const passportId = (centre: string, openid: string): string => idOf(centre, 'w', openid)

/** A passport without those whom the holder may no longer act for at this moment. */
export const actingAt = (passport: Passport, at: Instant): Passport => ({
  ...passport,
  dependants: Object.fromEntries(
    Object.entries(passport.dependants).filter(([, { birthDate, consentAt }]) =>
      leaveHolds(birthDate, consentAt, at),
    ),
  ),
})

/** The record of a person, as far as identity needs it; `residents` owns the rest. */
export interface PersonRecord extends Stored {
  facts: Facts
  /** The record this one was merged into. */
  mergedInto: string | null
}

export const people = collection<PersonRecord>('people')

/** Whether a person holds one of the roles on a node of the path, at a moment. */
export const holds = (
  passport: Pick<Passport, 'roles'>,
  roles: readonly StaffRole[],
  path: readonly string[],
  at: Instant,
): boolean =>
  passport.roles.some(
    (grant) => roles.includes(grant.role) && path.includes(grant.node) && inForce(grant, at),
  )

/** The nodes where a person holds one of the roles, at a moment. */
export const nodesOf = (
  passport: Pick<Passport, 'roles'>,
  roles: readonly StaffRole[],
  at: Instant,
): readonly string[] => [
  ...new Set(
    passport.roles
      .filter((grant) => roles.includes(grant.role) && inForce(grant, at))
      .map(({ node }) => node),
  ),
]

/** The roles a person holds anywhere in the centre, at a moment. */
export const rolesOf = (passport: Passport, at: Instant): StaffRole[] => [
  ...new Set(passport.roles.filter((grant) => inForce(grant, at)).map(({ role }) => role)),
]
