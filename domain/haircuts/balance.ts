import type { NoticeEvent } from '@/types/notices'
import type { Instant } from '@/types/shared/day'
import { capacityOf, leftBySlot, placesBySlot, walkInsOf } from './capacity'
import { numberOf, takesUp, withClaims, type Claim, type Session } from './session'

/** Cuts of a session, and how many of them can be booked. */
export const roomOf = ({
  terms,
  barbers,
  startsAt,
  endsAt,
}: Pick<Session, 'terms' | 'barbers' | 'startsAt' | 'endsAt'>): {
  capacity: number
  bookable: number
  walkIns: number
} => {
  const minutes = (endsAt - startsAt) / 60_000
  const capacity = capacityOf(terms, barbers && barbers.map(() => minutes))
  const walkIns = walkInsOf(capacity, terms.walkInPercent)
  return { capacity, walkIns, bookable: capacity - walkIns }
}

const inPool = ({ claims }: Session, pool: Claim['pool']): Claim[] =>
  Object.values(claims).filter((claim) => claim.pool === pool && takesUp(claim))

/** The key of a notice: one for each time it happens. */
export const owing = (session: Session, event: NoticeEvent, { key }: Claim): Claim['owed'] => ({
  event,
  key: `${key}-${session.seq}`,
})

/**
 * The last numbers, so many of them: they are asked what they want. Whoever is on the square stays in its line: they
 * are there to be told, and some of them have no phone to be asked by.
 */
const ask = (session: Session, count: number): Session => {
  const last = Object.entries(session.claims)
    .filter(([, { pool, state }]) => pool === 'booked' && state === 'booked')
    .map(([who, claim]) => ({ who, claim, number: numberOf(session.numbers, who, claim) ?? 0 }))
    .sort((one, other) => other.number - one.number)
    .slice(0, count)
  return withClaims(
    session,
    Object.fromEntries(
      last.map(({ who, claim }) => [
        who,
        {
          ...claim,
          state: 'asked' as const,
          slot: null,
          due: null,
          first: true,
          owed: owing(session, 'haircutAsk', claim),
        },
      ]),
    ),
  )
}

/** Who gets a place that is free: who lost a number and said they wait, who lost one and has not said, then the line. */
const nextInLine = ({ claims, numbers, waiting }: Session): string | undefined => {
  const [first] = waiting
  if (first !== undefined && claims[first]?.first) return first
  const [asked] = Object.entries(claims)
    .filter(([, { state }]) => state === 'asked')
    .sort(([one], [other]) => numbers.lastIndexOf(one) - numbers.lastIndexOf(other))
  return asked?.[0] ?? first
}

/** When somebody's turn to wait begins who gets a place of a slot at a moment. */
export const dueFrom = (startsAt: Instant, at: Instant): Instant | null =>
  startsAt < at ? at : null

const promote = (session: Session, who: string, slot: number, at: Instant): Session => {
  const claim = session.claims[who]!
  const promoted: Claim = {
    ...claim,
    state: 'booked',
    slot,
    due: dueFrom(session.slots[slot]?.startsAt ?? 0, at),
    owed: owing(session, 'haircutPromoted', claim),
  }
  return {
    ...withClaims(session, { [who]: promoted }),
    waiting: session.waiting.filter((one) => one !== who),
    // Who lost a place with a barber gets the old number back.
    numbers: claim.first ? session.numbers : [...session.numbers, who],
  }
}

/** The counts as the claims have them. */
const counted = (session: Session): Session => {
  const { bookable, walkIns } = roomOf(session)
  const booked = session.slots.map(
    (_, slot) => inPool(session, 'booked').filter((claim) => claim.slot === slot).length,
  )
  const left = leftBySlot(placesBySlot(session.slots, bookable), booked)
  return {
    ...session,
    slots: session.slots.map((slot, i) => ({ ...slot, left: left[i] ?? 0 })),
    walkInsLeft: Math.max(0, walkIns - inPool(session, 'walkIn').length),
  }
}

/** Numbers beyond the places there are; below 0, places that are free. */
const beyond = (session: Session): number =>
  inPool(session, 'booked').length - roomOf(session).bookable

/**
 * After a change that took places away, as many of the last numbers as it took are asked. Numbers that were given out
 * on what staff planned with stand until the eve: barbers confirm one after the other, and each makes it more.
 */
export const askForLost = (before: Session, after: Session): Session => {
  const lost = roomOf(before).bookable - roomOf(after).bookable
  return ask(after, Math.max(0, Math.min(lost, beyond(after))))
}

/** On the eve of the session it is known who cuts: whoever has a number beyond that is asked. */
export const askOnEve = (session: Session): Session =>
  session.state === 'open' && session.barbers !== null
    ? counted(ask(session, Math.max(0, beyond(session))))
    : session

/** A slot with a free place that is not over: time that went by unused is lost. */
const freeSlot = ({ slots }: Session, at: Instant): number | null => {
  const slot = slots.findIndex(({ left, endsAt }) => left > 0 && at < endsAt)
  return slot < 0 ? null : slot
}

/**
 * A session as it should be: with free places, whoever waits gets one; counts are what the claims say. A place that is
 * given back, of the slot `freed`, goes to who waits also when its slot is over: whoever had it was still to come.
 * Nothing moves once the session is over or called off.
 */
export const balanced = (session: Session, at: Instant, freed: number | null = null): Session => {
  if (session.state === 'calledOff' || at >= session.endsAt) return session
  const free = -beyond(session)
  let settled = counted(session)
  let given = freed
  for (let n = 0; n < free; n++) {
    const who = nextInLine(settled)
    const slot = freeSlot(settled, at) ?? given
    if (who === undefined || slot === null) break
    if (slot === given) given = null
    settled = counted(promote(settled, who, slot, at))
  }
  return settled
}
