import fc from 'fast-check'
import {
  distanceOf,
  fitRefusal,
  keptOutBy,
  nearOf,
  rank,
  weightOf,
  type Volunteer,
  type Wanted,
} from '@/domain/errands/matching'
import { partsOfDay } from '@/types/errands'
import { skills } from '@/types/shared/skills'

const home = ['c', 'jing', 'grid-1', 'b-12']
const homes = [
  home,
  ['c', 'jing', 'grid-1', 'b-3'],
  ['c', 'jing', 'grid-2', 'b-30'],
  ['c', 'chun', 'grid-3', 'b-7'],
  ['c'],
]

const wanted: Wanted = {
  id: 'dl_er1',
  person: 'dl_pli',
  household: 'dl_h1',
  by: 'dl_pli',
  byStaff: false,
  path: home,
  kinds: ['centre', 'community', 'grid', 'building'],
  skills: ['plumbing', 'appliances'],
  atHome: true,
  day: '2026-11-25',
  part: 'morning',
}

const plain: Volunteer = {
  id: 'dl_pchen',
  ids: ['dl_pchen'],
  actsFor: [],
  name: '老陈',
  household: null,
  birthDate: '1970-01-01',
  verifiedUntil: '2027-01-01',
  registered: true,
  trusted: false,
  skills: ['plumbing'],
  path: home,
  free: [],
  engaged: false,
  askedLately: 0,
  listed: true,
  contact: true,
}

const anybody = fc
  .record({
    n: fc.integer({ min: 1, max: 9999 }),
    skills: fc.subarray(skills.slice(0, 5)),
    path: fc.constantFrom(...homes),
    askedLately: fc.integer({ min: 0, max: 6 }),
    engaged: fc.boolean(),
    free: fc.array(
      fc.record({ weekday: fc.integer({ min: 0, max: 6 }), part: fc.constantFrom(...partsOfDay) }),
      { maxLength: 2 },
    ),
    birthDate: fc.constantFrom('1970-01-01', '2012-01-01', null),
    household: fc.constantFrom('dl_h1', 'dl_h2', null),
    verifiedUntil: fc.constantFrom('2027-01-01', '2026-11-24', null),
    trusted: fc.boolean(),
  })
  .map(({ n, ...one }): Volunteer => ({
    ...plain,
    ...one,
    id: `dl_p${n}`,
    ids: [`dl_p${n}`],
  }))

const many = fc.uniqueArray(anybody, { selector: ({ id }) => id, maxLength: 30 })

const idsIn = (volunteers: readonly Volunteer[], what = wanted): string[] =>
  rank(what, volunteers).map(({ volunteer }) => volunteer.id)

test('whoever is read first: the order is the same', () => {
  fc.assert(
    fc.property(
      many.chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
      ),
      ([all, shuffled]) => expect(idsIn(shuffled)).toEqual(idsIn(all)),
    ),
  )
})

test('who was asked more often never comes earlier, all else equal', () => {
  fc.assert(
    fc.property(many, fc.nat(), fc.integer({ min: 1, max: 5 }), (all, which, more) => {
      fc.pre(all.length > 0)
      const one = all[which % all.length]!
      const before = idsIn(all).indexOf(one.id)
      const tired = { ...one, askedLately: one.askedLately + more }
      const after = idsIn(all.map((other) => (other.id === one.id ? tired : other))).indexOf(one.id)
      expect(after).toBeGreaterThanOrEqual(before)
    }),
  )
})

test('who lives further away never comes earlier, all else equal', () => {
  fc.assert(
    fc.property(many, fc.nat(), (all, which) => {
      fc.pre(all.length > 0)
      const one = all[which % all.length]!
      const near = { ...one, path: home }
      const put = (changed: Volunteer) =>
        idsIn(all.map((other) => (other.id === one.id ? changed : other))).indexOf(one.id)
      for (const path of homes) expect(put({ ...one, path })).toBeGreaterThanOrEqual(put(near))
    }),
  )
})

test('nobody stands in the list who may not come, or cannot do it', () => {
  fc.assert(
    fc.property(many, (all) => {
      const listed = new Set(idsIn(all))
      for (const one of all) {
        const able = one.skills.some((skill) => wanted.skills.includes(skill))
        expect(listed.has(one.id)).toBe(able && fitRefusal(wanted, one) === null)
      }
    }),
  )
})

test('of several who are alike, it is not always the same who comes first', () => {
  const alike = Array.from({ length: 4 }, (_, n) => ({
    ...plain,
    id: `dl_p${n}`,
    ids: [`dl_p${n}`],
  }))
  const firsts = Array.from(
    { length: 40 },
    (_, n) => idsIn(alike, { ...wanted, id: `dl_er${n}` })[0],
  )
  expect(new Set(firsts).size).toBe(4)
})

