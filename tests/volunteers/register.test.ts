import type { VolunteerDoc } from '@/cloudfunctions/volunteers/store'
import type { Passport } from '@/cloudfunctions/kit/passport'
import { residents } from '@/types/residents'
import { volunteers } from '@/types/volunteers'
import type { TestCloud } from '../support/cloud'
import {
  as,
  codeOf,
  jingHome,
  newKey,
  places,
  resident,
  saturday,
  seedMembers,
  staffId,
  staffOf,
  startCentre,
  verify,
} from '../support/people'
import { childOf, register, said } from './registering'

let cloud: TestCloud
const li = 'o-li'
let liId: string

beforeEach(async () => {
  cloud = await startCentre()
  liId = (await resident(cloud, li, '李师傅', { home: jingHome(), phone: '13812345678' })).id
})
afterEach(() => cloud.stop())

const rows = async <T>(collection: string, where: object = {}): Promise<T[]> =>
  ((await cloud.admin.collection(collection).where(where).limit(1000).get()) as { data: T[] }).data
const passport = async (openid: string): Promise<Passport> =>
  (await rows<Passport>('passports', { openid }))[0]!
const standing = async (openid: string, forResident?: string) =>
  (await as(cloud, volunteers, openid)('myStanding', { forResident })).standing
const consents = async (openid: string) =>
  (await as(cloud, residents, openid)('consents', {})).items
const standingConsents = async (openid: string) =>
  (await consents(openid))
    .filter(({ withdrawnAt, purpose }) => withdrawnAt === null && purpose !== 'privacyPolicy')
    .map(({ purpose }) => purpose)
    .sort()
const shiftAt = async (from: string) => {
  const startsAt = Date.parse(`${from}:00+08:00`)
  const { id } = await as(
    cloud,
    volunteers,
    staffOf.jingStaff,
  )('saveShift', {
    kind: 'canteenHelper',
    title: '帮厨',
    placeName: '共享餐厅',
    node: places.jing,
    startsAt,
    endsAt: startsAt + 2 * 3_600_000,
    needed: 2,
  })
  return id
}

describe('registering', () => {
  test('the passport knows a volunteer and what they can do; the same tap twice is one', async () => {
    const key = newKey()
    const first = await register(cloud, li, { skills: ['plumbing', 'plumbing'] }, { key })
    expect(first).toMatchObject({ skills: ['plumbing'], since: '2026-11-21', level: null })
    expect(await register(cloud, li, { skills: ['plumbing'] }, { key })).toEqual(first)
    expect((await passport(li)).person.volunteer).toEqual({
      since: '2026-11-21',
      skills: ['plumbing'],
    })

    await cloud.clock('2026-12-01T09:00:00+08:00')
    await register(cloud, li, { skills: ['music'] })
    expect((await passport(li)).person.volunteer).toEqual({
      since: '2026-11-21',
      skills: ['music'],
    })
    // The tap of November arrives once more: it does not bring the old skills back.
    expect(await register(cloud, li, { skills: ['plumbing'] }, { key })).toMatchObject({
      skills: ['music'],
    })
    expect(await rows('volunteers')).toHaveLength(1)
  })

  test('no birth date is asked for, but somebody says that they are 18 or over', async () => {
    expect(await codeOf(register(cloud, li, {}, { adult: false }))).toBe('AgeUnknown')
    expect(await as(cloud, volunteers, li)('myStanding', {})).toEqual({
      name: '李师傅',
      minor: null,
      standing: null,
      looks: [],
    })
    await register(cloud, li)
    expect(await as(cloud, volunteers, li)('myStanding', {})).toMatchObject({ minor: false })
    // Once said, it need not be said again.
    expect(await codeOf(register(cloud, li, { skills: [] }, { adult: false }))).toBe('ok')
  })

  test('what is agreed to is a consent record; taking it back in the form ends it', async () => {
    await register(cloud, li, { listed: true, contact: true, honours: true })
    expect(await standingConsents(li)).toEqual(['honours', 'showContact', 'talentDirectory'])
    await register(cloud, li, { listed: true })
    expect(await standingConsents(li)).toEqual(['talentDirectory'])
    const given = (await consents(li)).filter(({ purpose }) => purpose === 'talentDirectory')
    // It was not asked anew: the first consent stands.
    expect(given).toHaveLength(1)
    expect(given).toMatchObject([{ version: '2026-11', withdrawnAt: null }])
  })

  test('a consent taken back among all consents ends what stood on it', async () => {
    await register(cloud, li, { listed: true, honours: true })
    const listed = (await consents(li)).find(({ purpose }) => purpose === 'talentDirectory')!
    await as(cloud, residents, li)('withdrawConsent', { consent: listed.id })
    expect(await standing(li)).toMatchObject({ listed: false, honours: true })
    await register(cloud, li, { listed: true, honours: true })
    expect(await standingConsents(li)).toEqual(['honours', 'talentDirectory'])
  })

  test('of forms sent at the same moment one stands whole: facts and consents say what it says', async () => {
    const forms = [
      { skills: ['music' as const], listed: true },
      { skills: ['law' as const], honours: true },
      { skills: ['phone' as const], contact: true },
      { skills: ['cooking' as const] },
    ]
    for (let round = 0; round < 3; round++)
      await Promise.all(forms.map((form) => codeOf(register(cloud, li, form))))
    const mine = (await standing(li))!
    const form = forms.find(({ skills }) => skills[0] === mine.skills[0])!
    expect(mine).toMatchObject({ listed: false, honours: false, contact: false, ...form })
    expect((await passport(li)).person.volunteer?.skills).toEqual(mine.skills)
    expect(await standingConsents(li)).toEqual([
      ...(mine.honours ? ['honours'] : []),
      ...(mine.contact ? ['showContact'] : []),
      ...(mine.listed ? ['talentDirectory'] : []),
    ])
    expect(await rows('volunteers')).toHaveLength(1)
  })

  test('words that WeChat holds for harmful are refused', async () => {
    expect(await codeOf(register(cloud, li, { wishes: '教人赌博' }))).toBe('TextRefused')
    expect(await codeOf(register(cloud, li, { wishes: '教老人用手机' }))).toBe('ok')
  })
})

