import fc from 'fast-check'
import { balanceOf, balanceStep, householdsOf } from '@/domain/activities/balance'
import { decideCancel } from '@/domain/activities/cancel'
import { decideEdit, newSeating } from '@/domain/activities/draft'
import { drawStep, mayDraw } from '@/domain/activities/draw'
import { counts, promotes, type Seating } from '@/domain/activities/places'
import { decidePromotion } from '@/domain/activities/promote'
import { decideSignUp } from '@/domain/activities/signUp'
import type { Facts } from '@/domain/residents/facts'
import type { Step } from '@/domain/shared/step'
import { takeStep } from '../support/steps'
import { inHours, lego, legoStarts } from './publishing'

// Many phones at one document: each decides from what it read, perhaps a while ago, and its step is taken where its
// guard still holds. What must be true afterwards is checked after every step.

const family = ['dl_pa', 'dl_pb', 'dl_pc', 'dl_pd', 'dl_pe', 'dl_pf', 'dl_pg', 'dl_ph']

const person = (number: number): Facts => ({
  id: family[number] ?? '',
  name: `居民${number}`,
  birthDate: '1980-01-01',
  household: number === 7 ? null : `dl_h${number % 3}`,
  path: ['dl_centre'],
  verifiedUntil: null,
  tags: {},
})

type Act =
  | { act: 'signUp'; who: number; onBehalf: boolean; repeat: boolean }
  | { act: 'cancel'; who: number; onBehalf: boolean }
  | { act: 'promote'; who: number }
  | { act: 'edit'; seats: number; heldPercent: number; waitlist: number }
  | { act: 'sweep' }
  | { act: 'draw' }
  | { act: 'wait'; hours: number }

const who = fc.integer({ min: 0, max: 7 })
const seats = fc.integer({ min: 1, max: 5 })
const waitlist = fc.integer({ min: 0, max: 4 })
const heldPercent = fc.constantFrom(0, 20, 50)

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      act: fc.constant('signUp' as const),
      who,
      onBehalf: fc.boolean(),
      repeat: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ act: fc.constant('cancel' as const), who, onBehalf: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('promote' as const), who }) },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('edit' as const), seats, heldPercent, waitlist }),
  },
  { weight: 1, arbitrary: fc.constant({ act: 'sweep' as const }) },
  { weight: 1, arbitrary: fc.constant({ act: 'draw' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('wait' as const),
      hours: fc.integer({ min: 1, max: 60 }),
    }),
  },
)

const scenario = fc.record({
  mode: fc.constantFrom('firstCome' as const, 'draw' as const),
  seats,
  waitlist,
  heldPercent,
  householdCap: fc.constantFrom(null, 1, 2),
  /** Each act, and how many steps old the reading it is decided from is. */
  acts: fc.array(fc.tuple(act, fc.integer({ min: 0, max: 3 })), { maxLength: 60 }),
})

const hash = (text: string) =>
  [...text].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7).toString()

/** A copy made of this realm's own objects: those of `structuredClone` are none to mingo. */
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

class World {
  now = inHours(1)
  readonly #before: Seating[] = []
  readonly place: Seating
  /** Who has something, by what they were answered. */
  readonly promised = new Set<string>()
  readonly lastKey = new Map<string, string>()
  readonly cancelledKeys = new Map<string, Set<string>>()
  #keys = 0

  constructor(readonly draft: ReturnType<typeof lego>) {
    const draw =
      draft.drawAt === null ? null : { at: draft.drawAt, commitment: '', seed: null, by: null }
    this.place = copy(newSeating(draft, draw))
  }

  newKey = () => `key-${++this.#keys}`

