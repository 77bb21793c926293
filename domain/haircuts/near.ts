import type { Instant } from '@/types/shared/day'
import { owing, roomOf } from './balance'
import { lineUp } from './queue'
import { takesUp, waitingOf, withClaims, type Session } from './session'

/** Whoever has at most two before them. */
const nearest = 3

/** Those who wait for a place whom a call will come to behind the line: as many as did not come to theirs. */
const spareFor = (session: Session): readonly string[] => {
  const booked = Object.values(session.claims).filter(
    (claim) => claim.pool === 'booked' && takesUp(claim),
  )
  const missed = booked.filter(({ state }) => state === 'noShow').length
  const free = roomOf(session).bookable - (booked.length - missed)
  return session.waiting.slice(0, Math.max(0, Math.min(missed, free)))
}

/**
 * Everybody who is near and was not told is to be told, once: of the line who is due, and behind its end who waits for
 * the place of somebody who did not come. Whoever is still to hear something else hears that first.
 */
export const tellNear = (session: Session, at: Instant): Session => {
  if (session.state === 'calledOff') return session
  const line = waitingOf(session)
  const spare = spareFor(session)
  const due = new Set([...line.filter((one) => one.due <= at).map(({ who }) => who), ...spare])
  const told = [...lineUp(line, at), ...spare].slice(0, nearest).flatMap((who) => {
    const claim = session.claims[who]!
    return due.has(who) && !claim.twoTold && claim.owed === null ? [[who, claim] as const] : []
  })
  if (told.length === 0) return session
  return withClaims(
    session,
    Object.fromEntries(
      told.map(([who, claim]) => [
        who,
        { ...claim, twoTold: true, owed: owing(session, 'haircutTwoBefore', claim) },
      ]),
    ),
  )
}
