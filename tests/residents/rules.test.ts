import fc from 'fast-check'
import { actorsAt, dependantRefusal, leaveEnds, leaveHolds } from '@/domain/residents/acting'
import { ageOn, birthday } from '@/domain/residents/age'
import { alike, placeOfPair } from '@/domain/residents/doubles'
import { eraseDay } from '@/domain/residents/erasure'
import type { Facts, Grant } from '@/domain/residents/facts'
import { homeNameOf, householdOf } from '@/domain/residents/household'
import { maskName, maskPhone } from '@/domain/residents/masking'
import { merged } from '@/domain/residents/merging'
import { newPerson, type Person } from '@/domain/residents/person'
import { askedFor, tokenAt, tokensOf } from '@/domain/residents/search'
import { firstLapse, seesSensitiveTags, tagRefusal, tagsOn } from '@/domain/residents/tags'
import { mayStandBelow, maySetAway, standInGrants, withGrant } from '@/domain/residents/tree'
import { verificationRefusal } from '@/domain/residents/verification'
import { nodeKinds } from '@/types/residents'
import { addDays, daysBetween, instantOf } from '@/types/shared/day'

const today = '2026-11-21'
const at = instantOf(today, '08:00')
const path = ['dl_centre', 'dl_jing', 'dl_grid', 'dl_12']

const anyDay = fc.integer({ min: 0, max: 45_000 }).map((days) => addDays('1910-01-01', days))

const grant = (role: Grant['role'], node: string, until: number | null = null): Grant => ({
  role,
  node,
  until,
})

const facts = (id: string, more: Partial<Facts> = {}): Facts => ({
  id,
  name: '李秀英',
  birthDate: null,
  household: null,
  path: ['dl_centre'],
  verifiedUntil: null,
  tags: {},
  ...more,
})

const person = (id: string, more: Partial<Facts> = {}, rest: Partial<Person> = {}): Person => ({
  ...newPerson(facts(id), rest),
  facts: facts(id, more),
})

describe('age', () => {
  it('counts a year from the birthday itself', () => {
    expect(ageOn('1946-11-21', '2026-11-20')).toBe(79)
    expect(ageOn('1946-11-21', '2026-11-21')).toBe(80)
  })

  it('gives somebody born on 29 February the first of March in other years', () => {
    expect(ageOn('1944-02-29', '2026-02-28')).toBe(81)
    expect(ageOn('1944-02-29', '2026-03-01')).toBe(82)
    expect(ageOn('1944-02-29', '2028-02-28')).toBe(83)
    expect(ageOn('1944-02-29', '2028-02-29')).toBe(84)
  })

  it('never falls, rises by one at most from a day to the next, and once a year', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 40_000 }), (born, days) => {
        const day = addDays(born, days)
        const step = ageOn(born, addDays(day, 1)) - ageOn(born, day)
        expect([0, 1]).toContain(step)
        expect(Math.abs(ageOn(born, day) - days / 365.2425)).toBeLessThan(1.01)
        expect(ageOn(born, addDays(day, 366)) - ageOn(born, day)).toBeGreaterThanOrEqual(1)
      }),
    )
  })
})

describe('masking', () => {
  it('shows a surname and the ends of a number', () => {
    expect(maskName('张三丰')).toBe('张**')
    expect(maskName('张')).toBe('张*')
    expect(maskPhone('13812345678')).toBe('138****5678')
  })

  it('keeps one letter of a name whatever it is', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'张三丰欧阳𠮷买提·'), minLength: 1 })
    fc.assert(
      fc.property(letters, (name) => {
        const masked = [...maskName(name)]
        expect(masked[0]).toBe([...name][0])
        expect(masked.slice(1).every((letter) => letter === '*')).toBe(true)
        expect(masked.length).toBeGreaterThan(1)
      }),
    )
  })

  it('hides at least four digits of a mobile, and all but two of a short number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^(1\d{10}|\d{5,8})$/), (phone) => {
        const masked = maskPhone(phone)
        const hidden = [...masked].filter((letter) => letter === '*').length
        expect(masked).toHaveLength(phone.length)
        expect(hidden).toBe(phone.length === 11 ? 4 : phone.length - 2)
      }),
    )
  })
})

