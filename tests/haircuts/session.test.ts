import fc from 'fast-check'
import { askOnEve, balanced } from '@/domain/haircuts/balance'
import { decideBooking } from '@/domain/haircuts/book'
import { cancel, choose, type Outcome } from '@/domain/haircuts/cancel'
import { callOff, follow, rearrange } from '@/domain/haircuts/change'
import {
  admitKept,
  arrive,
  backInLine,
  callNext,
  close,
  finish,
  noShow,
  walkIn,
} from '@/domain/haircuts/onTheDay'
import { emptySession, stepBetween, waitingOf, type Session } from '@/domain/haircuts/session'
import type { Step } from '@/domain/shared/step'
import { instantOf, type Instant } from '@/types/shared/day'
import { takeStep } from '../support/steps'
import { orderWrongs } from './orderRule'
import { wrongs } from './wrongs'

// Many phones at one session: each decides from what it read, and its step is taken where its guard still holds.

const day = '2026-12-16'
const startsAt = instantOf(day, '08:30')
const minute = 60_000

const family = ['dl_pa', 'dl_pb', 'dl_pc', 'dl_pd', 'dl_pe', 'dl_pf', 'dl_pg', 'dl_ph', 'dl_pi']
/** Who came without a record: they stand under an id of their own. */
const strangers = ['dl_hx1', 'dl_hx2', 'dl_hx3']
const bornOf = (who: string) => (family.indexOf(who) % 3 === 0 ? '1940-01-01' : '1960-01-01')

type Act =
  | { act: 'book'; who: string; slot: number | null; wait: boolean }
  | { act: 'stranger'; who: string; elder: boolean }
  | { act: 'cancel' | 'arrive' | 'finish' | 'noShow' | 'backInLine' | 'walkIn'; who: string }
  | { act: 'choose'; who: string; choice: 'waitToday' | 'keepForNext' }
  | { act: 'barbers'; barbers: string[] }
  | { act: 'callNext' | 'sweep' | 'close' }
  | { act: 'terms'; planned: number; walkInPercent: number }
  | { act: 'callOff' | 'again' }
  | { act: 'keep'; who: string }
  | { act: 'pass'; minutes: number }

const who = fc.constantFrom(...family)
const anybody = fc.constantFrom(...family, ...strangers)
const word = <W extends string>(...words: W[]) => fc.constantFrom(...words)

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      act: word('book'),
      who,
      slot: fc.constantFrom(null, null, 0, 1, 2),
      wait: fc.boolean(),
    }),
  },
  { weight: 4, arbitrary: fc.record({ act: word('cancel', 'arrive', 'walkIn'), who }) },
  { weight: 6, arbitrary: fc.record({ act: word('callNext') }) },
  {
    weight: 6,
    arbitrary: fc.record({ act: word('finish', 'noShow', 'backInLine'), who: anybody }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: word('stranger'),
      who: fc.constantFrom(...strangers),
      elder: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ act: word('choose'), who, choice: word('waitToday', 'keepForNext') }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      act: word('barbers'),
      barbers: fc.subarray(['dl_px', 'dl_py', 'dl_pz']),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: word('sweep', 'close', 'callOff', 'again') }) },
  { weight: 1, arbitrary: fc.record({ act: word('keep'), who }) },
  {
    weight: 1,
    arbitrary: fc.record({
      act: word('terms'),
      planned: fc.integer({ min: 1, max: 8 }),
      walkInPercent: fc.constantFrom(0, 30, 50),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ act: word('pass'), minutes: fc.constantFrom(1, 15, 40, 12 * 60) }),
  },
) as fc.Arbitrary<Act>

const scenario = fc.record({
  planned: fc.integer({ min: 1, max: 8 }),
  walkInPercent: fc.constantFrom(0, 20, 30),
  acts: fc.array(act, { maxLength: 60 }),
})
type Scenario = typeof scenario extends fc.Arbitrary<infer S> ? S : never

/** A copy made of this realm's own objects: those of `structuredClone` are none to mingo. */
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

let keys = 0
const newKey = () => `key-${++keys}`

