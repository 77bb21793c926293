import type { Facts, Passport } from '../kit/passport'

/** In which capacity somebody changes a record: their own, a relative's, or as staff of the place. */
export type Standing = 'self' | 'relative' | 'staff'

export const standingOf = (caller: Passport, subject: Facts): Standing =>
  subject.id === caller.person.id ? 'self' : caller.dependants[subject.id] ? 'relative' : 'staff'