describe('minors', () => {
  test('nobody under 18 registers by themselves; a parent does it, with a consent on record', async () => {
    const young = await resident(cloud, 'o-young', '小张', { birthDate: '2010-05-01' })
    expect(await codeOf(register(cloud, 'o-young'))).toBe('GuardianNeeded')
    expect((await passport('o-young')).person.volunteer).toBeUndefined()

    const child = await childOf(cloud, li, '李小明', '2014-03-01')
    await register(cloud, li, { skills: ['reading'] }, { forResident: child, adult: false })
    expect((await passport(li)).dependants[child]!.volunteer).toEqual({
      since: '2026-11-21',
      skills: ['reading'],
    })
    expect(await rows('consents', { person: child, purpose: 'volunteerMinor' })).toMatchObject([
      { givenBy: liId, withdrawnAt: null },
    ])
    expect(young.id).not.toBe(child)
  })

  test('a friend who may act for somebody of 16 is no guardian', async () => {
    const { id } = await as(
      cloud,
      residents,
      li,
    )('addDependant', {
      name: '邻居家的小王',
      relation: 'other',
      birthDate: '2010-05-01',
      consent: 'spoken',
    })
    expect(await codeOf(register(cloud, li, {}, { forResident: id }))).toBe('GuardianNeeded')
  })

  test('they are in no directory, no ranking, and nobody is shown their number', async () => {
    const child = await childOf(cloud, li, '李小明', '2014-03-01')
    for (const choice of ['listed', 'contact', 'honours'] as const)
      expect(await codeOf(register(cloud, li, { [choice]: true }, { forResident: child }))).toBe(
        'NotForMinors',
      )
  })

  test('who said to be of age and is not serves no more until a guardian registers them, and is told', async () => {
    await seedMembers(cloud, [{ openid: 'o-chen', name: '老陈', building: places.jing12 }])
    await register(cloud, li, { listed: true, honours: true })
    const on = await shiftAt('2026-11-23T09:00')
    await as(cloud, volunteers, li)('confirmShift', { shift: on })
    await as(cloud, residents, li)('updateProfile', { birthDate: '2010-01-01' })
    expect(await standing(li)).toBeNull()
    expect((await passport(li)).person.volunteer).toBeUndefined()
    expect(await standingConsents(li)).toEqual([])
    expect(await rows('shifts', { _id: on })).toMatchObject([{ people: [] }])
    expect(await rows('outbox', { event: 'volunteerNeedsGuardian' })).toMatchObject([{ to: liId }])
    expect(await codeOf(as(cloud, volunteers, li)('confirmShift', { shift: on }))).toBe(
      'NotAVolunteer',
    )

    // Of age, the same changes nothing; and who comes to be known otherwise is found in the night.
    await register(cloud, 'o-chen', { honours: true })
    await verify(cloud, staffId('o-chen'), '1960-01-01')
    expect(await standing('o-chen')).toMatchObject({ honours: true })
    await cloud.admin
      .collection('people')
      .where({ openid: 'o-chen' })
      .update({ 'facts.birthDate': '2011-01-01' })
    await cloud.clock('2026-11-22T02:35:00+08:00')
    await cloud.timer('jobs')
    expect(await standing('o-chen')).toBeNull()
    expect(await rows('outbox', { event: 'volunteerNeedsGuardian' })).toHaveLength(2)
  })

  test('staff put nobody under 18 on a shift whom no guardian registered', async () => {
    const on = await shiftAt('2026-11-23T09:00')
    const { id } = await as(
      cloud,
      residents,
      staffOf.jingWorker,
    )('registerPerson', { name: '小赵', birthDate: '2012-01-01', home: jingHome('102') })
    const put = (person: string) =>
      codeOf(as(cloud, volunteers, staffOf.jingStaff)('putOnShift', { shift: on, person }))
    expect(await put(id)).toBe('GuardianNeeded')
    await register(
      cloud,
      staffOf.jingStaff,
      {},
      { forResident: id, adult: false, said: 'signedForm' },
    )
    expect(await put(id)).toBe('ok')
    // Whose age nobody knows may come, but leads nobody before somebody says it.
    expect(await put(liId)).toBe('ok')
    const lead = () =>
      codeOf(as(cloud, volunteers, staffOf.jingStaff)('setLeader', { shift: on, person: liId }))
    expect(await lead()).toBe('LeaderAgeUnknown')
    await register(cloud, li)
    expect(await lead()).toBe('ok')
  })

  test('without the guardian’s consent the child is no volunteer any more', async () => {
    const child = await childOf(cloud, li, '李小明', '2014-03-01')
    await register(cloud, li, {}, { forResident: child })
    const [consent] = await rows<{ _id: string }>('consents', { purpose: 'volunteerMinor' })
    await as(cloud, residents, li)('withdrawConsent', { consent: consent!._id })
    expect(await standing(li, child)).toBeNull()
    // The copy in the parent's passport says so too.
    expect((await passport(li)).dependants[child]).toBeDefined()
    expect((await passport(li)).dependants[child]!.volunteer).toBeUndefined()
  })

  test('staff register a minor only with the guardian’s signed form', async () => {
    const { id } = await as(
      cloud,
      residents,
      staffOf.jingWorker,
    )('registerPerson', { name: '小赵', birthDate: '2010-01-01', home: jingHome('102') })
    const byStaff = (more: { said?: 'spoken' | 'signedForm' }) =>
      register(cloud, staffOf.jingStaff, {}, { forResident: id, adult: false, ...more })
    expect(await codeOf(byStaff({ said: 'spoken' }))).toBe('GuardianNeeded')
    expect(await codeOf(byStaff({ said: 'signedForm' }))).toBe('ok')
    expect(await rows('consents', { person: id })).toMatchObject([
      {
        purpose: 'volunteerMinor',
        version: 'signedForm',
        givenBy: staffId(staffOf.jingStaff),
      },
    ])
  })
})