const stepTo = (session: Session, outcome: Outcome): Step | null =>
  outcome.outcome === 'changed' ? (outcome.step ?? stepBetween(session, outcome.session)) : null

/** The step an act leads to from a reading, or null when the rule says no. */
const stepOf = (session: Session, what: Act, at: Instant): Step | null => {
  const key = newKey()
  switch (what.act) {
    case 'pass':
      return null
    case 'book': {
      const person = { id: what.who, name: '居民', birthDate: bornOf(what.who) }
      const decision = decideBooking(session, {
        key,
        person,
        by: what.who,
        byName: null,
        slot: what.slot,
        wait: what.wait,
        at,
      })
      return decision.outcome === 'claim' ? decision.step : null
    }
    case 'cancel':
      return stepTo(session, cancel(session, { key, who: what.who, byName: null, at }))
    case 'choose':
      return stepTo(session, choose(session, { key, who: what.who, choice: what.choice, at }))
    case 'walkIn':
    case 'stranger':
      return stepTo(
        session,
        walkIn(session, {
          key,
          who: what.who,
          name: '居民',
          birthDate: what.act === 'stranger' ? null : bornOf(what.who),
          elder: what.act === 'stranger' && what.elder,
          by: 'dl_pstaff',
          byName: '社工',
          at,
        }),
      )
    case 'callNext':
      return stepTo(session, callNext(session, { key, at }))
    case 'arrive':
      return stepTo(session, arrive(session, { key, who: what.who, at }))
    case 'finish':
      return stepTo(session, finish(session, { key, who: what.who, at }))
    case 'noShow':
      return stepTo(session, noShow(session, { key, who: what.who, at }))
    case 'backInLine':
      return stepTo(session, backInLine(session, { key, who: what.who, at }))
    case 'barbers':
      return stepBetween(
        session,
        follow(session, { barbers: what.barbers, seq: session.barbersSeq + 1 }, at),
      )
    case 'terms':
      return session.state === 'calledOff'
        ? null
        : stepBetween(
            session,
            rearrange(
              session,
              { ...session, terms: { ...session.terms, ...what } },
              { place: false, key, at },
            ),
          )
    case 'callOff':
      return stepBetween(session, callOff(session, '下雨', key))
    case 'again':
      return session.state === 'open'
        ? null
        : stepBetween(session, rearrange(session, session, { place: false, key, at }))
    case 'keep': {
      const claim = session.claims[what.who]
      if (claim || session.state === 'calledOff' || at >= session.endsAt) return null
      const kept = { ...blank, key }
      return stepBetween(session, admitKept(session, what.who, kept, 'dl_hs-2026-11-16', at))
    }
    case 'sweep':
      return stepBetween(session, balanced(session, at))
    case 'close':
      return at >= session.endsAt ? stepBetween(session, close(session)) : null
    default:
      return what satisfies never
  }
}

const fixed = (planned: number, walkInPercent: number) => ({
  day,
  startsAt,
  endsAt: startsAt + 60 * minute,
  opensAt: instantOf('2026-12-09', '08:00'),
  terms: { minutesPerCut: 20, slotMinutes: 20, planned, walkInPercent, priorityAge: 80 },
})

const blank = {
  turn: 1,
  state: 'keptForNext' as const,
  pool: 'booked' as const,
  slot: null,
  due: null,
  name: '居民',
  birthDate: null,
  elder: false,
  by: 'dl_pa',
  byName: null,
  at: startsAt,
  passed: 0,
  called: null,
  returned: false,
  first: true,
  twoTold: false,
  keptFrom: null,
  keptIn: null,
  act: null,
  owed: null,
}

/** The document after a step; null when its guard did not hold. */
const after = (session: Session, step: Step): Session | null => {
  const next = copy(session)
  return takeStep(next, copy(step)) ? next : null
}

