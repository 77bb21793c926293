import { activities } from '@/types/activities'
import { notices } from '@/types/notices'
import { residents } from '@/types/residents'
import type { TestCloud } from '../support/cloud'
import {
  as,
  chunHome,
  codeOf,
  jingHome,
  places,
  resident,
  saturday,
  staffOf,
  startCentre,
  verify,
} from '../support/people'
import { clockAt, inHours, lego, publish } from './publishing'
import { costOf } from './cost'

let cloud: TestCloud
const li = 'o-li'
const wang = 'o-wang'
const lin = 'o-lin'
const ids: Record<string, string> = {}

beforeAll(async () => {
  cloud = await startCentre()
  ids[li] = (await resident(cloud, li, '李奶奶', { birthDate: '1942-03-01', home: jingHome() })).id
  ids[wang] = (
    await resident(cloud, wang, '王小明', { birthDate: '1991-05-05', home: chunHome() })
  ).id
  ids[lin] = (await resident(cloud, lin, '林阿姨')).id
})
afterAll(() => cloud.stop())
beforeEach(() => cloud.clock(saturday))

const calling = (openid: string) => as(cloud, activities, openid)
const refusal = (call: Promise<unknown>) =>
  call.then(
    () => null,
    ({ code, data }: { code: string; data: unknown }) => ({ code, data }),
  )

test('a seat is taken once, however often the same tap arrives', async () => {
  const activity = await publish(cloud, lego())
  const key = 'li-taps-three-times'
  const [one, two, three] = await Promise.all(
    [1, 2, 3].map(() => calling(li)('signUp', { activity, key })),
  )
  expect(one).toMatchObject({ state: 'in', person: { id: ids[li], name: '李奶奶' }, by: null })
  expect(two).toEqual(one)
  expect(three).toEqual(one)
  expect(await calling(li)('get', { activity })).toMatchObject({ left: 19 })
  expect(await codeOf(calling(li)('signUp', { activity }))).toBe('AlreadyIn')
})

test('the line says which place it is, and a full one refuses with the numbers', async () => {
  const activity = await publish(cloud, lego({ seats: 1, waitlist: 1 }))
  await calling(li)('signUp', { activity })
  expect(await calling(wang)('signUp', { activity })).toMatchObject({
    state: 'waiting',
    position: 1,
  })
  expect(await refusal(calling(lin)('signUp', { activity }))).toEqual({
    code: 'Full',
    data: { seats: 1, waitlist: 1 },
  })
  expect((await calling(lin)('get', { activity })).family[0]?.reason?.code).toBe('Full')
})

test('a sign-up costs 5 requests in 3 round trips, a refusal 2 in 1', async () => {
  const activity = await publish(cloud, lego({ seats: 1, waitlist: 1 }))
  const cost = costOf(cloud, 'activities.signUp')
  expect(await cost(() => calling(li)('signUp', { activity }))).toEqual({
    requests: 5,
    roundTrips: 3,
  })
  expect(await cost(() => calling(wang)('signUp', { activity }))).toEqual({
    requests: 5,
    roundTrips: 3,
  })
  expect(await cost(() => codeOf(calling(lin)('signUp', { activity })))).toEqual({
    requests: 2,
    roundTrips: 1,
  })
})

test('not before it opens, not after it closes', async () => {
  const activity = await publish(cloud, lego({ opensAt: inHours(1), closesAt: inHours(2) }))
  expect(await refusal(calling(li)('signUp', { activity }))).toEqual({
    code: 'NotOpenYet',
    data: { opensAt: inHours(1) },
  })
  await cloud.clock(clockAt(inHours(1)))
  await calling(li)('signUp', { activity })
  await cloud.clock(clockAt(inHours(2)))
  expect(await codeOf(calling(wang)('signUp', { activity }))).toBe('SignUpClosed')
})

test('whoever cannot take part hears why, with the facts', async () => {
  const open = lego().eligibility
  const reasonFor = async (openid: string, eligibility: Partial<typeof open>) => {
    const activity = await publish(cloud, lego({ eligibility: { ...open, ...eligibility } }))
    const refused = await refusal(calling(openid)('signUp', { activity }))
    const { family } = await calling(openid)('get', { activity })
    expect(family[0]?.reason ?? null).toEqual(
      refused && expect.objectContaining({ code: refused.code }),
    )
    return refused
  }
  expect(await reasonFor(wang, { minAge: 60 })).toEqual({
    code: 'TooYoung',
    data: { age: 35, minAge: 60 },
  })
  expect(await reasonFor(li, { maxAge: 12 })).toEqual({
    code: 'TooOld',
    data: { age: 84, maxAge: 12 },
  })
  expect((await reasonFor(lin, { minAge: 18 }))?.code).toBe('BirthDateNeeded')
  expect((await reasonFor(wang, { nodes: [places.jing] }))?.code).toBe('OtherCommunity')
  expect(await reasonFor(li, { nodes: [places.jing] })).toBeNull()
  expect(await reasonFor(wang, { tags: ['courier', 'veteran'] })).toEqual({
    code: 'TagNeeded',
    data: { tags: 'courier,veteran' },
  })
})

