import type { Day, Instant } from '@/types/shared/day'
import type { StaffRole } from '@/types/shared/roles'
import { collection, type Stored } from './collection'
import { idOf } from './ids'

/** What decisions need to know of a person; kept in the person's record and copied to the passports that use it. */
export interface Facts {
  id: string
  name: string
  birthDate: Day | null
  household: string | null
  /** Nodes from the centre down to the building of the home; only the centre when no home is known. */
  path: readonly string[]
  /** Residency is verified up to and including this day. */
  verifiedUntil: Day | null
  /** Audience tag → the day it lapses, or null when it does not. */
  tags: Readonly<Record<string, Day | null>>
  /** Ids of records that were merged into this one: what they hold counts for this person. */
  former?: readonly string[]
}

/** A role on a node; it holds for everything below, until `until` when set. */
export interface Grant {
  role: StaffRole
  node: string
  until: Instant | null
  /** The person a deputy stands in for while they are away. */
  inPlaceOf?: string
}

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
  /** Confirmed volunteer hours by month, `2026-11` → hours; the last 13 months. */
  hours: Readonly<Record<string, number>>
  /** Raised by every write-through. */
  rev: number
}

export const passports = collection<Passport>('passports')

export const passportId = (centre: string, openid: string): string => idOf(centre, 'w', openid)

/** The record of a person, as far as identity needs it; `residents` owns the rest. */
export interface PersonRecord extends Stored {
  facts: Facts
  /** The record this one was merged into. */
  mergedInto: string | null
}

export const people = collection<PersonRecord>('people')

/** Whether a person holds one of the roles on a node of the path, at a moment. */
export const holds = (
  passport: Passport,
  roles: readonly StaffRole[],
  path: readonly string[],
  at: Instant,
): boolean =>
  passport.roles.some(
    ({ role, node, until }) =>
      roles.includes(role) && path.includes(node) && (until === null || at < until),
  )

/** The nodes where a person holds one of the roles, at a moment. */
export const nodesOf = (
  passport: Passport,
  roles: readonly StaffRole[],
  at: Instant,
): readonly string[] => [
  ...new Set(
    passport.roles
      .filter(({ role, until }) => roles.includes(role) && (until === null || at < until))
      .map(({ node }) => node),
  ),
]

/** The roles a person holds anywhere in the centre, at a moment. */
export const rolesOf = (passport: Passport, at: Instant): StaffRole[] => [
  ...new Set(
    passport.roles.filter(({ until }) => until === null || at < until).map(({ role }) => role),
  ),
]
