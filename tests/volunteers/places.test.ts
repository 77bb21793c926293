import fc from 'fast-check'
import { decideLeader } from '@/domain/volunteers/leading'
import { decideJoin, decideLeave, type Shift } from '@/domain/volunteers/shifts'
import { decideAnswer, decideOffer, decideTake } from '@/domain/volunteers/swaps'
import type { Step } from '@/domain/shared/step'
import { instantOf } from '@/types/shared/day'
import { takeStep } from '../support/steps'

const at = instantOf('2026-11-21', '08:00')
const people = ['dl_pchen', 'dl_pshan', 'dl_pzhao']

const shiftOf = (approveSwaps: boolean): Shift => ({
  rev: 1,
  seq: 1,
  state: 'open',
  startsAt: at + 3_600_000,
  endsAt: at + 7_200_000,
  needed: 2,
  left: 2,
  claims: {},
  gone: {},
  people: [],
  leader: null,
  approveSwaps,
  swapUntil: 0,
  swapNews: {},
})

/** A copy made of this realm's own objects: those of `structuredClone` are none to mingo. */
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

type What =
  'join' | 'leave' | 'offer' | 'takeBack' | 'take' | 'untake' | 'agree' | 'refuse' | 'lead'

const act = fc.record({
  // Leaving and taking back are rare, so that places are there to change hands.
  what: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom<What>('join', 'offer', 'take', 'agree') },
    {
      weight: 1,
      arbitrary: fc.constantFrom<What>('leave', 'takeBack', 'untake', 'refuse', 'lead'),
    },
  ),
  who: fc.nat(people.length - 1),
  from: fc.nat(people.length - 1),
  /** How many changes ago what they decide from was read. */
  stale: fc.constantFrom(0, 0, 1, 2),
})
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

const stepOf = (shift: Shift, { what, who, from: of }: Act, key: string): Step | null => {
  const [person, from] = [people[who]!, people[of]!]
  const named = { id: person, name: person }
  const decision = (() => {
    switch (what) {
      case 'join':
        return decideJoin(shift, { key, person: named, ids: [person], by: null, at })
      case 'leave':
        return decideLeave(shift, { key, person, because: null, byOther: false, at })
      case 'offer':
      case 'takeBack':
        return decideOffer(shift, { key, person, offer: what === 'offer', at })
      case 'take':
      case 'untake':
        return decideTake(shift, {
          key,
          from,
          person: named,
          ids: [person],
          take: what === 'take',
          at,
        })
      case 'agree':
      case 'refuse': {
        const id = shift.claims[from]?.swap?.takenBy?.id
        const taker = id === undefined ? null : { id, name: id, ids: [id] }
        return decideAnswer(shift, { key, from, taker, agree: what === 'agree', at })
      }
      case 'lead':
        return decideLeader(shift, person, false, at)
    }
  })()
  return decision.outcome === 'step' ? decision.step : null
}

interface Person {
  id: string
  name: string
}

const stepped = (decision: { outcome: string; step?: Step }): { step?: Step } => {
  expect(decision.outcome).toBe('step')
  return decision
}

test('whatever people do at once, from what they last read: places, people and the leader agree', () => {
  let moved = 0
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.array(act, { minLength: 30, maxLength: 60 }),
      (approveSwaps, acts) => {
        const shift = shiftOf(approveSwaps)
        const read = [copy(shift)]
        for (const [n, one] of acts.entries()) {
          const known = read[Math.max(0, read.length - 1 - one.stale)]!
          const before = [...shift.people]
          const step = stepOf(known, one, `key-${n}`)
          const taken = step !== null && takeStep(shift, copy(step))
          read.push(copy(shift))
          expect(Object.keys(shift.claims).sort()).toEqual([...shift.people].sort())
          expect(new Set(shift.people).size).toBe(shift.people.length)
          expect(shift.left).toBe(shift.needed - shift.people.length)
          expect(shift.left).toBeGreaterThanOrEqual(0)
          if (shift.leader !== null) expect(shift.people).toContain(shift.leader)
          const offers = Object.values(shift.claims).flatMap(({ swap }) => swap ?? [])
          const waiting = offers.flatMap(({ takenBy }) => takenBy?.id ?? [])
          // Who is on it waits for no place of it, and nobody for two; a shift without offers is on no list of them.
          expect([
            waiting.filter((id, n) => shift.claims[id] || waiting.indexOf(id) !== n),
            shift.swapUntil,
          ]).toEqual([[], offers.length > 0 ? shift.startsAt : 0])
          const swaps = taken && (one.what === 'take' || one.what === 'agree')
          // One goes and one comes, or it waits: a swap never leaves a place empty.
          if (swaps) expect(shift.people).toHaveLength(before.length)
          if (swaps && shift.people.join() !== before.join()) moved++
          if (approveSwaps && one.what === 'take') expect(shift.people).toEqual(before)
        }
      },
    ),
    { numRuns: 100, seed: 20261121 },
  )
  // The acts are such that places do change hands.
  expect(moved).toBeGreaterThan(25)
})

