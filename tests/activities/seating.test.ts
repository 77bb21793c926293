import fc from 'fast-check'
import { balanceStep } from '@/domain/activities/balance'
import { decideCancel } from '@/domain/activities/cancel'
import { decideEdit, newSeating } from '@/domain/activities/draft'
import { drawStep, mayDraw } from '@/domain/activities/draw'
import { promotes, type Seating } from '@/domain/activities/places'
import { decidePromotion } from '@/domain/activities/promote'
import { decideSignUp } from '@/domain/activities/signUp'
import type { Facts } from '@/domain/residents/facts'
import type { Step } from '@/domain/shared/step'
import type { ActivityDraft } from '@/types/activities'
import { takeStep } from '../support/steps'
import { inHours, lego, legoStarts } from './publishing'
import { wrongs } from './wrongs'

// Many phones at one document: each decides from what it read, and its step is taken where its guard still holds. First
// the rules alone, one act after the other; then from every state reached, any two acts decided from the same reading.

const family = ['dl_pa', 'dl_pb', 'dl_pc', 'dl_pd', 'dl_pe', 'dl_pf', 'dl_pg', 'dl_ph']

const person = (id: string): Facts => ({
  id,
  name: `居民${id}`,
  birthDate: '1980-01-01',
  household: id === 'dl_ph' ? null : `dl_h${family.indexOf(id) % 3}`,
  path: ['dl_centre'],
  verifiedUntil: null,
  tags: {},
})

type Act =
  | { act: 'signUp' | 'cancel'; who: string; onBehalf: boolean }
  | { act: 'promote'; who: string }
  | { act: 'edit'; seats: number; heldPercent: number; waitlist: number }
  | { act: 'sweep' | 'draw' }
  | { act: 'wait'; hours: number }

const who = fc.constantFrom(...family)
const seats = fc.integer({ min: 1, max: 5 })
const waitlist = fc.integer({ min: 0, max: 4 })
const heldPercent = fc.constantFrom(0, 20, 50)
const onBehalf = fc.boolean()

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ act: fc.constant('signUp' as const), who, onBehalf }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('cancel' as const), who, onBehalf }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('promote' as const), who }) },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('edit' as const), seats, heldPercent, waitlist }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constantFrom('sweep' as const, 'draw' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('wait' as const),
      hours: fc.constantFrom(1, 24, 80, 166),
    }),
  },
)

const scenario = fc.record({
  mode: fc.constantFrom('firstCome' as const, 'firstCome' as const, 'draw' as const),
  seats,
  waitlist,
  heldPercent,
  householdCap: fc.constantFrom(null, 1, 2),
  acts: fc.array(act, { maxLength: 40 }),
})

const hash = (text: string) =>
  [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7).toString()

/** A copy made of this realm's own objects: those of `structuredClone` are none to mingo. */
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

let keys = 0
const newKey = () => `key-${++keys}`

/** The step an act leads to from a reading, or null when the rule says no. */
const stepOf = (place: Seating, what: Act, draft: ActivityDraft, at: number): Step | null => {
  switch (what.act) {
    case 'wait':
      return null
    case 'signUp': {
      const decision = decideSignUp(place, {
        key: newKey(),
        person: person(what.who),
        by: what.who,
        byName: null,
        onBehalf: what.onBehalf,
        form: { answers: [], guardian: null },
        at,
      })
      return decision.outcome === 'claim' ? decision.step : null
    }
    case 'cancel': {
      const { who, onBehalf } = what
      const decision = decideCancel(place, { key: newKey(), person: who, onBehalf, at })
      return decision.outcome === 'cancel' ? decision.step : null
    }
    case 'promote': {
      const decision = decidePromotion(place, what.who, newKey())
      return decision.outcome === 'promote' ? decision.step : null
    }
    case 'edit': {
      const { seats, waitlist, heldPercent } = what
      const decision = decideEdit(place, {
        draft: { ...draft, seats, waitlist, heldPercent },
        rev: place.rev,
        before: draft,
        commitment: '',
        at,
      })
      return decision.outcome === 'edit' ? decision.step : null
    }
    case 'sweep':
      return balanceStep(place, at)
    case 'draw':
      return mayDraw(place, at) ? null : drawStep(place, 'seed', hash, null)
    default:
      return what satisfies never
  }
}

/** The document after a step; null when its guard did not hold. */
const after = (place: Seating, step: Step): Seating | null => {
  const next = copy(place)
  return takeStep(next, copy(step)) ? next : null
}

/** Plays a scenario; resolves with every state on the way. */
const play = ({ acts, ...draftOf }: typeof scenario extends fc.Arbitrary<infer S> ? S : never) => {
  const draw = draftOf.mode === 'draw'
  const draft = lego({
    ...draftOf,
    closesAt: draw ? inHours(100) : legoStarts,
    cancelUntil: legoStarts,
    drawAt: draw ? inHours(110) : null,
  })
  let place = copy(
    newSeating(draft, draw ? { at: inHours(110), commitment: '', seed: null, by: null } : null),
  )
  let now = inHours(1)
  const states = [{ place, now }]
  for (const what of acts) {
    if (what.act === 'wait') now += what.hours * 3_600_000
    const step = stepOf(place, what, draft, now)
    if (step) {
      const next = after(place, step)
      // A step decided from the latest reading is always taken.
      expect(next).not.toBeNull()
      expect(wrongs(place, next!, now)).toEqual([])
      place = next!
    }
    states.push({ place, now })
  }
  return { draft, states }
}