  /** The document as somebody read it `age` steps ago. */
  reading = (age: number): Seating => copy(this.#before.at(-1 - age) ?? this.place)

  take(step: Step): boolean {
    const before = copy(this.place)
    if (!takeStep(this.place, copy(step))) return false
    this.#before.push(copy(this.place))
    this.check(before)
    return true
  }

  check(before: Seating) {
    const { place } = this
    const states = Object.values(place.claims)
    const taken = states.filter(({ state }) => state === 'in').length
    expect(place.left).toBeGreaterThanOrEqual(0)
    expect(place.heldLeft).toBeGreaterThanOrEqual(0)
    expect(taken + place.left + place.heldLeft).toBe(place.seats)

    const inLine = place.waiting.map((waiter) => waiter.person)
    expect(new Set(inLine).size).toBe(inLine.length)
    expect([...inLine].sort()).toEqual(
      Object.keys(place.claims)
        .filter((id) => place.claims[id]?.state === 'waiting')
        .sort(),
    )
    const stayed = inLine.filter((id) => before.waiting.some((waiter) => waiter.person === id))
    expect(inLine.slice(0, stayed.length)).toEqual(
      before.waiting.map((waiter) => waiter.person).filter((id) => inLine.includes(id)),
    )
    expect(place.entries).toBe(states.filter(({ state }) => state === 'entered').length)
    expect(Object.fromEntries(Object.entries(place.households).filter(([, n]) => n !== 0))).toEqual(
      householdsOf(states),
    )
    const cap = place.rules.householdCap
    if (cap !== null)
      for (const n of Object.values(place.households)) expect(n).toBeLessThanOrEqual(cap)
  }

  run(what: Act, age: number) {
    switch (what.act) {
      case 'wait':
        this.now += what.hours * 3_600_000
        return
      case 'signUp':
        return this.signUp(what.who, what.onBehalf, what.repeat, age)
      case 'cancel':
        return this.cancel(what.who, what.onBehalf, age)
      case 'promote':
        return this.retry(age, (place) => {
          const decision = decidePromotion(place, family[what.who] ?? '', this.newKey())
          return decision.outcome === 'promote' ? decision.step : null
        })
      case 'edit':
        return this.retry(age, (place) => {
          const decision = decideEdit(place, {
            draft: {
              ...this.draft,
              seats: what.seats,
              waitlist: what.waitlist,
              heldPercent: what.heldPercent,
            },
            rev: place.rev,
            before: this.draft,
            commitment: '',
            at: this.now,
          })
          return decision.outcome === 'edit' ? decision.step : null
        })
      case 'sweep':
        return this.retry(age, (place) => balanceStep(place, this.now))
      case 'draw':
        return this.retry(age, (place) =>
          mayDraw(place, this.now) ? null : drawStep(place, 'seed', hash, null),
        )
      default:
        return what satisfies never
    }
  }

  /** Decides from an old reading, and when that misses, from fresh ones, as `decide` does. */
  retry(age: number, decide: (place: Seating) => Step | null): boolean {
    for (const reading of [this.reading(age), copy(this.place)]) {
      const step = decide(reading)
      if (step === null) return false
      if (this.take(step)) return true
    }
    throw new Error('a step decided from a fresh reading was not taken')
  }

  signUp(number: number, onBehalf: boolean, repeat: boolean, age: number) {
    const facts = person(number)
    const key = (repeat && this.lastKey.get(facts.id)) || this.newKey()
    const late = this.cancelledKeys.get(facts.id)?.has(key) ?? false
    const had = this.promised.has(facts.id)
    const taken = this.retry(age, (place) => {
      const decision = decideSignUp(place, {
        key,
        person: facts,
        by: facts.id,
        byName: null,
        onBehalf,
        form: { answers: [], guardian: null },
        at: this.now,
      })
      return decision.outcome === 'claim' ? decision.step : null
    })
    if (!taken) return
    expect(had).toBe(false)
    expect(late).toBe(false)
    this.lastKey.set(facts.id, key)
    this.promised.add(facts.id)
  }

  cancel(number: number, onBehalf: boolean, age: number) {
    const id = family[number] ?? ''
    const [first] = this.place.waiting
    const seat = this.place.claims[id]
    const taken = this.retry(age, (place) => {
      const decision = decideCancel(place, {
        key: this.newKey(),
        person: id,
        onBehalf,
        at: this.now,
      })
      return decision.outcome === 'cancel' ? decision.step : null
    })
    if (!taken) return
    expect(this.promised.delete(id)).toBe(true)
    const keys = this.cancelledKeys.get(id) ?? new Set<string>()
    this.cancelledKeys.set(id, keys.add(this.lastKey.get(id) ?? ''))
    if (
      seat?.state === 'in' &&
      seat.pool === 'open' &&
      first &&
      promotes(this.place.rules, this.now)
    )
      expect(this.place.claims[first.person]?.state).toBe('in')
  }
}

test('never oversold, nobody lost, the line in its order, all counts true: whatever happens in whatever order', () => {
  fc.assert(
    fc.property(scenario, ({ mode, seats, waitlist, heldPercent, householdCap, acts }) => {
      const world = new World(
        lego({
          mode,
          seats,
          waitlist,
          heldPercent,
          householdCap,
          closesAt: mode === 'draw' ? inHours(100) : legoStarts,
          cancelUntil: legoStarts,
          drawAt: mode === 'draw' ? inHours(110) : null,
        }),
      )
      for (const [what, age] of acts) world.run(what, age)

      const { place, now, promised } = world
      expect(Object.keys(place.claims).sort()).toEqual([...promised].sort())
      expect(balanceOf(place, now).households).toEqual(householdsOf(Object.values(place.claims)))
      // A sweep leaves no seat free while somebody waits who could still be told.
      const step = balanceStep(place, now)
      if (step) world.take(step)
      if (promotes(place.rules, now) && place.waiting.length > 0) expect(place.left).toBe(0)
      expect(balanceStep(place, now)).toBeNull()
      expect(Object.values(place.claims).filter(counts).length).toBeLessThanOrEqual(family.length)
    }),
    { numRuns: 600 },
  )
})

test('what was decided under other rules is not taken', () => {
  const world = new World(lego())
  const before = world.reading(0)
  const edit = decideEdit(world.reading(0), {
    draft: lego({ eligibility: { ...lego().eligibility, verifiedOnly: true } }),
    rev: 1,
    before: lego(),
    commitment: '',
    at: world.now,
  })
  const tap = {
    key: 'decided-a-moment-ago',
    person: person(0),
    by: 'dl_pa',
    byName: null,
    onBehalf: false,
    form: { answers: [], guardian: null },
    at: world.now,
  }
  const decision = decideSignUp(before, tap)
  if (edit.outcome !== 'edit' || decision.outcome !== 'claim') throw new Error('both are allowed')
  expect(world.take(edit.step)).toBe(true)
  expect(world.take(decision.step)).toBe(false)
  expect(decideSignUp(world.reading(0), tap)).toMatchObject({ refusal: { code: 'NotVerified' } })
})