test('verified on the day of the class, not only today', async () => {
  const eligibility = { ...lego().eligibility, verifiedOnly: true }
  const activity = await publish(cloud, lego({ eligibility }))
  expect(await codeOf(calling(li)('signUp', { activity }))).toBe('NotVerified')
  await verify(cloud, ids[li] ?? '', '1942-03-01', jingHome(), '2026-11-27')
  expect(await refusal(calling(li)('signUp', { activity }))).toEqual({
    code: 'NotVerified',
    data: { until: '2026-11-27' },
  })
  await verify(cloud, ids[li] ?? '', '1942-03-01', jingHome(), '2026-11-28')
  expect(await calling(li)('signUp', { activity })).toMatchObject({ state: 'in' })
})

test('a mother signs up her son of nine, with a guardian and under the cap of their household', async () => {
  const mother = 'o-zhao'
  await resident(cloud, mother, '赵妈妈', { home: jingHome('402') })
  const { id: son } = await as(
    cloud,
    residents,
    mother,
  )('addDependant', {
    name: '赵乐',
    relation: 'child',
    birthDate: '2017-09-01',
    consent: 'guardian',
  })
  const activity = await publish(
    cloud,
    lego({ householdCap: 1, questions: [{ label: '衣服尺码', options: [], required: true }] }),
  )
  const asked = { activity, forResident: son }
  expect(await refusal(calling(mother)('signUp', asked))).toEqual({
    code: 'AnswerNeeded',
    data: { question: 0 },
  })
  expect(await codeOf(calling(mother)('signUp', { ...asked, answers: ['130'] }))).toBe(
    'GuardianNeeded',
  )
  const guardian = { emergencyName: '赵妈妈', emergencyPhone: '13800000000', mayCollect: '妈妈' }
  const signedUp = await calling(mother)('signUp', { ...asked, answers: ['130'], guardian })
  expect(signedUp).toMatchObject({ person: { id: son, name: '赵乐' }, by: '赵妈妈', state: 'in' })
  expect(await refusal(calling(mother)('signUp', { activity, answers: ['160'] }))).toEqual({
    code: 'HouseholdFull',
    data: { cap: 1 },
  })
  const { items } = await calling(mother)('mine', {})
  expect(items).toEqual([signedUp])
  // The mother, who acted, is told; her son has no phone of his own.
  const told = await as(cloud, notices, mother)('mine', {})
  expect(told.items).toContainEqual(
    expect.objectContaining({
      event: 'signedUp',
      about: { id: son, name: '赵乐' },
      thing: activity,
    }),
  )
})

test('staff give out held seats first, and nobody else can take them', async () => {
  const activity = await publish(cloud, lego({ seats: 2, waitlist: 0, heldPercent: 50 }))
  await calling(wang)('signUp', { activity })
  expect(await codeOf(calling(lin)('signUp', { activity }))).toBe('Full')
  const signedUp = await calling(staffOf.centreStaff)('signUp', { activity, forResident: ids[lin] })
  expect(signedUp).toMatchObject({ state: 'in', by: '孙社工', person: { name: '林阿姨' } })
  expect(
    await codeOf(calling(staffOf.centreStaff)('signUp', { activity, forResident: ids[li] })),
  ).toBe('Full')
})

test('a late duplicate of a cancelled sign-up does not sign up again, a new tap does', async () => {
  const activity = await publish(cloud, lego())
  const key = 'the-first-tap-of-li'
  await calling(li)('signUp', { activity, key })
  await calling(li)('cancel', { activity })
  expect(await codeOf(calling(li)('signUp', { activity, key }))).toBe('CancelledBefore')
  expect(await calling(li)('signUp', { activity })).toMatchObject({ state: 'in' })
  const { items } = await calling(li)('mine', {})
  expect(items.filter((item) => item.activity === activity)).toMatchObject([{ state: 'in' }])
})

test('a seat stays taken when the write behind it is lost, and the sweep completes the record', async () => {
  const activity = await publish(cloud, lego())
  const key = 'the-instance-dies-here'
  await cloud.fault({
    action: 'database.insertDocument',
    procedure: 'activities.signUp',
    kind: 'crash',
    times: 2,
  })
  await expect(calling(wang)('signUp', { activity, key })).rejects.toThrow()
  await cloud.clearFaults()
  const about = (items: { activity: string }[]) =>
    items.filter((item) => item.activity === activity)
  expect(about((await calling(wang)('mine', {})).items)).toEqual([])
  await cloud.timer('jobs')
  expect(about((await calling(wang)('mine', {})).items)).toMatchObject([{ state: 'in' }])
  const told = await as(cloud, notices, wang)('mine', {})
  expect(told.items.filter(({ thing }) => thing === activity)).toMatchObject([
    { event: 'signedUp' },
  ])
})

test('two records of one person are one person: what either signed up for counts, and can be cancelled', async () => {
  const staff = as(cloud, residents, staffOf.centreStaff)
  const { id: paper } = await staff('registerPerson', { name: '胡师傅', home: jingHome('505') })
  const activity = await publish(cloud, lego())
  await calling(staffOf.centreStaff)('signUp', { activity, forResident: paper })
  const { id: phone } = await resident(cloud, 'o-hu', '胡师傅')
  await staff('mergePeople', { keep: phone, merge: paper })

  const hu = calling('o-hu')
  expect((await hu('get', { activity })).family[0]).toMatchObject({ id: phone, state: 'in' })
  expect(await codeOf(hu('signUp', { activity }))).toBe('AlreadyIn')
  await hu('cancel', { activity })
  expect(await hu('get', { activity })).toMatchObject({ left: 20, family: [{ state: null }] })
})