/** Plays a scenario; every state on the way. */
const play = ({ planned, walkInPercent, acts }: Scenario) => {
  let session = copy(balanced(emptySession(fixed(planned, walkInPercent)), startsAt - 1))
  let now = startsAt - 20 * minute
  const states = [{ session, now }]
  for (const what of acts) {
    if (what.act === 'pass') now += what.minutes * minute
    const step = stepOf(session, what, now)
    if (step) {
      const next = after(session, step)
      // A step decided from the latest reading is always taken.
      expect(next).not.toBeNull()
      const found = wrongs(session, next!, now)
      if (found.length > 0) throw new Error(JSON.stringify({ what, found }))
      if (what.act === 'callNext') expectRule(session, next!, now)
      session = next!
    }
    states.push({ session, now })
  }
  return states
}

/** One person was called: by the order rule, or, with nobody left in the line, who waits first for a place. */
const expectRule = (before: Session, next: Session, at: Instant) => {
  const [called, ...others] = Object.keys(next.claims).filter(
    (one) => next.claims[one]?.state === 'called' && before.claims[one]?.state !== 'called',
  )
  expect(others).toEqual([])
  const line = waitingOf(before)
  if (line.length === 0) {
    expect(called).toBe(before.waiting[0])
    return
  }
  const passed = Object.keys(next.claims).filter(
    (one) => next.claims[one]!.passed > before.claims[one]!.passed,
  )
  expect(orderWrongs(line, { who: called!, passed }, at)).toEqual([])
  for (const one of passed) expect(next.claims[one]?.passed).toBe(before.claims[one]!.passed + 1)
}

test('no number twice, nobody lost, the order rule kept, counts agree: whatever happens', () => {
  fc.assert(
    fc.property(scenario, (given) => {
      const { session, now } = play(given).at(-1)!
      const end = stepBetween(session, balanced(session, now))
      expect(end).toBeNull()
    }),
    { numRuns: 400 },
  )
})

test('barbers who come into a session that is over bring nobody near who waits for a place', () => {
  const { session, now } = play({
    planned: 1,
    walkInPercent: 20,
    acts: [
      { act: 'book', who: 'dl_pa', slot: null, wait: true },
      { act: 'pass', minutes: 720 },
    ],
  }).at(-1)!
  expect(session.waiting).toEqual(['dl_pa'])
  const later = follow(session, { barbers: ['dl_pz'], seq: session.barbersSeq + 1 }, now)
  expect(later.claims['dl_pa']).toMatchObject({ twoTold: false, owed: null })
})

test('any two acts decided from the same reading: the second is taken rightly or not at all', () => {
  const all: Act[] = [
    ...family.slice(0, 5).flatMap((one): Act[] => [
      { act: 'book', who: one, slot: null, wait: true },
      { act: 'cancel', who: one },
      { act: 'choose', who: one, choice: 'waitToday' },
      { act: 'walkIn', who: one },
    ]),
    { act: 'barbers', barbers: [] },
    { act: 'barbers', barbers: ['dl_px', 'dl_py'] },
    { act: 'terms', planned: 2, walkInPercent: 50 },
    { act: 'callNext' },
    { act: 'callOff' },
    { act: 'sweep' },
  ]
  fc.assert(
    fc.property(scenario, (given) => {
      const { session, now } = play(given).at(-1)!
      const steps = all.flatMap((what) => {
        const step = stepOf(session, what, now)
        return step ? [{ what, step }] : []
      })
      for (const first of steps) {
        const between = after(session, first.step)!
        for (const second of steps) {
          const end = after(between, second.step)
          const found = end ? wrongs(between, end, now) : []
          if (found.length > 0) throw new Error(JSON.stringify({ first, second, found }))
        }
      }
    }),
    { numRuns: 80 },
  )
})

test('a late duplicate of a cancelled booking, or of its cancellation, changes nothing', () => {
  const now = startsAt - 60 * minute
  const empty = copy(balanced(emptySession(fixed(4, 0)), now))
  const book: Act = { act: 'book', who: 'dl_pa', slot: null, wait: false }
  const booking = stepOf(empty, book, now)!
  const booked = after(empty, booking)!
  const cancelling = stepOf(booked, { act: 'cancel', who: 'dl_pa' }, now)!
  const cancelled = after(booked, cancelling)!
  expect(after(cancelled, booking)).toBeNull()
  const again = after(cancelled, stepOf(cancelled, book, now)!)!
  expect(after(again, cancelling)).toBeNull()
  // The number that was given back is nobody's: the second is another.
  expect(again.numbers).toEqual(['dl_pa', 'dl_pa'])
  expect(waitingOf(again)).toMatchObject([{ who: 'dl_pa', number: 2 }])
})