test('who takes a place from what they read before somebody else left reads again', () => {
  const shift = shiftOf(false)
  const [one, two, three] = people.map((id) => ({ id, name: id })) as [Person, Person, Person]
  const does = (decision: { step?: Step }) => takeStep(shift, copy(decision.step!))
  for (const person of [one, two])
    does(
      stepped(
        decideJoin(shift, { key: `came-${person.id}`, person, ids: [person.id], by: null, at }),
      ),
    )
  does(stepped(decideOffer(shift, { key: 'offers', person: two.id, offer: true, at })))
  const read = copy(shift)
  const leaving = { key: 'leaves', person: one.id, because: null, byOther: false, at }
  does(stepped(decideLeave(shift, leaving)))
  const taking = {
    key: 'takes',
    from: two.id,
    person: three,
    ids: [three.id],
    take: true,
    at,
  }
  expect(does(stepped(decideTake(read, taking)))).toBe(false)
  expect(does(stepped(decideTake(shift, taking)))).toBe(true)
  expect(shift).toMatchObject({ people: [three.id], left: 1 })
  expect(Object.keys(shift.claims)).toEqual([three.id])
})

test('who waits for a place and comes to a free one waits no more, also when both happen at once', () => {
  const [one, two] = people.map((id) => ({ id, name: id })) as [Person, Person, Person]
  const former = 'dl_pformer'
  const offered = () => {
    const shift = shiftOf(true)
    const does = (decision: { step?: Step }) => takeStep(shift, copy(decision.step!))
    const ids = [one.id]
    does(stepped(decideJoin(shift, { key: 'came', person: one, ids, by: null, at })))
    does(stepped(decideOffer(shift, { key: 'offers', person: one.id, offer: true, at })))
    return { shift, does }
  }
  const come = (shift: Shift) =>
    stepped(decideJoin(shift, { key: 'comes', person: two, ids: [two.id, former], by: null, at }))
  const take = (shift: Shift, id: string, ids: readonly string[], wants = true) =>
    decideTake(shift, {
      key: 'takes',
      from: one.id,
      person: { id, name: id },
      ids,
      take: wants,
      at,
    })

  // They waited under the id they had before their records became one.
  const { shift, does } = offered()
  does(stepped(take(shift, former, [former])))
  expect(does(come(shift))).toBe(true)
  expect(shift.claims[one.id]!.swap).toMatchObject({ takenBy: null, dropped: ['takes'] })
  expect(shift.swapUntil).toBe(shift.startsAt)

  // Of coming and waiting in one moment the second reads again.
  for (const first of ['come', 'take'] as const) {
    const race = offered()
    const steps = { come: come(race.shift), take: stepped(take(race.shift, two.id, [two.id])) }
    expect(race.does(steps[first])).toBe(true)
    expect(race.does(steps[first === 'come' ? 'take' : 'come'])).toBe(false)
  }

  const back = offered()
  back.does(stepped(take(back.shift, former, [former])))
  back.does(stepped(take(back.shift, two.id, [two.id, former], false)))
  expect(back.shift.claims[one.id]!.swap!.takenBy).toBeNull()
})

test('a coordinator may always say no; to one who is on it already they cannot say yes', () => {
  const [one, two] = people.map((id) => ({ id, name: id })) as [Person, Person, Person]
  const shift = shiftOf(true)
  const does = (decision: { step?: Step }) => takeStep(shift, copy(decision.step!))
  for (const person of [one, two])
    does(stepped(decideJoin(shift, { key: person.id, person, ids: [person.id], by: null, at })))
  does(stepped(decideOffer(shift, { key: 'offers', person: one.id, offer: true, at })))
  // Another record of the one who came, merged only after it took the place.
  const other = { id: 'dl_pother', name: '' }
  const taking = { key: 'takes', from: one.id, person: other, ids: [other.id], take: true, at }
  does(stepped(decideTake(shift, taking)))
  const taker = { ...other, ids: [other.id, two.id] }
  const answer = (agree: boolean) =>
    decideAnswer(shift, { key: `says-${agree}`, from: one.id, taker, agree, at })
  expect(answer(true)).toMatchObject({ refusal: { code: 'NothingToAnswer' } })
  expect(does(stepped(answer(false)))).toBe(true)
  expect(shift.claims[one.id]!.swap!.takenBy).toBeNull()
})
