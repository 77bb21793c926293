import { positionOf, type Rules } from '@/domain/activities/places'
import { nextOf } from '@/domain/activities/sessions'
import type { ActivityCard, Registration, RegistrationState } from '@/types/activities'
import type { Instant } from '@/types/shared/day'
import type { Passport } from '../kit/passport'
import { registrationId, type Places, type RegistrationRecord } from './store'

/** A line of a list. Pictures are still file ids: `withAddresses` makes them loadable. */
export const cardOf = (
  {
    _id,
    rules,
    card,
    seats,
    left,
    waiting,
  }: Pick<Places, '_id' | 'rules' | 'card' | 'seats' | 'left' | 'waiting'>,
  at: Instant,
): ActivityCard => ({
  id: _id,
  ...card,
  state: rules.state,
  mode: rules.mode,
  startsAt: rules.startsAt,
  endsAt: rules.endsAt,
  sessions: rules.sessions.length,
  nextSession: nextOf(rules.sessions, at),
  opensAt: rules.opensAt,
  closesAt: rules.closesAt,
  seats,
  left,
  waiting: waiting.length,
  waitlist: rules.waitlist,
  eligibility: rules.eligibility,
})

/** What became of somebody's sign-up. */
export interface Standing {
  person: { id: string; name: string }
  state: RegistrationState
  byName: string | null
  at: Instant
  certifiedAt?: Instant | null
}

/** What a record says of a sign-up, to one of the people it is shown to. */
export const standingOf = (
  caller: Passport,
  { person, personName, state, by, byName, at, certified }: RegistrationRecord,
): Standing => ({
  certifiedAt: certified?.at ?? null,
  person: { id: person, name: personName },
  state,
  byName: caller.person.id === by && caller.person.id === person ? null : byName,
  at,
})

/** A sign-up as its people see it. `attended` holds the numbers of the sessions they were at. */
export const registrationOf = (
  place: Pick<Places, '_id' | 'centre' | 'card' | 'waiting'> & {
    rules: Pick<Rules, 'startsAt' | 'endsAt' | 'cancelUntil' | 'sessions'>
  },
  { person, state, byName, at, certifiedAt = null }: Standing,
  attended: ReadonlySet<number> = new Set(),
): Registration => ({
  id: registrationId(place.centre, place._id, person.id),
  activity: place._id,
  title: place.card.title,
  placeName: place.card.placeName,
  category: place.card.category,
  startsAt: place.rules.startsAt,
  endsAt: place.rules.endsAt,
  cancelUntil: place.rules.cancelUntil,
  person,
  by: byName,
  state,
  position: state === 'waiting' ? positionOf(place.waiting, person.id) : null,
  at,
  sessions: place.rules.sessions.map((session, number) => ({
    ...session,
    attended: attended.has(number),
  })),
  certifiedAt,
})

/** When the session that is on, or comes next, begins: what sign-ups are put in order by. */
export const nextStart = ({ sessions, startsAt }: Registration, at: Instant): Instant =>
  nextOf(sessions, at)?.startsAt ?? startsAt

/** The state at this moment: the claim's where there is one, else what its record came to. */
export const stateNow = (
  place: Pick<Places, 'rules' | 'claims'>,
  { person, state }: Pick<RegistrationRecord, 'person' | 'state'>,
): RegistrationState => {
  const claim = place.claims[person]
  if (!claim) return 'cancelled'
  if (place.rules.state === 'withdrawn') return 'withdrawn'
  return state === 'withdrawn' ? state : claim.state
}
