import type { Refusal } from '@/domain/shared/refusal'
import { adultFrom, ageOn } from '@/domain/residents/age'
import type { Facts } from '@/domain/residents/facts'
import { isVerified } from '@/domain/residents/verification'
import { dayMs, dayOf, type Instant } from '@/types/shared/day'
import type { CannotVote, VoteState } from '@/types/votes'

/** More households than a street has in one community; one vote writes a ballot for each. */
export const mostHouseholds = 6000

/** Who hears of a vote late still has time to talk about it at home. */
const leastMs = 60 * 60_000
const mostMs = 90 * dayMs

/** The time of a vote, or why it cannot be: one whose beginning has passed begins now. */
export const timesOf = (
  { from, until }: { from: Instant; until: Instant },
  at: Instant,
): { from: Instant; until: Instant } | Refusal => {
  const begins = Math.max(from, at)
  if (until - begins < leastMs) return { code: 'TooShort' }
  if (until - at > mostMs) return { code: 'TooLong', data: { days: mostMs / dayMs } }
  return { from: begins, until }
}

interface Times {
  readonly state: VoteState
  readonly from: Instant
  readonly until: Instant
}

/** Why no ballot is taken at a moment, or null. */
export const closed = ({ state, from, until }: Times, at: Instant): CannotVote | null => {
  if (state === 'calledOff') return 'CalledOff'
  if (state === 'ended' || at >= until) return 'VoteOver'
  if (state === 'preparing') return 'StillPreparing'
  return at < from ? 'NotBegun' : null
}

/** What keeps somebody from casting the ballot of their home: a verified adult of it may. `door`: it is known. */
export const unfit = (
  { birthDate, verifiedUntil }: Pick<Facts, 'birthDate' | 'verifiedUntil'>,
  door: boolean,
  at: Instant,
): 'HomeNeeded' | 'NotVerified' | 'BirthDateNeeded' | 'TooYoung' | null => {
  const today = dayOf(at)
  if (!door) return 'HomeNeeded'
  if (!isVerified(verifiedUntil, today)) return 'NotVerified'
  if (birthDate === null) return 'BirthDateNeeded'
  return ageOn(birthDate, today) < adultFrom ? 'TooYoung' : null
}

/** Whether households that have not voted can be reminded: once a day, and while there is still time. */
export const mayRemind = (
  { remindedAt, ...times }: Times & { readonly remindedAt: Instant | null },
  at: Instant,
): boolean => closed(times, at) === null && !remindedOn(remindedAt, at)

export const remindedOn = (remindedAt: Instant | null, at: Instant): boolean =>
  remindedAt !== null && dayOf(remindedAt) === dayOf(at)
