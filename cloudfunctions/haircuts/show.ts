import { roomOf } from '@/domain/haircuts/balance'
import {
  hasPriority,
  numberOf,
  positionOf,
  turnAt,
  type Claim,
  type Session,
} from '@/domain/haircuts/session'
import { ageOn } from '@/domain/residents/age'
import type { HaircutSession, QueueLine, Ticket, Upcoming } from '@/types/haircuts'
import { datesShown } from '@/domain/haircuts/dates'
import { dayOf, type Instant } from '@/types/shared/day'
import type { Passport } from '../kit/passport'
import { sessionId, ticketId, type RuleDoc, type SessionDoc } from './store'

/** Numbers that can still be booked: nobody books a slot that is over, nor before those who wait. */
const leftOf = (
  { state, slots, waiting }: Pick<SessionDoc, 'state' | 'slots' | 'waiting'>,
  at: Instant,
) =>
  state === 'calledOff' || waiting.length > 0
    ? 0
    : slots.reduce((sum, { left, endsAt }) => sum + (at < endsAt ? left : 0), 0)

/** A session with its slots, without anybody in it. */
export const sessionOf = (session: SessionDoc, at: Instant): HaircutSession => {
  const left = leftOf(session, at)
  return {
    id: session._id,
    day: session.day,
    placeName: session.placeName,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    opensAt: session.opensAt,
    state: session.state,
    because: session.because,
    capacity: roomOf(session).capacity,
    left,
    waiting: session.waiting.length,
    slots: session.slots.map(({ startsAt, endsAt, left: free }, slot) => ({
      slot,
      startsAt,
      endsAt,
      left: left > 0 && at < endsAt ? free : 0,
    })),
  }
}

/** The state people see: who has a number kept elsewhere keeps it when the session is called off. */
const stateOf = (session: Session, { state }: Claim): Ticket['state'] =>
  session.state === 'calledOff' && state !== 'keptForNext' ? 'calledOff' : state

/** Somebody's number. `ahead` is known on the day, from the whole queue. */
export const ticketOf = (
  session: SessionDoc,
  person: { id: string; name: string },
  claim: Claim,
  caller: Passport,
  ahead: number | null = null,
): Ticket => ({
  id: ticketId(session.centre, session._id, person.id),
  session: session._id,
  person,
  by: caller.person.id === claim.by && caller.person.id === person.id ? null : claim.byName,
  number: numberOf(session.numbers, person.id, claim),
  position: positionOf(session.waiting, person.id),
  startsAt: turnAt(session, claim),
  placeName: session.placeName,
  state: stateOf(session, claim),
  priority: hasPriority(session, claim),
  ahead,
  at: claim.at,
})

/** What is left of a number that was given back. */
export const cancelledTicket = (
  session: SessionDoc,
  person: { id: string; name: string },
  at: Instant,
): Ticket => ({
  id: ticketId(session.centre, session._id, person.id),
  session: session._id,
  person,
  by: null,
  number: null,
  position: null,
  startsAt: session.startsAt,
  placeName: session.placeName,
  state: 'cancelled',
  priority: false,
  ahead: null,
  at: session.gone[person.id]?.at ?? at,
})

/** The id of somebody who came without a record begins with this, behind the centre. */
export const nameless = 'hx'

/** A line of the queue, for staff. */
export const lineOf = (session: SessionDoc, who: string, claim: Claim): QueueLine => ({
  ticket: ticketId(session.centre, session._id, who),
  person: who.startsWith(`${session.centre}_${nameless}`) ? null : who,
  name: claim.name,
  number: numberOf(session.numbers, who, claim) ?? 0,
  age: claim.birthDate === null ? null : ageOn(claim.birthDate, session.day),
  priority: hasPriority(session, claim),
  passed: claim.passed,
  startsAt: turnAt(session, claim),
  walkIn: claim.pool === 'walkIn',
  state: stateOf(session, claim),
  calledAt: claim.called?.at ?? null,
  by: claim.byName,
})

/** The dates on show, from today on, each with its session once there is one. */
export const datesOn = (
  { dates, centre }: Pick<RuleDoc, 'dates' | 'centre'>,
  sessions: ReadonlySet<string>,
  at: Instant,
): Upcoming[] =>
  dates
    .filter(({ day }) => day >= dayOf(at))
    .slice(0, datesShown)
    .map((date) => {
      const session = sessionId(centre, date.usual)
      return {
        ...date,
        warnings: [...date.warnings],
        session: sessions.has(session) ? session : null,
      }
    })
