import { isVerified } from '@/domain/residents/verification'
import type { Refusal } from '@/domain/shared/refusal'
import type { HomeVisit } from '@/types/haircuts'
import type { Day } from '@/types/shared/day'

/** Visits that are still to come. */
export const isOpen = ({ state }: { state: HomeVisit['state'] }): boolean =>
  state === 'asked' || state === 'planned'

interface Asking {
  verifiedUntil: Day | null
  homeName: string | null
  /** Whoever asks says so: nobody is examined for it. */
  cannotWalk: boolean
}

/** Why somebody cannot ask for a haircut at home, or null: verified, unable to walk, with a home, one visit at a time. */
export const mayAsk = (
  { verifiedUntil, homeName, cannotWalk }: Asking,
  before: readonly { state: HomeVisit['state'] }[],
  today: Day,
): Refusal | null => {
  if (!isVerified(verifiedUntil, today)) return { code: 'NotVerified' }
  if (!cannotWalk) return { code: 'CanWalk' }
  if (homeName === null) return { code: 'HomeNeeded' }
  return before.some(isOpen) ? { code: 'AlreadyAsked' } : null
}

/** The turn of a person's next visit: behind the last there is, because old ones do not stay. */
export const nextTurn = (before: readonly { turn: number }[]): number =>
  Math.max(0, ...before.map(({ turn }) => turn)) + 1

/** Why a visit cannot be planned so, or null: nobody goes alone into a home, and nobody visits themselves. */
export const planRefusal = (
  visit: { state: HomeVisit['state']; person: string },
  { on, barbers }: { on: Day; barbers: readonly string[] },
  today: Day,
): Refusal | null => {
  if (!isOpen(visit)) return { code: 'AlreadyDone' }
  if (on < today) return { code: 'InPast' }
  const others = new Set(barbers.filter((barber) => barber !== visit.person))
  return others.size < 2 || others.size < barbers.length ? { code: 'TwoNeeded' } : null
}
