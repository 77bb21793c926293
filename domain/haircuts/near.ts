import type { Instant } from '@/types/shared/day'
import { owing } from './balance'
import { lineUp } from './queue'
import { waitingOf, withClaims, type Session } from './session'

/** Whoever has at most two before them. */
const nearest = 3

/**
 * Everybody who is near and was not told is to be told, once: of the line who is due, and behind its end, while the
 * square works, who waits for a place, because a call that finds nobody goes to them. Whoever is still to hear something
 * else hears that first.
 */
export const tellNear = (session: Session, at: Instant): Session => {
  if (session.state === 'calledOff') return session
  const line = waitingOf(session)
  const due = new Set([
    ...line.filter((one) => one.due <= at).map(({ who }) => who),
    ...(at >= session.startsAt ? session.waiting : []),
  ])
  const told = [...lineUp(line, at), ...session.waiting].slice(0, nearest).flatMap((who) => {
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
