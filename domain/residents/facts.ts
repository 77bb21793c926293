import type { Day, Instant } from '@/types/shared/day'
import type { StaffRole } from '@/types/shared/roles'
import type { Skill } from '@/types/shared/skills'

/** That somebody registered as a volunteer, and what they can do. */
export interface VolunteerFacts {
  since: Day
  skills: readonly Skill[]
}

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
  /** Confirmed volunteer minutes by month, `2026-11` → 540; the last 13 months. Absent before the first. */
  minutes?: Readonly<Record<string, number>>
  /** Absent for who is no volunteer, or no longer. */
  volunteer?: VolunteerFacts
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

/** Whether a grant holds at a moment. */
export const inForce = ({ until }: Grant, at: Instant): boolean => until === null || at < until
