import type { Facts } from '@/domain/residents/facts'
import type { Refusal } from '@/domain/shared/refusal'
import { touched, type Guard, type Change, type Step } from '@/domain/shared/step'
import { mostPlaces } from '@/types/activities'
import { dayOf, type Instant } from '@/types/shared/day'
import { ineligible, needsGuardian } from './eligibility'
import { waiterOf, type Claim, type Form, type Seating } from './places'

/** Where a sign-up would lead at this moment. */
type Way = { state: 'in'; pool: 'open' | 'held' } | { state: 'waiting' | 'entered'; pool: 'open' }

/** A tap on "sign up", with who and what it is for. */
export interface SignUp {
  readonly key: string
  readonly person: Facts
  /** Who tapped; a name when somebody else. */
  readonly by: string
  readonly byName: string | null
  /** Staff sign up somebody who could not do it: seats are held for that. */
  readonly onBehalf: boolean
  readonly form: Form
  readonly at: Instant
}

type Decision =
  | { outcome: 'refused'; refusal: Refusal }
  /** This very tap was answered before. */
  | { outcome: 'same'; claim: Claim }
  | { outcome: 'claim'; claim: Claim; step: Step }

const refused = (refusal: Refusal): Decision => ({ outcome: 'refused', refusal })

/** Decides a sign-up from the counts and the person's own claim; the step makes it true where it still fits. */
export const decideSignUp = (places: Seating, tap: SignUp): Decision => {
  const { key, person, onBehalf, form, at } = tap
  const own = places.claims[person.id]
  const gone = places.gone[person.id]
  if (own?.key === key) return { outcome: 'same', claim: own }
  if (own) return refused({ code: 'AlreadyIn', data: { state: own.state } })
  if (gone?.keys.includes(key)) return refused({ code: 'CancelledBefore' })

  const way = wayIn(places, person, onBehalf, at)
  if ('code' in way) return refused(way)
  const incomplete = missingIn(form, places, person)
  if (incomplete) return refused(incomplete)

  const claim: Claim = {
    key,
    turn: (gone?.turn ?? 0) + 1,
    ...way,
    household: person.household,
    name: person.name,
    by: tap.by,
    byName: tap.byName,
    at,
    form: { ...form, answers: form.answers.slice(0, places.rules.questions) },
    owed: way.state === 'in' ? 'signedUp' : 'record',
  }
  return { outcome: 'claim', claim, step: claimStep(places, person.id, claim) }
}

/** The seat, line or draw somebody would get into at this moment, or why not. */
export const wayIn = (
  places: Seating,
  person: Facts,
  onBehalf: boolean,
  at: Instant,
): Way | Refusal => {
  const { rules, left, heldLeft, waiting, households, draw } = places
  if (rules.state === 'withdrawn') return { code: 'Withdrawn' }
  const reason = ineligible(person, rules.eligibility, dayOf(rules.startsAt))
  if (reason) return reason
  if (at < rules.opensAt) return { code: 'NotOpenYet', data: { opensAt: rules.opensAt } }
  if (at >= rules.closesAt) return { code: 'SignUpClosed', data: { closesAt: rules.closesAt } }
  const taken = person.household === null ? 0 : (households[person.household] ?? 0)
  if (rules.householdCap !== null && taken >= rules.householdCap)
    return { code: 'HouseholdFull', data: { cap: rules.householdCap } }

  if (onBehalf && heldLeft > 0) return { state: 'in', pool: 'held' }
  if (rules.mode === 'draw' && draw?.seed === null)
    return places.entries < mostPlaces ? { state: 'entered', pool: 'open' } : { code: 'Full' }
  if (left > 0 && waiting.length === 0) return { state: 'in', pool: 'open' }
  if (waiting.length < rules.waitlist) return { state: 'waiting', pool: 'open' }
  return { code: 'Full', data: { seats: places.seats, waitlist: rules.waitlist } }
}

const missingIn = (form: Form, { rules }: Seating, person: Facts): Refusal | null => {
  const unanswered = rules.requiredAnswers.find((question) => !form.answers[question])
  if (unanswered !== undefined) return { code: 'AnswerNeeded', data: { question: unanswered } }
  return needsGuardian(person, dayOf(rules.startsAt)) && form.guardian === null
    ? { code: 'GuardianNeeded' }
    : null
}

/** Still the same rules, not claimed, not cancelled meanwhile, and room where the claim goes. */
const claimStep = (places: Seating, person: string, claim: Claim): Step => {
  const { household } = claim
  const seated = places.households[household ?? '']
  const cap = places.rules.householdCap
  const gone = places.gone[person]
  const { guard, change } = room(places, person, claim)
  return {
    guard: {
      equal: {
        rev: places.rev,
        ...(gone && { [`gone.${person}.turn`]: gone.turn }),
        ...guard.equal,
      },
      missing: [
        `claims.${person}`,
        ...(gone ? [] : [`gone.${person}`]),
        ...(cap !== null && household !== null && seated === undefined
          ? [`households.${household}`]
          : []),
        ...(guard.missing ?? []),
      ],
      present: guard.present ?? [],
      above: guard.above ?? {},
      below: {
        ...(cap !== null && seated !== undefined ? { [`households.${household}`]: cap } : {}),
        ...guard.below,
      },
    },
    change: {
      set: { ...touched.set, [`claims.${person}`]: claim },
      inc: {
        ...touched.inc,
        ...(household === null ? {} : { [`households.${household}`]: 1 }),
        ...change.inc,
      },
      push: change.push ?? {},
    },
  }
}

const room = (
  { left, rules }: Seating,
  person: string,
  claim: Claim,
): { guard: Guard; change: Change } => {
  const { state, pool } = claim
  if (state === 'entered')
    // Sign-up may close at the very moment of the draw: an entry that comes behind it would never be drawn.
    return {
      guard: { equal: { 'draw.seed': null }, below: { entries: mostPlaces } },
      change: { inc: { entries: 1 } },
    }
  if (state === 'waiting')
    return {
      // A seat that came free meanwhile is better than the line, unless the line itself is first.
      guard: {
        missing: [`waiting.${rules.waitlist - 1}`],
        ...(left > 0 ? { present: ['waiting.0'] } : { below: { left: 1 } }),
      },
      change: { push: { waiting: waiterOf(person, claim) } },
    }
  return pool === 'held'
    ? { guard: { above: { heldLeft: 0 } }, change: { inc: { heldLeft: -1 } } }
    : { guard: { above: { left: 0 }, missing: ['waiting.0'] }, change: { inc: { left: -1 } } }
}