describe('search words', () => {
  const li = {
    facts: { name: '欧阳秀英', path: ['dl_centre', 'dl_jing'] },
    phone: '13812345678',
    home: { unit: '2', room: '301' },
    buildingName: '12号楼',
  }
  const found = (text: string, node = 'dl_jing') =>
    tokensOf(li).includes(tokenAt(node, askedFor(text)))

  it.each([
    '欧阳秀英',
    '秀英',
    '阳',
    '5678',
    '13812345678',
    '12号楼301',
    '12号楼2单元301室',
    '12-2-301',
    '１２-２-３０１',
  ])('finds 欧阳秀英 by %s', (text) => expect(found(text)).toBe(true))

  it.each(['秀欧', '1381', '12号楼302', '2号楼301'])('does not by %s', (text) =>
    expect(found(text)).toBe(false),
  )

  it('finds nobody below another node', () => expect(found('秀英', 'dl_chun')).toBe(false))

  it('finds every name by each of its parts', () => {
    const names = fc.string({
      unit: fc.constantFrom(...'王李张欧阳古丽买提'),
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(names, fc.nat(), fc.nat(), (name, from, length) => {
        const start = from % name.length
        const part = name.slice(start, start + 1 + (length % name.length))
        const tokens = tokensOf({ ...li, facts: { ...li.facts, name } })
        expect(tokens).toContain(tokenAt('dl_jing', askedFor(part)))
      }),
    )
  })
})

describe('a household', () => {
  const door = (unit: string, room: string) =>
    householdOf({ building: 'dl_12', unit, room }, 'dl_p1').join()

  it('is one door however it is written', () => {
    expect(door('2单元', '301室')).toBe(door('2', '301'))
    expect(door('02', '0301')).toBe(door('2', '301'))
    expect(door('2', '302')).not.toBe(door('2', '301'))
  })

  it('is kept by a person where no door is known', () => {
    expect(householdOf(null, 'dl_p1')).toEqual(householdOf({ building: 'dl_12' }, 'dl_p1'))
    expect(householdOf(null, 'dl_p1')).not.toEqual(householdOf(null, 'dl_p2'))
  })

  it('is called as people call it', () => {
    expect(homeNameOf('静安里社区 12号楼', { unit: '2', room: '301' })).toBe(
      '静安里社区 12号楼 2单元301室',
    )
    expect(homeNameOf('静安里社区 12号楼', {})).toBe('静安里社区 12号楼')
  })
})

describe('dependants', () => {
  const refusal = (birthDate: string | null, consent: 'guardian' | 'spoken', holds = 0) =>
    dependantRefusal({ relation: 'child', birthDate, consent }, holds, today)

  it('need the guardian until the day they are 14', () => {
    expect(refusal('2012-11-22', 'spoken')).toBe('GuardianConsentNeeded')
    expect(refusal('2012-11-21', 'spoken')).toBeNull()
    expect(refusal('2020-01-01', 'guardian')).toBeNull()
    expect(refusal(null, 'guardian')).toBe('BirthDateNeeded')
  })

  it('are twelve at most', () => {
    expect(refusal('2020-01-01', 'guardian', 11)).toBeNull()
    expect(refusal('2020-01-01', 'guardian', 12)).toBe('TooManyDependants')
  })
})

describe('leave to act for a child', () => {
  const given = instantOf('2020-05-01', '10:00')

  it('ends with the beginning of the 14th birthday', () => {
    expect(leaveEnds('2012-11-21', given)).toBe('2026-11-21')
    expect(leaveHolds('2012-11-21', given, instantOf('2026-11-20', '23:59'))).toBe(true)
    expect(leaveHolds('2012-11-21', given, instantOf('2026-11-21'))).toBe(false)
  })

  it('lasts until the first of March for a child born on 29 February', () => {
    expect(leaveEnds('2016-02-29', given)).toBe('2030-03-01')
    expect(leaveHolds('2016-02-29', given, instantOf('2030-02-28', '23:59'))).toBe(true)
    expect(leaveHolds('2016-02-29', given, instantOf('2030-03-01'))).toBe(false)
  })

  it('does not end where the person was 14 when it was given, or no birth date is known', () => {
    expect(leaveEnds('2012-11-21', instantOf('2026-11-21'))).toBeNull()
    expect(leaveEnds('2012-11-21', instantOf('2026-11-20', '23:59'))).toBe('2026-11-21')
    expect(leaveEnds('1942-03-01', given)).toBeNull()
    expect(leaveEnds(null, given)).toBeNull()
  })

  it('holds on a day exactly while the child is younger than 14', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 6000 }), (born, days) => {
        const day = addDays(born, days)
        const holds = leaveHolds(born, instantOf(born), instantOf(day))
        expect(holds).toBe(ageOn(born, day) < 14)
        expect(ageOn(born, birthday(born, 14))).toBe(14)
        expect(ageOn(born, addDays(birthday(born, 14), -1))).toBe(13)
      }),
    )
  })

  it('of one actor ends without the leave of another, who was allowed later', () => {
    const actor = (since: number) => ({ relation: 'child' as const, since, consent: 'dl_k1' })
    const child = person(
      'dl_p1',
      { birthDate: '2012-11-21' },
      { actors: { dl_mother: actor(given), dl_aunt: actor(instantOf('2026-11-22')) } },
    )
    expect(actorsAt(child, instantOf('2026-11-23'))).toEqual(['dl_aunt'])
  })
})

