import type { Day, Instant } from '@/types/shared/day'
import { dayOf } from '@/types/shared/day'
import { mostNumbers } from '@/types/haircuts'
import { balanced, dueFrom, owing } from './balance'
import { newClaim } from './book'
import { refused, type Outcome } from './cancel'
import { tellNear } from './near'
import { nextOf } from './queue'
import { waitingOf, withClaims, type Claim, type ClaimState, type Session } from './session'

interface Act {
  key: string
  who: string
  at: Instant
}

const isToday = ({ day }: Session, at: Instant): boolean => dayOf(at) === day

/** Who was called by a tap; null when that tap called nobody. */
export const calledBy = ({ claims }: Session, key: string): string | null =>
  Object.entries(claims).find(([, { called }]) => called?.key === key)?.[0] ?? null

/**
 * Calls whoever is next, and when nobody is left in the line, who waits first for a place: time that somebody who did
 * not come left over is theirs. Whoever is near then is to be told.
 */
export const callNext = (session: Session, { key, at }: Omit<Act, 'who'>): Outcome => {
  if (calledBy(session, key) !== null) return { outcome: 'same' }
  if (session.state === 'calledOff') return refused('SessionCalledOff')
  if (!isToday(session, at)) return refused('NotToday')
  const line = waitingOf(session)
  const next = nextOf(line, at)
  if (!next) {
    const after = line.length === 0 ? callWaiting(session, { key, at }) : session
    return after === session
      ? { outcome: 'same' }
      : { outcome: 'changed', session: tellNear(after, at) }
  }
  const { claims } = session
  const passed = next.passed.map(
    (who) => [who, { ...claims[who]!, passed: claims[who]!.passed + 1 }] as const,
  )
  const called = withClaims(session, {
    ...Object.fromEntries(passed),
    [next.who]: { ...claims[next.who]!, state: 'called', called: { at, key } },
  })
  return { outcome: 'changed', session: tellNear(called, at) }
}

/** The first who waits for a place is called with a number; the same session when nobody can be. */
const callWaiting = (session: Session, { key, at }: Omit<Act, 'who'>): Session => {
  const [who] = session.waiting
  if (who === undefined || at < session.startsAt || at >= session.endsAt) return session
  const claim = session.claims[who]!
  if (!claim.first && session.numbers.length >= mostNumbers) return session
  return balanced(
    {
      ...withClaims(session, {
        [who]: {
          ...claim,
          state: 'called',
          called: { at, key },
          slot: session.slots.filter(({ startsAt }) => startsAt <= at).length - 1,
          due: at,
          twoTold: true,
          owed: owing(session, 'haircutPromoted', claim),
        },
      }),
      waiting: session.waiting.filter((one) => one !== who),
      numbers: claim.first ? session.numbers : [...session.numbers, who],
    },
    at,
  )
}

const moved = (
  session: Session,
  { key, who }: Act,
  from: readonly ClaimState[],
  refusal: string,
  change: Partial<Claim>,
): Outcome => {
  const claim = session.claims[who]
  if (claim?.act === key) return { outcome: 'same' }
  if (!claim || !from.includes(claim.state)) return refused(refusal)
  return {
    outcome: 'changed',
    session: withClaims(session, { [who]: { ...claim, ...change, act: key } }),
  }
}

/** Somebody with a number is on the square. */
export const arrive = (session: Session, act: Act): Outcome => {
  if (!isToday(session, act.at)) return refused('NotToday')
  if (session.claims[act.who]?.state === 'arrived') return { outcome: 'same' }
  return moved(session, act, ['booked'], 'NotBooked', { state: 'arrived' })
}

export const finish = (session: Session, act: Act): Outcome =>
  moved(session, act, ['called'], 'NotCalled', { state: 'done' })

/** Called, and not there: who waits for a place may get near. */
export const noShow = (session: Session, act: Act): Outcome => {
  const outcome = moved(session, act, ['called'], 'NotCalled', { state: 'noShow' })
  return outcome.outcome === 'changed'
    ? { outcome: 'changed', session: tellNear(outcome.session, act.at) }
    : outcome
}

