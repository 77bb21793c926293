import fc from 'fast-check'
import { levelOf, stepsInOrder, usualSteps } from '@/domain/volunteers/levels'
import { decideEdit, decideIn, decideOut, type Team } from '@/domain/volunteers/teams'
import { isMinor, livesAt, nearestFirst, stepsApart } from '@/domain/volunteers/registration'
import type { Change } from '@/domain/shared/step'
import type { LevelStep } from '@/types/volunteers'

/** Tables in order, with hours and trainings around their steps. */
const table = fc
  .array(
    fc.record({
      minutes: fc.integer({ min: 0, max: 600 }),
      trainings: fc.integer({ min: 0, max: 3 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((steps): LevelStep[] => {
    let [minutes, trainings] = [0, 0]
    return steps.map((step, number) => {
      minutes += step.minutes + 1
      trainings += step.trainings
      return { name: `第${number}级`, minutes, trainings }
    })
  })

const rank = (steps: readonly LevelStep[], level: string | null): number =>
  steps.findIndex(({ name }) => name === level)

describe('levels', () => {
  test('a level is reached exactly at its step, with hours and trainings both', () => {
    expect(levelOf(usualSteps, 5999, 9).level).toBeNull()
    expect(levelOf(usualSteps, 6000, 0)).toEqual({
      level: null,
      next: { name: '一星', minutes: 0, trainings: 1 },
    })
    expect(levelOf(usualSteps, 6000, 1)).toEqual({
      level: '一星',
      next: { name: '二星', minutes: 12_000, trainings: 1 },
    })
    expect(levelOf(usualSteps, 90_000, 5)).toEqual({ level: '五星', next: null })
  })

  test('more hours or trainings never lower the level', () => {
    const some = { minutes: fc.nat(4000), trainings: fc.nat(20) }
    fc.assert(
      fc.property(table, fc.record(some), fc.record(some), (steps, had, more) => {
        const before = levelOf(steps, had.minutes, had.trainings)
        const after = levelOf(steps, had.minutes + more.minutes, had.trainings + more.trainings)
        expect(rank(steps, after.level)).toBeGreaterThanOrEqual(rank(steps, before.level))
      }),
    )
  })

  test('what is said to be missing is just what brings the next level', () => {
    fc.assert(
      fc.property(table, fc.nat(4000), fc.nat(20), (steps, minutes, trainings) => {
        const { level, next } = levelOf(steps, minutes, trainings)
        if (!next) return expect(level).toBe(steps.at(-1)!.name)
        const reached = levelOf(steps, minutes + next.minutes, trainings + next.trainings)
        expect(rank(steps, reached.level)).toBeGreaterThanOrEqual(rank(steps, next.name))
        if (next.minutes > 0)
          expect(rank(steps, levelOf(steps, minutes + next.minutes - 1, 100).level)).toBeLessThan(
            rank(steps, next.name),
          )
      }),
    )
  })

  test('a table out of order is known', () => {
    fc.assert(fc.property(table, (steps) => expect(stepsInOrder(steps)).toBe(true)))
    const [one, two] = usualSteps as [LevelStep, LevelStep]
    expect(stepsInOrder([two, one])).toBe(false)
    expect(stepsInOrder([one, { ...one, name: '又一个' }])).toBe(false)
    expect(stepsInOrder([one, { ...two, name: one.name }])).toBe(false)
    expect(stepsInOrder([one, { ...two, trainings: 0 }])).toBe(false)
  })
})

describe('age', () => {
  test('18 is reached on the birthday; a birth date counts for more than what was said', () => {
    expect(isMinor('2008-11-22', true, '2026-11-21')).toBe(true)
    expect(isMinor('2008-11-21', false, '2026-11-21')).toBe(false)
    expect(isMinor(null, false, '2026-11-21')).toBeNull()
    expect(isMinor(null, true, '2026-11-21')).toBe(false)
  })
})

describe('nearness', () => {
  test('the same building is nearest, then the grid, the community, the centre', () => {
    const at = ['c', 'jing', 'grid', '12']
    const away = [
      at,
      ['c', 'jing', 'grid', '3'],
      ['c', 'jing', 'grid2', '30'],
      ['c', 'chun'],
      ['c'],
    ]
    expect(away.map((path) => stepsApart(at, path))).toEqual([0, 1, 2, 3, 3])
  })

  test('nearest first comes everybody once, each behind who takes fewer steps', () => {
    const at = ['c', 'jing', 'grid', '12']
    const nodes = ['c', 'ca', 'jing', 'jing-1', 'grid', 'grid2', '1', '12', '120', '3', 'z']
    const node = fc.constantFrom(...nodes)
    fc.assert(
      fc.property(fc.array(fc.array(node, { maxLength: 3 }), { maxLength: 30 }), (below) => {
        const people = [at, ...below.map((path) => ['c', ...path])].map((path, n) => {
          return { path, place: livesAt(path, `v${n}`) }
        })
        const inOrder = nearestFirst(at).flatMap(({ from, to }) =>
          people.filter(({ place }) => place >= from && place < to),
        )
        expect(inOrder).toHaveLength(people.length)
        expect(new Set(inOrder).size).toBe(people.length)
        const level = ({ path }: (typeof people)[number]) =>
          at.filter((_, depth) => at.slice(0, depth + 1).every((one, i) => path[i] === one)).length
        const levels = inOrder.map(level)
        expect(levels).toEqual([...levels].sort((a, b) => b - a))
      }),
    )
  })
})

/** A team after a step, as the database would have it. */
const after = (
  team: Team,
  { set = {}, inc = {}, unset = [], push = {}, pull = {} }: Change,
): Team => {
  const next = structuredClone(team) as unknown as Record<string, unknown>
  const at = (path: string): [Record<string, unknown>, string] => {
    const parts = path.split('.')
    const last = parts.pop()!
    return [parts.reduce((place, part) => place[part] as Record<string, unknown>, next), last]
  }
  for (const [path, value] of Object.entries(set)) {
    const [place, name] = at(path)
    place[name] = value
  }
  for (const [path, by] of Object.entries(inc)) {
    const [place, name] = at(path)
    place[name] = (place[name] as number) + by
  }
  for (const path of unset) {
    const [place, name] = at(path)
    delete place[name]
  }
  for (const [path, value] of Object.entries(push)) next[path] = [...(next[path] as []), value]
  for (const [path, value] of Object.entries(pull))
    next[path] = (next[path] as unknown[]).filter((one) => one !== value)
  return next as unknown as Team
}

test('whatever is tapped, a team has as many places as it says, and is led by who is in it', () => {
  const tap = fc.record({
    what: fc.constantFrom('in' as const, 'out' as const, 'edit' as const),
    person: fc.constantFrom('a', 'b', 'c', 'd'),
    key: fc.constantFrom('k1', 'k2', 'k3', 'k4', 'k5'),
    most: fc.integer({ min: 2, max: 4 }),
    open: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(tap, { maxLength: 30 }), (taps) => {
      let team: Team = {
        rev: 0,
        open: true,
        most: 2,
        left: 2,
        leader: null,
        claims: {},
        gone: {},
        people: [],
      }
      for (const { what, person, key, most, open } of taps) {
        const decision =
          what === 'in'
            ? decideIn(team, { key, person, at: 1 })
            : what === 'out'
              ? decideOut(team, { key, person })
              : decideEdit(team, { name: '队', about: '', most, open, leader: person }, false, [
                  key,
                ])
        if (decision.outcome === 'step') team = after(team, decision.step.change)
        const members = Object.keys(team.claims)
        expect(team.most).toBe(team.left + members.length)
        expect(team.left).toBeGreaterThanOrEqual(0)
        expect([...team.people].sort()).toEqual(members.sort())
        if (team.leader !== null) expect(members).toContain(team.leader)
      }
    }),
  )
})