test('never oversold, nobody lost, the line in its order, all counts true: whatever happens', () => {
  fc.assert(
    fc.property(scenario, (given) => {
      const { place, now } = play(given).states.at(-1)!
      // A sweep leaves no seat free while somebody waits who could still be told.
      const step = balanceStep(place, now)
      const swept = step ? after(place, step)! : place
      expect(wrongs(place, swept, now)).toEqual([])
      if (promotes(swept.rules, now) && swept.waiting.length > 0) expect(swept.left).toBe(0)
      expect(balanceStep(swept, now)).toBeNull()
    }),
    { numRuns: 300 },
  )
})

test('any two acts decided from the same reading: the second is taken rightly or not at all', () => {
  const all: Act[] = [
    ...family.flatMap((who): Act[] => [
      { act: 'signUp', who, onBehalf: false },
      { act: 'cancel', who, onBehalf: false },
      { act: 'promote', who },
    ]),
    { act: 'signUp', who: 'dl_pa', onBehalf: true },
    { act: 'signUp', who: 'dl_pb', onBehalf: true },
    { act: 'edit', seats: 3, heldPercent: 20, waitlist: 1 },
    { act: 'edit', seats: 5, heldPercent: 0, waitlist: 4 },
    { act: 'sweep' },
    { act: 'draw' },
  ]
  fc.assert(
    fc.property(scenario, (given) => {
      const { draft, states } = play(given)
      const { place, now } = states.at(-1)!
      const steps = all.flatMap((what) => {
        const step = stepOf(place, what, draft, now)
        return step ? [{ what, step }] : []
      })
      for (const first of steps) {
        const between = after(place, first.step)!
        for (const second of steps) {
          const end = after(between, second.step)
          const found = end ? wrongs(between, end, now) : []
          if (found.length > 0) throw new Error(JSON.stringify({ first, second, found }))
        }
      }
    }),
    { numRuns: 120 },
  )
})

test('what was decided long ago is taken rightly or not at all', () => {
  fc.assert(
    fc.property(scenario, (given) => {
      const { draft, states } = play(given)
      const { place } = states.at(-1)!
      const changed = states.filter((state, i) => state.place !== states[i - 1]?.place)
      for (const { place: long, now } of changed.slice(-8))
        for (const who of family)
          for (const act of ['signUp', 'cancel'] as const) {
            const step = stepOf(long, { act, who, onBehalf: false }, draft, now)
            const end = step && after(place, step)
            if (end) expect(wrongs(place, end, now)).toEqual([])
          }
    }),
    { numRuns: 120 },
  )
})

test('a late duplicate of a cancelled sign-up, or of its cancellation, changes nothing', () => {
  fc.assert(
    fc.property(scenario, (given) => {
      const { draft, states } = play(given)
      const { place, now } = states.at(-1)!
      for (const who of family) {
        const signUp = { act: 'signUp', who, onBehalf: false } as const
        const late = stepOf(place, signUp, draft, now)
        const signedUp = late && after(place, late)
        const cancel = { act: 'cancel', who, onBehalf: true } as const
        const lateCancel = signedUp && stepOf(signedUp, cancel, draft, now)
        const cancelled = lateCancel && after(signedUp, lateCancel)
        if (!cancelled) continue
        expect(after(cancelled, late)).toBeNull()
        const anew = stepOf(cancelled, signUp, draft, now)
        const again = anew && after(cancelled, anew)
        if (again) expect(after(again, lateCancel)).toBeNull()
      }
    }),
    { numRuns: 120 },
  )
})

test('while staff call the line, nobody passes it, and nobody joins one that is gone', () => {
  const draft = lego({ seats: 1, waitlist: 3, closesAt: legoStarts, cancelUntil: legoStarts })
  const late = legoStarts - 3_600_000
  const signUp = (place: Seating, who: string, at: number) =>
    stepOf(place, { act: 'signUp', who, onBehalf: false }, draft, at)!
  const cancel = (place: Seating, who: string, at: number) =>
    stepOf(place, { act: 'cancel', who, onBehalf: false }, draft, at)!

  const empty = newSeating(draft, null)
  const decidedLongAgo = signUp(empty, 'dl_pc', inHours(1))
  const full = after(empty, signUp(empty, 'dl_pa', inHours(1)))!
  const line = after(full, signUp(full, 'dl_pb', inHours(1)))!
  const free = after(line, cancel(line, 'dl_pa', late))!
  expect(free).toMatchObject({ left: 1, waiting: [{ person: 'dl_pb' }] })
  expect(after(free, decidedLongAgo)).toBeNull()

  const joins = signUp(free, 'dl_pd', late)
  const gone = after(free, cancel(free, 'dl_pb', late))!
  expect(after(gone, joins)).toBeNull()
  expect(after(gone, signUp(gone, 'dl_pd', late))).toMatchObject({ left: 0, waiting: [] })
})

test('what was decided under other rules is not taken', () => {
  const place = newSeating(lego(), null)
  const edit = decideEdit(place, {
    draft: lego({ eligibility: { ...lego().eligibility, verifiedOnly: true } }),
    rev: 1,
    before: lego(),
    commitment: '',
    at: inHours(1),
  })
  const tap = {
    key: 'decided-a-moment-ago',
    person: person('dl_pa'),
    by: 'dl_pa',
    byName: null,
    onBehalf: false,
    form: { answers: [], guardian: null },
    at: inHours(1),
  }
  const decision = decideSignUp(place, tap)
  if (edit.outcome !== 'edit' || decision.outcome !== 'claim') throw new Error('both are allowed')
  const edited = after(place, edit.step)!
  expect(after(edited, decision.step)).toBeNull()
  expect(decideSignUp(edited, tap)).toMatchObject({ refusal: { code: 'NotVerified' } })
})