/** Back in line once, behind everybody who is due. */
export const backInLine = (session: Session, act: Act): Outcome => {
  const claim = session.claims[act.who]
  if (claim?.act === act.key) return { outcome: 'same' }
  if (act.at >= session.endsAt || session.state === 'calledOff') return refused('SessionOver')
  if (claim?.state === 'noShow' && claim.returned) return refused('OnceOnly')
  return moved(session, act, ['noShow'], 'NotMissed', {
    state: 'arrived',
    due: act.at,
    returned: true,
    passed: 0,
  })
}

interface Coming extends Act {
  name: string
  birthDate: Day | null
  elder: boolean
  /** Who gives out the number. */
  by: string
  byName: string
}

/** Whether somebody has no place, and can have one by coming; who was called in vain twice comes as anybody does. */
const isPlaceless = ({ state, keptIn, returned }: Claim): boolean =>
  state === 'noShow'
    ? returned
    : (state === 'waiting' || state === 'asked' || state === 'keptForNext') && keptIn === null

/** Somebody comes without a number: of the share kept for that, else of a place nobody booked. */
export const walkIn = (session: Session, coming: Coming): Outcome => {
  const { key, who, at } = coming
  const own = session.claims[who]
  if (own?.key === key || own?.act === key) return { outcome: 'same' }
  if (session.state === 'calledOff') return refused('SessionCalledOff')
  if (!isToday(session, at)) return refused('NotToday')
  if (own && !isPlaceless(own)) return refused('AlreadyBooked')
  const slot = session.slots.findIndex(({ left, endsAt }) => left > 0 && at < endsAt)
  const kept = session.walkInsLeft > 0
  if (at >= session.endsAt || (!kept && slot < 0)) return refused('Full')
  if (session.numbers.length >= mostNumbers) return refused('Full')
  const place = {
    state: 'arrived' as const,
    pool: kept ? ('walkIn' as const) : ('booked' as const),
    slot: kept ? null : slot,
    due: at,
  }
  const { name, birthDate, elder, by, byName } = coming
  const claim: Claim = own
    ? { ...own, ...place, passed: 0, act: key, owed: null }
    : {
        ...newClaim(
          { key, person: { id: who, name, birthDate }, by, byName, at },
          { ...place, turn: (session.gone[who]?.turn ?? 0) + 1, owed: null },
        ),
        elder,
      }
  const hasNumber = own !== undefined && own.first && own.state !== 'noShow'
  return {
    outcome: 'changed',
    session: balanced(
      {
        ...withClaims(session, { [who]: claim }),
        waiting: session.waiting.filter((one) => one !== who),
        numbers: hasNumber ? session.numbers : [...session.numbers, who],
      },
      at,
    ),
  }
}

/**
 * When the day is over, whoever was asked and did not answer has a number kept on the next date, and who waited for a
 * place to the end is told that none came free.
 */
export const close = (session: Session): Session => {
  const answered = ([who, claim]: [string, Claim]): [string, Claim][] =>
    claim.state === 'asked'
      ? [[who, { ...claim, state: 'keptForNext' }]]
      : claim.state === 'waiting'
        ? [[who, { ...claim, owed: owing(session, 'haircutNotReached', claim) }]]
        : []
  const changes =
    session.state === 'open' && !session.closed
      ? Object.fromEntries(Object.entries(session.claims).flatMap(answered))
      : {}
  return { ...withClaims(session, changes), closed: true }
}

/** A number kept from an earlier date; who has one here already keeps that. */
export const admitKept = (
  session: Session,
  who: string,
  kept: Claim,
  from: string,
  at: Instant,
): Session => {
  if (session.claims[who]) return session
  const free = session.slots.findIndex(({ left, endsAt }) => left > 0 && at < endsAt)
  // A promise is kept where nothing is left to book: of the share for who comes without a number.
  const slot = free < 0 ? session.slots.length - 1 : free
  const claim: Claim = {
    ...newClaim(
      { key: kept.key, person: { id: who, ...kept }, by: kept.by, byName: kept.byName, at },
      {
        turn: (session.gone[who]?.turn ?? 0) + 1,
        state: 'booked',
        pool: free < 0 ? 'walkIn' : 'booked',
        slot,
        due: dueFrom(session.slots[slot]?.startsAt ?? 0, at),
        owed: { event: 'haircutBooked', key: kept.key },
      },
    ),
    elder: kept.elder,
    keptFrom: from,
  }
  return balanced(
    { ...withClaims(session, { [who]: claim }), numbers: [...session.numbers, who] },
    at,
  )
}