describe('for somebody else', () => {
  test('staff register an elder without a phone, who says before them what they agree to', async () => {
    const { id } = await as(
      cloud,
      residents,
      staffOf.jingWorker,
    )('registerPerson', { name: '王大爷', home: jingHome('101') })
    const agreeing = { listed: true }
    expect(await codeOf(register(cloud, staffOf.jingStaff, agreeing, { forResident: id }))).toBe(
      'ConsentNeeded',
    )
    await register(cloud, staffOf.jingStaff, agreeing, { forResident: id, said: 'spoken' })
    expect(await standing(staffOf.jingStaff, id)).toMatchObject({ listed: true })
    expect(await rows('audit', { procedure: 'volunteers.register', state: 'done' })).toMatchObject([
      { actor: staffId(staffOf.jingStaff), subject: id },
    ])
    expect(await codeOf(register(cloud, staffOf.chunStaff, agreeing, { forResident: id }))).toBe(
      'NotAllowed',
    )
  })

  test('a relative registers an elder, but agrees to nothing for them', async () => {
    const { id } = await as(
      cloud,
      residents,
      li,
    )('addDependant', { name: '李奶奶', relation: 'parent', consent: 'spoken' })
    expect(await codeOf(register(cloud, li, { contact: true }, { forResident: id }))).toBe(
      'ConsentNeeded',
    )
    expect(await codeOf(register(cloud, li, {}, { forResident: id }))).toBe('ok')
  })
})

