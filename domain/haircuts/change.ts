import type { NoticeEvent } from '@/types/notices'
import type { Instant } from '@/types/shared/day'
import { askForLost, balanced } from './balance'
import { slotTimes } from './capacity'
import { tellNear } from './near'
import { takesUp, withClaims, type Claim, type Session } from './session'

/** Those who wait for the day in some way, and are told when it changes. */
const concerned = ({ state }: Claim): boolean =>
  state === 'booked' || state === 'arrived' || state === 'waiting' || state === 'asked'

const tellAll = (session: Session, event: NoticeEvent, key: string): Session =>
  withClaims(
    session,
    Object.fromEntries(
      Object.entries(session.claims)
        .filter(([, claim]) => concerned(claim))
        .map(([who, claim]) => [who, { ...claim, owed: { event, key: `${claim.key}-${key}` } }]),
    ),
  )

/** How many are told when a session is moved or called off. */
export const concernedBy = ({ claims }: Session): number =>
  Object.values(claims).filter(concerned).length

/** The barbers are those of the shift, as it was at its `seq`; an older word than the last is not heard. */
export const follow = (
  session: Session,
  { barbers, seq }: { barbers: readonly string[]; seq: number },
  at: Instant,
): Session => {
  if (seq <= session.barbersSeq) return session
  const known = session.barbers !== null || barbers.length > 0
  const cutters = known ? [...barbers].sort() : null
  // What was decided for other barbers is decided again.
  const rev = session.rev + (cutters?.join() === session.barbers?.join() ? 0 : 1)
  const after = { ...session, rev, barbers: cutters, barbersSeq: seq }
  const left = session.barbers?.some((barber) => !barbers.includes(barber)) ?? false
  // Of one that is called off everybody knows already that nobody cuts.
  const asks = left && session.state === 'open' && at < session.endsAt
  return tellNear(balanced(asks ? askForLost(session, after) : after, at), at)
}

/** Called off: everybody is told; whose number was kept from an earlier date has it kept once more. */
export const callOff = (session: Session, because: string, key: string): Session => {
  if (session.state === 'calledOff') return session
  const told = tellAll(session, 'haircutCalledOff', key)
  const promised = Object.entries(told.claims).filter(
    ([, claim]) => claim.keptFrom !== null && takesUp(claim) && concerned(claim),
  )
  const asked = Object.entries(told.claims).filter(([, { state }]) => state === 'asked')
  return {
    ...withClaims(
      told,
      Object.fromEntries(
        [...promised, ...asked].map(([who, claim]) => [
          who,
          { ...claim, state: 'keptForNext' as const, keptIn: null },
        ]),
      ),
    ),
    state: 'calledOff',
    because,
    rev: session.rev + 1,
  }
}

type Fixed = Pick<Session, 'day' | 'startsAt' | 'endsAt' | 'opensAt' | 'terms'>

/**
 * Another day, time or terms; everybody is told when they have to come at another time, or `place` is another. The
 * slots keep their length, so that everybody keeps their place among them. One that was called off is on again, with what
 * staff planned until its barbers say yes anew.
 */
export const rearrange = (
  session: Session,
  fixed: Fixed,
  { place, key, at }: { place: boolean; key: string; at: Instant },
): Session => {
  const terms = { ...fixed.terms, slotMinutes: session.terms.slotMinutes }
  const slots = slotTimes(fixed.startsAt, fixed.endsAt, terms.slotMinutes)
  const moves = place || fixed.startsAt !== session.startsAt || session.state === 'calledOff'
  const last = slots.length - 1
  const claims = Object.fromEntries(
    Object.entries(session.claims).map(([who, claim]) => [
      who,
      {
        ...claim,
        slot: claim.slot === null ? null : Math.min(claim.slot, last),
        due: moves ? null : claim.due,
      },
    ]),
  )
  const next: Session = {
    ...session,
    ...fixed,
    terms,
    claims,
    barbers: session.state === 'calledOff' ? null : session.barbers,
    state: 'open',
    because: null,
    rev: session.rev + 1,
    slots: slots.map((slot, i) => ({ ...slot, left: session.slots[i]?.left ?? 0 })),
  }
  const fewer = askForLost(session, next)
  return balanced(moves ? tellAll(fewer, 'haircutMoved', key) : fewer, at)
}
