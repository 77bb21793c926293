import fc from 'fast-check'
import {
  decideAccept,
  decideAsk,
  decideCancel,
  decideConfirm,
  decideDecline,
  decideFinish,
  decideSetOff,
  decideSettle,
  isOver,
  nextDue,
  whatIsDue,
  whoCame,
  type Decision,
  type Errand,
} from '@/domain/errands/errand'
import { answerUntil, endsAt, handOverAt, lapseDays } from '@/domain/errands/when'
import { takeStep } from '../support/steps'

const hour = 3_600_000
const begin = Date.parse('2026-11-21T08:00:00+08:00')

const errand = (needed: number): Errand => ({
  seq: 0,
  state: 'open',
  day: '2026-11-23',
  part: 'morning',
  at: begin,
  needed,
  left: needed,
  claims: {},
  asked: {},
  gone: {},
  people: [],
  invited: [],
  askNextAt: begin,
  because: null,
  rating: null,
  minutes: null,
  doneAt: null,
  endedBy: null,
  confirmedBy: null,
  trouble: null,
  forStaff: false,
  settled: null,
  reminded: false,
  news: {},
  hoursOwed: false,
  due: begin,
})

const who = fc.constantFrom('p1', 'p2', 'p3', 'p4')
const stars = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null })
const often = <T>(arbitrary: fc.Arbitrary<T>) => ({ weight: 8, arbitrary })
const rarely = <T>(arbitrary: fc.Arbitrary<T>) => ({ weight: 1, arbitrary })
const act = fc.oneof(
  often(fc.record({ do: fc.constant('accept' as const), who, staff: fc.boolean() })),
  rarely(fc.record({ do: fc.constant('decline' as const), who })),
  often(fc.record({ do: fc.constant('setOff' as const), who })),
  often(
    fc.record({
      do: fc.constant('finish' as const),
      who,
      there: fc.boolean(),
      together: fc.constantFrom(true, false, null),
      stars,
    }),
  ),
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('confirm' as const),
      by: fc.constantFrom('li', 'p1'),
      came: fc.boolean(),
      who: fc.constantFrom(null, ['p1'], ['p1', 'p2']),
      stars,
    }),
  },
  rarely(fc.record({ do: fc.constant('cancel' as const) })),
  rarely(fc.record({ do: fc.constant('ask' as const), who })),
  rarely(fc.record({ do: fc.constant('settle' as const) })),
  often(fc.record({ do: fc.constant('time' as const) })),
)
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

const rated = (given: number | null) => (given === null ? null : { stars: given, words: '' })

const decisionOf = (now: Errand, one: Act, key: string, at: number): Decision => {
  switch (one.do) {
    case 'accept': {
      const by = one.staff ? 'p9' : null
      return decideAccept(now, {
        key,
        person: { id: one.who, name: one.who },
        ids: [one.who],
        by,
        showPhone: false,
        at,
      })
    }
    case 'decline':
      return decideDecline(now, { key, person: one.who, at })
    case 'setOff':
      return decideSetOff(now, { key, person: one.who, at })
    case 'finish':
      return decideFinish(now, {
        key,
        person: one.who,
        there: one.there,
        together: one.together,
        reportedBy: null,
        minutes: 30,
        rating: rated(one.stars),
        at,
      })
    case 'confirm':
      return decideConfirm(now, {
        key,
        came: one.came,
        who: one.who,
        by: [one.by],
        rating: rated(one.stars),
        at,
      })
    case 'cancel':
      return decideCancel(now, { key, because: null, byOther: true, at })
    case 'ask':
      return decideAsk(now, { key, people: [{ id: one.who, name: one.who }], by: 'p9', at })
    case 'settle':
      return decideSettle(now, { note: '办了', by: 'p9', key, at })
    case 'time': {
      const due = whatIsDue(now, at)
      if (due === null) return { outcome: 'same', step: { guard: {}, change: {} } }
      if (due.do === 'step') return { outcome: 'step', step: due.step }
      return decideAsk(now, { key: due.key, people: [], by: null, at })
    }
  }
}