describe('giving it up', () => {
  test('shifts to come are free again, who runs them is told, the record stays', async () => {
    await seedMembers(cloud, [
      { openid: 'o-chen', name: '老陈', role: 'volunteer', node: places.jing },
    ])
    await register(cloud, 'o-chen', { listed: true })
    const on = await shiftAt('2026-11-23T09:00')
    await as(cloud, volunteers, 'o-chen')('confirmShift', { shift: on })
    const key = newKey()
    const give = () => as(cloud, volunteers, 'o-chen')('resign', { key })
    await give()
    expect(await give()).toEqual({})
    expect(await codeOf(as(cloud, volunteers, 'o-chen')('resign', {}))).toBe('NotAVolunteer')

    const { people } = await as(cloud, volunteers, staffOf.jingStaff)('shiftRoster', { shift: on })
    expect(people).toEqual([])
    expect(await rows('outbox', { event: 'shiftLeft' })).toMatchObject([
      { data: { because: '不再做志愿者了' } },
    ])
    expect((await passport('o-chen')).person.volunteer).toBeUndefined()
    expect(await rows('volunteers')).toMatchObject([
      { ended: '2026-11-21', listed: false, offers: [], consents: {} },
    ])
    expect(await standingConsents('o-chen')).toEqual([])

    // Registered anew, a late duplicate of the old tap ends nothing.
    await register(cloud, 'o-chen')
    await give()
    expect(await standing('o-chen')).not.toBeNull()
  })
})

