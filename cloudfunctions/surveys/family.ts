import { seesSensitiveTags } from '@/domain/residents/tags'
import type { Instant } from '@/types/shared/day'
import type { Facts, Passport } from '../kit/passport'
import { actsAsStaff } from '../kit/subject'

/** Those a list is for: the caller and whom they act for, or the one person staff came for. */
export const familyOf = (
  { person, dependants }: Passport,
  subject: Facts,
  forResident: string | undefined,
): Facts[] => (forResident === undefined ? [person, ...Object.values(dependants)] : [subject])

/** Whether nothing of a survey that only some may know of is for the caller to see of somebody. */
export const keptFrom = (caller: Passport, one: Facts, at: Instant): boolean =>
  actsAsStaff(caller, one) && !seesSensitiveTags(caller.roles, one.path, at)