describe('likely doubles', () => {
  const born = '1942-03-01'

  it('share a name and a birth date, or a name and a door', () => {
    expect(alike(facts('a', { birthDate: born }), facts('b', { birthDate: born }))).toBe(
      'birthDate',
    )
    expect(alike(facts('a', { household: 'h' }), facts('b', { household: 'h' }))).toBe('home')
    expect(alike(facts('a'), facts('b'))).toBeNull()
    expect(alike(facts('a', { birthDate: born }), facts('a', { birthDate: born }))).toBeNull()
  })

  it('are not father and son of one name behind one door', () => {
    expect(
      alike(
        facts('a', { household: 'h', birthDate: '1942-03-01' }),
        facts('b', { household: 'h', birthDate: '1970-03-01' }),
      ),
    ).toBeNull()
  })

  it('lie where both lie', () => {
    const other = ['dl_centre', 'dl_jing', 'dl_grid-2', 'dl_30']
    expect(placeOfPair(facts('a', { path }), facts('b', { path: other }))).toEqual(path.slice(0, 2))
    expect(placeOfPair(facts('a', { path }), facts('b'))).toEqual(path)
    expect(placeOfPair(facts('a'), facts('b'))).toBeNull()
  })
})

describe('merging', () => {
  const verified = (until: string, birthDate: string, more: Partial<Facts> = {}) =>
    person(
      until,
      { birthDate, verifiedUntil: until, path, ...more },
      {
        verification: {
          basis: 'tenancy',
          document: 'lease',
          on: '2026-01-01',
          until,
          by: 'dl_s',
          byName: '孙社工',
        },
      },
    )

  it('lets the verification that holds speak, whichever record stays', () => {
    const loose = person('loose', { birthDate: '1900-01-01' })
    const sure = verified('2027-01-01', '1942-03-01')
    for (const one of [merged(loose, sure, today), merged(sure, loose, today)])
      expect(one.facts).toMatchObject({
        birthDate: '1942-03-01',
        verifiedUntil: '2027-01-01',
        path,
      })
  })

  it('takes the longer of two that hold, and none that ended', () => {
    const short = verified('2027-01-01', '1942-03-01')
    const long = verified('2028-01-01', '1942-03-02')
    const ended = verified('2026-01-01', '1942-03-03')
    expect(merged(short, long, today).facts.birthDate).toBe('1942-03-02')
    expect(merged(short, ended, today).facts.verifiedUntil).toBe('2027-01-01')
  })

  it('joins tags, cards and who acts, and remembers every former id', () => {
    const actor = { relation: 'child' as const, since: at, consent: 'dl_k1' }
    const keep = person('keep', { tags: { elder: '2027-01-01' } }, { actors: { daughter: actor } })
    const merge = person(
      'merge',
      { tags: { elder: '2027-06-01', veteran: '2026-12-01' }, former: ['older'] },
      { actors: { keep: actor, son: actor }, cards: [{ id: 'c', kind: 'paper', issuedAt: at }] },
    )
    const one = merged(keep, merge, today)
    expect(one.facts.tags).toEqual({ elder: '2027-06-01', veteran: '2026-12-01' })
    expect(one.facts.former).toEqual(['merge', 'older'])
    expect(Object.keys(one.actors).sort()).toEqual(['daughter', 'son'])
    expect(one.cards).toHaveLength(1)
  })
})

