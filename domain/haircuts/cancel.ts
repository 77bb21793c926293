import type { Refusal } from '@/domain/shared/refusal'
import { touched, withKey, type Step } from '@/domain/shared/step'
import type { Instant } from '@/types/shared/day'
import { balanced } from './balance'
import { tellNear } from './near'
import { withClaims, type Claim, type Gone, type Session } from './session'

/** What an act on a session comes to: refused, done before by the same tap, or the session as it is then. */
export type Outcome =
  | { outcome: 'refused'; refusal: Refusal }
  | { outcome: 'same' }
  /** `step` where it is less than the whole difference, and does not mind what others change meanwhile. */
  | { outcome: 'changed'; session: Session; step?: Step }

export const refused = (code: string): Outcome => ({ outcome: 'refused', refusal: { code } })

const settled: ReadonlySet<Claim['state']> = new Set(['called', 'done'])

interface Cancelling {
  key: string
  who: string
  /** Who gives it back for them; they are told. Null when they do it themselves. */
  byName: string | null
  at: Instant
}

/** Gives a number, a place in line or a promise back; whoever waits first gets the number's place in the same step. */
export const cancel = (session: Session, { key, who, byName, at }: Cancelling): Outcome => {
  const claim = session.claims[who]
  const gone = session.gone[who]
  if (gone?.by === key) return { outcome: 'same' }
  if (!claim || session.state === 'calledOff' || claim.keptIn !== null || claim.state === 'noShow')
    return refused('NotBooked')
  if (settled.has(claim.state)) return refused('AlreadyCalled')
  const left: Gone = {
    turn: claim.turn,
    keys: withKey(gone?.keys, claim.key),
    by: key,
    at,
    owed: byName === null ? null : { claim, byName },
  }
  const without = withClaims(session, { [who]: null })
  const after = balanced(
    {
      ...without,
      gone: { ...session.gone, [who]: left },
      waiting: session.waiting.filter((one) => one !== who),
    },
    at,
    claim.pool === 'booked' ? claim.slot : null,
  )
  const told = tellNear(after, at)
  const step = told === after ? plainStep(session, after, who) : null
  return { outcome: 'changed', session: told, ...(step && { step }) }
}

/**
 * A place that only becomes free: nobody waits for it, so many who cancel at once need not wait for each other. Null
 * when more than that happens.
 */
const plainStep = (before: Session, after: Session, who: string): Step | null => {
  const claim = before.claims[who]!
  const { slot } = claim
  const onlyFreed = before.slots.every(
    ({ left }, i) => after.slots[i]?.left === left + (i === slot ? 1 : 0),
  )
  const nobodyWaits =
    before.waiting.length === 0 &&
    Object.values(before.claims).every(({ state }) => state !== 'asked')
  if (slot === null || claim.pool !== 'booked' || !onlyFreed || !nobodyWaits) return null
  return {
    guard: {
      equal: {
        rev: before.rev,
        state: 'open',
        [`claims.${who}.key`]: claim.key,
        [`claims.${who}.state`]: claim.state,
      },
      missing: ['waiting.0'],
    },
    change: {
      set: { ...touched.set, [`gone.${who}`]: after.gone[who] },
      unset: [`claims.${who}`],
      inc: { ...touched.inc, [`slots.${slot}.left`]: 1 },
      pull: { people: who },
    },
  }
}

/** After a barber fell ill: first in today's line, behind those who chose so before, or a number on the next date. */
export const choose = (
  session: Session,
  {
    key,
    who,
    choice,
    at,
  }: { key: string; who: string; choice: 'waitToday' | 'keepForNext'; at: Instant },
): Outcome => {
  const claim = session.claims[who]
  if (claim?.act === key) return { outcome: 'same' }
  if (claim?.state !== 'asked' || session.state === 'calledOff') return refused('NothingToChoose')
  if (choice === 'keepForNext')
    return {
      outcome: 'changed',
      session: withClaims(session, {
        [who]: { ...claim, state: 'keptForNext', act: key, owed: null },
      }),
    }
  if (at >= session.endsAt) return refused('NothingToChoose')
  const before = session.waiting.filter((one) => session.claims[one]?.first)
  const behind = session.waiting.filter((one) => !session.claims[one]?.first)
  return {
    outcome: 'changed',
    session: balanced(
      {
        ...withClaims(session, { [who]: { ...claim, state: 'waiting', act: key, owed: null } }),
        waiting: [...before, who, ...behind],
      },
      at,
    ),
  }
}
