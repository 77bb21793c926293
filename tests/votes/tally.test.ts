import fc from 'fast-check'
import { decideCheck, oncePerPerson } from '@/domain/votes/ballot'
import { ownersTally } from '@/domain/votes/owners'
import { tally, type Counting } from '@/domain/votes/tally'
import type { OwnerRules, Share } from '@/types/votes'
import '../support/properties'

const half: Share = { numerator: 1, denominator: 2 }
const twoThirds: Share = { numerator: 2, denominator: 3 }
const threeQuarters: Share = { numerator: 3, denominator: 4 }

const rules = (majority: Share, moreThan: boolean, quorum = half): Counting['rules'] => ({
  quorum,
  majority,
  moreThan,
})

const ballots = (...counts: number[]) =>
  counts.flatMap((count, choice) =>
    Array.from({ length: count }, (_, n) => ({ receipt: `r${choice}-${n}`, choice })),
  )

describe('a count of households', () => {
  it.each([
    // Of 9 households 4 are less than half, of 8 they are half.
    ['4 of 9', ballots(4, 0), 9, rules(half, true), { enough: false, carried: false }],
    ['4 of 8', ballots(4, 0), 8, rules(half, true), { enough: true, carried: true }],
    // 过半数 is more than half; 三分之二以上 is two thirds or more.
    ['half say yes', ballots(3, 3), 6, rules(half, true), { enough: true, carried: false }],
    ['half is enough', ballots(3, 3), 6, rules(half, false), { enough: true, carried: true }],
    ['2 of 3', ballots(200, 100), 300, rules(twoThirds, false), { carried: true }],
    ['one less', ballots(199, 101), 300, rules(twoThirds, false), { carried: false }],
    ['nobody', ballots(0, 0), 0, rules(half, false), { enough: false, carried: false }],
    // A quorum of nothing is still not reached by nobody.
    [
      'no quorum',
      ballots(0, 0),
      5,
      rules(half, false, { numerator: 0, denominator: 1 }),
      { enough: false },
    ],
    ['no wins', ballots(1, 3), 4, rules(half, true), { most: 1, carried: false }],
  ])('%s', (_, cast, households, by, expected) => {
    expect(tally(cast, { households, options: 2, yesNo: true, rules: by })).toMatchObject(expected)
  })

  it('chooses none of two answers with as many ballots, and the first of three with the most', () => {
    const of = (...counts: number[]) =>
      tally(ballots(...counts), {
        households: 10,
        options: counts.length,
        yesNo: false,
        rules: rules({ numerator: 1, denominator: 3 }, false),
      })
    expect(of(4, 4, 1)).toMatchObject({ most: null, carried: false })
    expect(of(4, 3, 2)).toMatchObject({ most: 0, carried: true })
    // The most, and not its share.
    expect(of(3, 2, 2, 2, 1)).toMatchObject({ most: 0, carried: false })
  })

  it('does not depend on the order of the ballots, and every ballot is counted once', () => {
    const share = fc
      .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 12 }))
      .filter(([part, whole]) => part <= whole)
      .map(([numerator, denominator]) => ({ numerator, denominator }))
    fc.assert(
      fc.property(
        fc.array(fc.nat(4), { maxLength: 60 }),
        fc.array(fc.nat(), { minLength: 60, maxLength: 60 }),
        share,
        share,
        fc.boolean(),
        fc.nat(40),
        fc.boolean(),
        (choices, weights, quorum, majority, moreThan, more, yesNo) => {
          const cast = choices.map((choice, n) => ({ receipt: String(n), choice }))
          const counting: Counting = {
            households: cast.length + more,
            options: 5,
            yesNo,
            rules: { quorum, majority, moreThan },
          }
          const shuffled = cast
            .map((ballot, n) => ({ ballot, weight: weights[n]! }))
            .sort((a, b) => a.weight - b.weight)
            .map(({ ballot }) => ballot)
          const result = tally(cast, counting)
          expect(tally(shuffled, counting)).toEqual(result)
          expect(result.counts.reduce((sum, count) => sum + count, 0)).toBe(cast.length)
          // One more ballot for what was carried never loses it.
          const winner = yesNo ? 0 : result.most
          if (result.carried && winner !== null)
            expect(
              tally([...cast, { receipt: 'one more', choice: winner }], {
                ...counting,
                households: Math.max(counting.households, cast.length + 1),
                rules: { ...counting.rules, quorum: { numerator: 0, denominator: 1 } },
              }).carried,
            ).toBe(true)
        },
      ),
    )
  })
})