describe('sensitive tags', () => {
  it('are seen by the grid worker of the grid and by staff of the centre only', () => {
    const sees = (...grants: Grant[]) => seesSensitiveTags(grants, path, at)
    expect(sees(grant('gridWorker', 'dl_grid'))).toBe(true)
    expect(sees(grant('centreStaff', 'dl_centre'))).toBe(true)
    expect(sees(grant('gridWorker', 'dl_grid-2'))).toBe(false)
    expect(sees(grant('gridWorker', 'dl_jing'))).toBe(false)
    expect(sees(grant('communityStaff', 'dl_jing'))).toBe(false)
    expect(sees(grant('admin', 'dl_centre'))).toBe(false)
    expect(sees(grant('gridWorker', 'dl_grid', at))).toBe(false)
  })

  it('need consent, and no tag outlasts a year', () => {
    expect(tagRefusal('lowIncome', addDays(today, 10), false, today)).toBe('ConsentNeeded')
    expect(tagRefusal('lowIncome', addDays(today, 10), true, today)).toBeNull()
    expect(tagRefusal('veteran', addDays(today, 365), false, today)).toBeNull()
    expect(tagRefusal('veteran', addDays(today, 366), false, today)).toBe('UntilTooFar')
    expect(tagRefusal('veteran', addDays(today, -1), false, today)).toBe('UntilInPast')
  })

  it('hold through their last day', () => {
    const tags = { elder: null, veteran: '2026-11-21', courier: '2026-11-20' }
    expect(Object.keys(tagsOn(tags, today))).toEqual(['elder', 'veteran'])
    expect(firstLapse(tags)).toBe('2026-11-20')
    expect(firstLapse({ elder: null })).toBeNull()
  })
})

describe('verification', () => {
  const refusal = (until: string, born = '1942-03-01', self = false) =>
    verificationRefusal({ until, birthDate: born }, self, today)

  it('is for five years at most, from today on, and by somebody else', () => {
    expect(refusal('2026-11-20')).toBe('UntilInPast')
    expect(refusal('2026-11-21')).toBeNull()
    expect(refusal('2031-11-21')).toBeNull()
    expect(refusal('2031-11-22')).toBe('UntilTooFar')
    expect(refusal('2027-01-01', '2026-11-22')).toBe('BirthDateInFuture')
    expect(refusal('2027-01-01', '1942-03-01', true)).toBe('NotYourself')
  })
})

describe('the tree', () => {
  it('stands in its order; only the microgrid may be left out', () => {
    const allowed = nodeKinds.flatMap((kind) =>
      nodeKinds
        .filter((parent) => mayStandBelow(kind, parent))
        .map((parent) => `${parent}>${kind}`),
    )
    expect(allowed.sort()).toEqual([
      'centre>community',
      'community>grid',
      'grid>building',
      'grid>microgrid',
      'microgrid>building',
    ])
  })

  it('gives a deputy the roles of the owner at that node, never admin', () => {
    const grants = [
      grant('centreStaff', 'dl_centre'),
      grant('admin', 'dl_centre'),
      grant('volunteer', 'dl_jing'),
    ]
    expect(standInGrants('owner', grants, path.slice(0, 2), at + 1000, at)).toEqual([
      { role: 'centreStaff', node: 'dl_jing', until: at + 1000, inPlaceOf: 'owner' },
    ])
  })

  it('lets the owner go away, or somebody above send them; no deputy by themselves', () => {
    const grid = path.slice(0, 3)
    expect(maySetAway('owner', 'owner', [grant('gridWorker', 'dl_grid')], grid, at)).toBe(true)
    expect(maySetAway('deputy', 'owner', [grant('gridWorker', 'dl_grid')], grid, at)).toBe(false)
    expect(maySetAway('chief', 'owner', [grant('communityStaff', 'dl_jing')], grid, at)).toBe(true)
    expect(
      maySetAway(
        'stand-in',
        'owner',
        [{ ...grant('communityStaff', 'dl_jing'), inPlaceOf: 'x' }],
        grid,
        at,
      ),
    ).toBe(false)
  })

  it('holds a role on a node once', () => {
    const first = withGrant([], grant('gridWorker', 'dl_grid', at))
    expect(withGrant(first, grant('gridWorker', 'dl_grid'))).toEqual([
      grant('gridWorker', 'dl_grid'),
    ])
  })
})

it('erases within the 15 days the law gives', () => {
  expect(daysBetween(today, eraseDay(today))).toBeGreaterThan(0)
  expect(daysBetween(today, eraseDay(today))).toBeLessThanOrEqual(15)
})