/** Everything wrong with what an act made of an errand; empty when all is well. */
const wrongs = (before: Errand, after: Errand, at: number): string[] => {
  const claims = Object.entries(after.claims)
  const rules: Record<string, boolean> = {
    'places are not left or taken': after.left !== after.needed - claims.length,
    'a count is below zero': after.left < 0,
    'people are not the claims':
      [...after.people].sort().join() !==
      claims
        .map(([id]) => id)
        .sort()
        .join(),
    'invited are not the asked':
      [...after.invited].sort().join() !== Object.keys(after.asked).sort().join(),
    'it goes on with somebody missing':
      after.left > 0 && ['accepted', 'onTheWay', 'done', 'confirmed'].includes(after.state),
    'somebody set off with a place left':
      after.left > 0 &&
      claims.some(
        ([id, { state }]) => state === 'onTheWay' && before.claims[id]?.state === 'accepted',
      ),
    'somebody went alone and staff do not see it':
      after.state !== before.state &&
      ['done', 'confirmed'].includes(after.state) &&
      whoCame(after).length === 1 &&
      after.needed === 2 &&
      claims.some(([, { came }]) => came === false) &&
      before.state !== 'done' &&
      after.trouble === null,
    'hours for who did not come':
      after.hoursOwed && whoCame(after).some(([, { came }]) => came === false),
    'it was done and nobody knows when': after.state === 'confirmed' && after.doneAt === null,
    'somebody left once its time was over':
      at >= endsAt(after) && Object.keys(before.claims).length > claims.length,
    'it was called off once its time was over':
      after.state === 'cancelled' && before.state !== 'cancelled' && at >= endsAt(after),
    'nobody came, said while they may be on their way':
      after.state === 'volunteerNotThere' &&
      !isOver(before) &&
      before.state !== 'done' &&
      at < endsAt(after),
    'somebody confirmed their own work':
      after.confirmedBy !== null &&
      before.confirmedBy === null &&
      after.confirmedBy in after.claims,
    'what was over began again': isOver(before) && !isOver(after),
    'staff do not see the trouble': after.forStaff !== (after.trouble !== null),
    'hours are owed for what was not confirmed': after.hoursOwed && after.state !== 'confirmed',
    'hours are owed twice': after.hoursOwed && before.state === 'confirmed',
    'nothing looks at what is owed': after.due === null,
    'time stands still':
      nextDue(after, at) !== null && nextDue(after, at)! <= at && whatIsDue(after, at) === null,
  }
  return Object.keys(rules).filter((rule) => rules[rule])
}

test('whatever happens to an errand, in whatever order: nobody is counted twice, nobody goes alone, nothing is lost', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(
      fc.constantFrom(1, 2),
      fc.array(fc.tuple(act, fc.integer({ min: 0, max: 14 })), { maxLength: 40 }),
      (needed, acts) => {
        const now = errand(needed)
        let at = begin
        for (const [n, [one, hours]] of acts.entries()) {
          at += hours * hour
          const key = `tap-${String(n).padStart(12, '0')}`
          const decision = decisionOf(now, one, key, at)
          if (decision.outcome !== 'step') continue
          const before = structuredClone(now)
          expect(takeStep(now, decision.step)).toBe(true)
          seen.add(now.state)
          expect({ act: one.do, wrongs: wrongs(before, now, at) }).toEqual({
            act: one.do,
            wrongs: [],
          })
          // The same tap again changes nothing.
          if (one.do !== 'time') expect(decisionOf(now, one, key, at).outcome).not.toBe('step')
        }
        // Time alone ends each, whatever nobody said.
        for (let day = 0; day <= lapseDays + 5; day++) {
          at += 24 * hour
          for (;;) {
            const decision = decisionOf(now, { do: 'time' }, `time-${day}`, at)
            if (decision.outcome !== 'step') break
            takeStep(now, decision.step)
          }
        }
        expect(isOver(now)).toBe(true)
        expect(nextDue(now, at)).toBeNull()
        seen.add(now.state)
      },
    ),
    { numRuns: 1000 },
  )
  expect([...seen].sort()).toEqual(
    [
      'accepted',
      'cancelled',
      'confirmed',
      'done',
      'notDone',
      'onTheWay',
      'open',
      'residentNotThere',
      'unmatched',
      'volunteerNotThere',
    ].sort(),
  )
})

const at = (time: string) => Date.parse(`2026-11-21T${time}:00+08:00`)

test.each([
  ['in the morning', at('08:00'), at('10:00')],
  ['late in the evening', at('20:00'), at('09:30') + 24 * hour],
  ['at night', at('23:00'), at('09:30') + 24 * hour],
])('asked %s, people have two hours of the day to answer', (_when, asked, until) =>
  expect(answerUntil(asked)).toBe(until),
)

test('staff take over on the eve, later when it was ordered late, and never after it began', () => {
  const when = { day: '2026-11-22', part: 'morning' as const }
  expect(handOverAt({ ...when, at: at('08:00') })).toBe(at('17:00'))
  expect(handOverAt({ ...when, at: at('20:00') })).toBe(at('22:00'))
  expect(handOverAt({ ...when, at: at('08:00') + 24 * hour })).toBe(at('08:30') + 24 * hour)
})