test.each([
  [homes[0]!, 'building', 0],
  [homes[1]!, 'grid', 1],
  [homes[2]!, 'community', 2],
  [homes[3]!, 'centre', 3],
  [['c', 'jing'], 'community', 2],
  [homes[4]!, null, 4],
] as const)('with %j the home shares its %s', (path, near, distance) => {
  expect(nearOf(wanted, path)).toBe(near)
  expect(distanceOf(near)).toBe(distance)
})

test('a microgrid is in its grid, and of a home not known to its building nobody is near', () => {
  const small = {
    path: ['c', 'jing', 'grid-1', 'micro-1', 'b-12'],
    kinds: ['centre', 'community', 'grid', 'microgrid', 'building'] as const,
  }
  expect(nearOf(small, ['c', 'jing', 'grid-1', 'micro-1', 'b-3'])).toBe('microgrid')
  expect(nearOf(small, ['c', 'jing', 'grid-1', 'micro-2', 'b-9'])).toBe('grid')
  expect(nearOf(small, homes[2]!)).toBe('community')
  expect(nearOf({ path: ['c', 'jing'], kinds: ['centre', 'community'] }, home)).toBeNull()
})

test('who can do more of it is not asked every time', () => {
  const both = { ...plain, skills: ['plumbing', 'appliances'] as const, askedLately: 5 }
  const other = { ...plain, id: 'dl_pone', ids: ['dl_pone'] }
  expect(idsIn([both, other])).toEqual(['dl_pone', 'dl_pchen'])
  expect(idsIn([{ ...both, askedLately: 0 }, other])).toEqual(['dl_pchen', 'dl_pone'])
})

test.each([
  ['who did not register', { registered: false }, ['NotAVolunteer']],
  ['who is 17', { birthDate: '2009-01-01' }, ['AdultsOnly']],
  [
    'who said little',
    { birthDate: null, verifiedUntil: null, skills: [] },
    ['BirthDateNeeded', 'NotVerified', 'SkillNeeded'],
  ],
  ['whom staff vouch for', { birthDate: null, verifiedUntil: null, trusted: true }, []],
  ['who has all of it', {}, []],
])('%s is told what keeps them out', (_who, change, codes) =>
  expect(keptOutBy({ ...plain, ...change }, '2026-11-25')).toEqual(codes),
)

test('being asked once weighs as much as one step', () => {
  const far = { near: 'community' as const, volunteer: plain }
  const near = { near: 'building' as const, volunteer: { ...plain, askedLately: 2 } }
  expect(weightOf(far)).toBe(weightOf(near))
  const neighbour = { ...plain, askedLately: 2 }
  const other = { ...plain, id: 'dl_pfar', ids: ['dl_pfar'], path: homes[2]! }
  expect(idsIn([neighbour, other])).toEqual(['dl_pfar', 'dl_pchen'])
})

test.each<[string, Partial<Volunteer>, Partial<Wanted>, string | null]>([
  ['an adult who is verified', {}, {}, null],
  ['who never registered and holds no role', { registered: false }, {}, 'NotAVolunteer'],
  ['who never registered and holds a role', { registered: false, trusted: true }, {}, null],
  ['the person', { ids: ['dl_pchen', 'dl_pli'] }, {}, 'NotYourself'],
  ['who acts for the person', { actsFor: ['dl_pli'] }, {}, 'NotYourself'],
  ['somebody of the household', { household: 'dl_h1' }, {}, 'NotYourself'],
  ['who ordered it for their mother', { ids: ['dl_pson'] }, { by: 'dl_pson' }, 'NotYourself'],
  ['who ordered it as staff', { ids: ['dl_pson'] }, { by: 'dl_pson', byStaff: true }, null],
  ['who turns 18 the day after', { birthDate: '2008-11-26' }, {}, 'AdultsOnly'],
  ['who turns 18 on the day', { birthDate: '2008-11-25' }, {}, null],
  ['whose age nobody knows', { birthDate: null }, {}, 'AdultsOnly'],
  ['whose age nobody knows, with a role', { birthDate: null, trusted: true }, {}, null],
  ['verified until the day before', { verifiedUntil: '2026-11-24' }, {}, 'NotVerified'],
  ['not verified, and not into a home', { verifiedUntil: null }, { atHome: false }, null],
  ['not verified, with a role', { verifiedUntil: null, trusted: true }, {}, null],
])('%s', (_who, volunteer, errand, code) =>
  expect(fitRefusal({ ...wanted, ...errand }, { ...plain, ...volunteer })?.code ?? null).toBe(code),
)