describe('what must follow', () => {
  test('cut off before or after any write, the sweep brings facts and consents in line', async () => {
    // The registration itself, two consents, the person, the passport, and that nothing is owed any more.
    for (let n = 0; n < 12; n++) {
      const openid = `o-cut-${n}`
      const { id } = await resident(cloud, openid, `被打断的${n}号`)
      await cloud.fault({
        action: 'write',
        procedure: 'volunteers.register',
        kind: 'crash',
        skip: Math.floor(n / 2),
        after: n % 2 === 1,
        times: 1,
      })
      await register(cloud, openid, { honours: true, listed: true }).catch(() => null)
      await cloud.clearFaults()
      await cloud.clock(new Date(Date.parse(saturday) + (n + 1) * 15 * 60_000).toISOString())
      await cloud.timer('jobs')
      const [record] = await rows<VolunteerDoc>('volunteers', { person: id })
      const { person } = await passport(openid)
      expect(record === undefined).toBe(n === 0)
      expect(person.volunteer).toEqual(record && { since: '2026-11-21', skills: ['appliances'] })
      expect(await standingConsents(openid)).toEqual(record ? ['honours', 'talentDirectory'] : [])
      expect(record?.owes ?? false).toBe(false)
    }
  }, 60_000)

  test('giving it up, cut off before any write, comes to its end by itself', async () => {
    const staff = as(cloud, volunteers, staffOf.jingStaff)
    const on = await shiftAt('2026-11-24T09:00')
    const { id: team } = await staff('saveTeam', {
      draft: { name: '维修队', about: '', node: places.jing, most: 50, open: true, leader: null },
    })
    // The registration, the consent, the person, the passport, the shift and what it owes, the team, nothing owed.
    let cut = 0
    for (let skip = 0; skip < 10; skip++) {
      const openid = `o-end-${skip}`
      const { id } = await resident(cloud, openid, `要走的${skip}号`)
      await register(cloud, openid, { honours: true })
      await staff('putOnShift', { shift: on, person: id })
      await as(cloud, volunteers, openid)('joinTeam', { team, join: true })
      await cloud.fault({
        action: 'write',
        procedure: 'volunteers.resign',
        kind: 'crash',
        skip,
        times: 1,
      })
      await as(cloud, volunteers, openid)('resign', {}).catch(() => cut++)
      await cloud.clearFaults()
      await cloud.clock(new Date(Date.parse(saturday) + (skip + 1) * 15 * 60_000).toISOString())
      await cloud.timer('jobs')
      const [shift] = await rows<{ people: string[] }>('shifts', { _id: on })
      const [{ people } = { people: [] }] = await rows<{ people: string[] }>('volunteer_teams')
      const stays = skip === 0
      expect((await passport(openid)).person.volunteer !== undefined).toBe(stays)
      expect(shift!.people.includes(id)).toBe(stays)
      expect(people.includes(id)).toBe(stays)
      expect(await standingConsents(openid)).toEqual(stays ? ['honours'] : [])
      if (stays) await as(cloud, volunteers, openid)('resign', {})
    }
    expect(cut).toBeGreaterThan(7)
  }, 90_000)

  test('merged records are one volunteer, found once, with the hours and trainings of both', async () => {
    await register(cloud, li, { listed: true, skills: ['music'] })
    const staff = as(cloud, residents, staffOf.jingStaff)
    const { id: paper } = await staff('registerPerson', { name: '李师傅', home: jingHome() })
    await register(
      cloud,
      staffOf.jingStaff,
      { listed: true, skills: ['law'] },
      { forResident: paper, said: 'spoken' },
    )
    await as(
      cloud,
      volunteers,
      staffOf.jingStaff,
    )('recordTraining', { person: paper, what: '急救', day: '2026-11-20' })
    await staff('mergePeople', { keep: liId, merge: paper })
    expect((await passport(li)).person.volunteer?.skills).toEqual(['music'])
    expect((await standing(li))!.trainings).toMatchObject([{ what: '急救', by: '钱社工' }])
    const found = async () =>
      (await as(cloud, volunteers, staffOf.jingStaff)('talents', {})).items.map(({ id }) => id)
    expect(await found()).toEqual([liId])

    await cloud.clock('2026-11-22T02:35:00+08:00')
    await cloud.timer('jobs')
    expect(await rows('volunteers', { ended: null })).toMatchObject([{ person: liId }])
    expect(await standingConsents(li)).toEqual(['talentDirectory'])
    expect(await found()).toEqual([liId])
  })

  test('a record that was merged into one that never registered speaks for it', async () => {
    const staff = as(cloud, residents, staffOf.jingStaff)
    const { id: paper } = await staff('registerPerson', { name: '李师傅', home: jingHome() })
    await register(cloud, staffOf.jingStaff, { skills: ['law'] }, { forResident: paper })
    await staff('mergePeople', { keep: liId, merge: paper })
    expect((await passport(li)).person.volunteer?.skills).toEqual(['law'])
    await register(cloud, li, { skills: ['music'] })
    expect(await rows('volunteers', { ended: null })).toMatchObject([
      { person: liId, skills: ['music'], since: '2026-11-21' },
    ])
  })

  test('who moved is found where they live now', async () => {
    await register(cloud, li, { listed: true })
    await verify(cloud, liId, '1970-01-01', { building: places.chun7, room: '101' })
    await cloud.clock('2026-11-22T02:35:00+08:00')
    await cloud.timer('jobs')
    const found = (openid: string) => as(cloud, volunteers, openid)('talents', {})
    expect((await found(staffOf.jingStaff)).items).toEqual([])
    expect((await found(staffOf.chunStaff)).items).toMatchObject([{ id: liId }])
  })

  test('erased, nothing is left of what a volunteer said; who looked at the number is, not why', async () => {
    await register(cloud, li, { listed: true, contact: true, wishes: '修电器' })
    const staff = as(cloud, volunteers, staffOf.jingStaff)
    await staff('revealContact', { person: liId, because: '张奶奶家灯坏了' })
    await staff('recordTraining', { person: liId, what: '用电安全', day: '2026-11-20' })
    const { id: team } = await staff('saveTeam', {
      draft: { name: '维修队', about: '', node: places.jing, most: 5, open: true, leader: null },
    })
    await as(cloud, volunteers, li)('joinTeam', { team, join: true })
    await as(cloud, residents, li)('deleteMyAccount', {})
    await cloud.clock('2026-11-28T01:05:00+08:00')
    await cloud.timer('jobs')
    expect(await rows('volunteers')).toEqual([])
    expect(await rows('volunteer_trainings')).toEqual([])
    expect(await rows('volunteer_teams')).toMatchObject([{ people: [], left: 5 }])
    expect(await rows('contact_reveals')).toMatchObject([{ person: liId, because: '' }])
  })
})

test('what somebody registered is among their data', async () => {
  await register(cloud, li, { wishes: '修电器', contact: true })
  await as(
    cloud,
    volunteers,
    staffOf.jingStaff,
  )('revealContact', { person: liId, because: '张奶奶家灯坏了' })
  const { url } = await as(cloud, residents, li)('exportMyData', {})
  const data = (await (await fetch(url)).json()) as Record<string, unknown>
  expect(data.volunteer).toMatchObject([{ wishes: '修电器', skills: said().skills }])
  expect(data.contactReveals).toMatchObject([{ because: '张奶奶家灯坏了' }])
})