it('knows who entered a paper under every id they had: they are no second person', () => {
  const paper = { choice: 0, person: 'li', photo: 'p', by: 'old', at: 1 }
  const ballot = {
    ...{ seq: 1, keys: [], sealed: false, voted: false, choice: null, cast: null, casts: [] },
    ...{ people: [], paper },
  }
  const check = (...by: [string, ...string[]]) =>
    decideCheck(ballot, { key: 'k', right: true, by }).outcome
  expect(check('new', 'old')).toBe('refused')
  expect(check('other')).toBe('step')
})

describe('one person with the last word for two households', () => {
  const word = (receipt: string, by: string | null, at: number) => ({ receipt, by, at, choice: 0 })
  it('counts for the one they spoke for last', () => {
    const words = [word('a', 'li', 1), word('b', 'li', 2), word('c', 'wang', 1), word('d', null, 1)]
    const counted = (some: typeof words) =>
      oncePerPerson(some)
        .map(({ receipt }) => receipt)
        .sort()
    expect(counted(words)).toEqual(['b', 'c', 'd'])
    expect(counted([...words].reverse())).toEqual(['b', 'c', 'd'])
  })
})

describe('a count of owners', () => {
  const lift: OwnerRules = { turnout: twoThirds, yes: threeQuarters }
  const owners = (answers: readonly ['agree' | 'against' | 'abstain' | null, number][]) =>
    answers.map(([answer, area], n) => ({ answer, area, owner: `o${n}` }))

  it.each([
    // Two of three owners, with two thirds of the area to the hundredth of a square metre.
    [
      [
        ['agree', 5000],
        ['agree', 5000],
        [null, 5000],
      ],
      { enough: true, carried: true },
    ],
    [
      [
        ['agree', 5000],
        ['agree', 4999],
        [null, 5000],
      ],
      { enough: false, carried: false },
    ],
    // By area, and not by number: one of three.
    [
      [
        ['agree', 20_000],
        [null, 5000],
        [null, 5000],
      ],
      { enough: false },
    ],
    // Three quarters of those who took part, by both.
    [
      [
        ['agree', 1],
        ['agree', 1],
        ['agree', 1],
        ['against', 1],
      ],
      { carried: true },
    ],
    [
      [
        ['agree', 1],
        ['agree', 1],
        ['agree', 1],
        ['against', 2],
      ],
      { carried: false },
    ],
    [
      [
        ['agree', 9],
        ['agree', 9],
        ['against', 1],
      ],
      { carried: false },
    ],
    // Who abstains takes part.
    [
      [
        ['agree', 1],
        ['agree', 1],
        ['agree', 1],
        ['abstain', 1],
      ],
      { enough: true, carried: true },
    ],
    [[], { enough: false, carried: false }],
  ] as [['agree' | 'against' | 'abstain' | null, number][], object][])(
    '%j',
    (answers, expected) => {
      expect(ownersTally(owners(answers), lift)).toMatchObject(expected)
    },
  )

  it('counts who owns several units as one, with all their area', () => {
    const units = [
      { owner: 'company', area: 5000, answer: 'agree' as const },
      { owner: 'company', area: 5000, answer: 'agree' as const },
      { owner: 'li', area: 5000, answer: 'against' as const },
    ]
    // By area two thirds say yes, by number only half.
    expect(ownersTally(units, { turnout: twoThirds, yes: twoThirds })).toEqual({
      ...{ owners: 2, units: 3, area: 15_000, enough: true, carried: false },
      took: { owners: 2, area: 15_000 },
      yes: { owners: 1, area: 10_000 },
    })
  })

  it('does not depend on the order, and adds up', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom('agree', 'against', 'abstain', null),
            fc.integer({ min: 1, max: 1_000_000 }),
          ),
          { maxLength: 40 },
        ),
        (answers) => {
          const result = ownersTally(owners(answers as never), lift)
          expect(ownersTally(owners([...answers].reverse() as never), lift)).toEqual(result)
          expect(result.yes.area).toBeLessThanOrEqual(result.took.area)
          expect(result.took.area).toBeLessThanOrEqual(result.area)
          expect(result.area).toBe(answers.reduce((sum, [, area]) => sum + area, 0))
        },
      ),
    )
  })
})
