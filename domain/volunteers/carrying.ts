import type { Carried, ShiftKind } from '@/types/volunteers'
import { dayOf, type Day, type Instant } from '@/types/shared/day'

interface Carrying {
  kind: ShiftKind
  carries: Carried | null
}

/** Only deliveries carry a meal. */
export const carriedAs = (kind: ShiftKind, carries: Carried | null): Carried | null =>
  kind === 'delivery' ? carries : null

export const sameMeal = (one: Carried | null, other: Carried | null): boolean =>
  one?.node === other?.node && one?.meal === other?.meal

/** What somebody carries today who is on a shift: doors and phones are nobody's business on other days. */
export const carriedToday = (
  { kind, carries, state, startsAt }: Carrying & { state: 'open' | 'calledOff'; startsAt: Instant },
  today: Day,
): Carried | null =>
  state === 'open' && dayOf(startsAt) === today ? carriedAs(kind, carries) : null