test('a barber leaves: the last numbers are asked, first in line when they wait, and have their number back', () => {
  const now = startsAt - 60 * minute
  let session = copy(balanced(emptySession(fixed(4, 0)), now))
  const run = (what: Act) => {
    session = after(session, stepOf(session, what, now)!)!
  }
  run({ act: 'barbers', barbers: ['dl_px', 'dl_py'] })
  for (const one of family.slice(0, 6)) run({ act: 'book', who: one, slot: null, wait: false })
  run({ act: 'book', who: 'dl_pg', slot: null, wait: true })
  const states = () => Object.entries(session.claims).map(([one, { state }]) => `${one} ${state}`)
  run({ act: 'barbers', barbers: ['dl_px'] })
  expect(states().filter((state) => state.endsWith('asked'))).toEqual([
    'dl_pd asked',
    'dl_pe asked',
    'dl_pf asked',
  ])
  run({ act: 'choose', who: 'dl_pf', choice: 'waitToday' })
  run({ act: 'choose', who: 'dl_pe', choice: 'waitToday' })
  expect(session.waiting).toEqual(['dl_pf', 'dl_pe', 'dl_pg'])
  // Places come free: first those who chose to wait, then who has not said, then the line.
  const waits = () => waitingOf(session).map(({ who: one, number }) => [one, number])
  run({ act: 'cancel', who: 'dl_pa' })
  expect(waits()).toEqual([
    ['dl_pb', 2],
    ['dl_pc', 3],
    ['dl_pf', 6],
  ])
  run({ act: 'cancel', who: 'dl_pb' })
  run({ act: 'cancel', who: 'dl_pc' })
  expect(session.waiting).toEqual(['dl_pg'])
  expect(waits()).toEqual([
    ['dl_pd', 4],
    ['dl_pe', 5],
    ['dl_pf', 6],
  ])
})

test('barbers who confirm one after the other take no number away; on the eve it is known who cuts', () => {
  const now = startsAt - 60 * minute
  let session = copy(balanced(emptySession(fixed(6, 0)), now))
  const run = (what: Act) => {
    session = after(session, stepOf(session, what, now)!)!
  }
  for (const one of family.slice(0, 6)) run({ act: 'book', who: one, slot: null, wait: false })
  const asked = (of: Session) => Object.values(of.claims).filter(({ state }) => state === 'asked')
  run({ act: 'barbers', barbers: ['dl_px'] })
  expect(asked(session)).toHaveLength(0)
  expect(session.slots.map(({ left }) => left)).toEqual([0, 0, 0])
  expect(asked(askOnEve(session))).toHaveLength(3)
  run({ act: 'barbers', barbers: ['dl_px', 'dl_py'] })
  expect(asked(askOnEve(session))).toHaveLength(0)
  run({ act: 'barbers', barbers: ['dl_px'] })
  expect(asked(session)).toHaveLength(3)
})

test('a promise is kept: also in a session that is full, and once more when that one is called off', () => {
  const now = startsAt - 60 * minute
  let session = copy(balanced(emptySession(fixed(2, 50)), now))
  const run = (what: Act) => {
    session = after(session, stepOf(session, what, now)!)!
  }
  run({ act: 'book', who: 'dl_pa', slot: null, wait: false })
  run({ act: 'keep', who: 'dl_pb' })
  run({ act: 'keep', who: 'dl_pc' })
  expect(waitingOf(session).map(({ number }) => number)).toEqual([1, 2, 3])
  expect(session).toMatchObject({ walkInsLeft: 0, keeps: false })
  run({ act: 'callOff' })
  expect(session.keeps).toBe(true)
  expect(session.claims.dl_pb).toMatchObject({ state: 'keptForNext', keptIn: null })
  expect(session.claims.dl_pa?.state).toBe('booked')
})
