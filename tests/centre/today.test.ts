import { activities } from '@/types/activities'
import { centre } from '@/types/centre'
import { residents } from '@/types/residents'
import { inHours, lego, legoStarts, publish } from '../activities/publishing'
import type { TestCloud } from '../support/cloud'
import { as, codeOf, jingHome, resident, staffOf, startCentre } from '../support/people'

const hour = 3_600_000

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCentre()
})
afterAll(() => cloud.stop())

const today = (openid: string) => as(cloud, centre, openid)('today', {})

const cost = async (openid: string) => {
  await cloud.resetMetrics()
  await today(openid)
  const { requests, roundTrips } = (await cloud.metrics()).procedures['centre.today'] ?? {}
  return { requests, roundTrips }
}

test('whoever has not signed in sees what can be signed up for, and nobody’s things', async () => {
  const activity = await publish(cloud, lego())
  expect(await today('o-nobody')).toMatchObject({
    centreName: '党群服务中心',
    phone: '0411-84000000',
    name: null,
    communityName: null,
    isStaff: false,
    next: [],
    open: [{ id: activity, title: '乐高搭建课', left: 20, photo: null }],
    unread: [],
  })
  expect(await codeOf(as(cloud, centre, 'o-nobody', 'nowhere')('today', {}))).toBe('UnknownCentre')
})

test('a resident is greeted, and sees her next things and what she was told, for six requests in one round trip', async () => {
  await resident(cloud, 'o-li', '李奶奶', { home: jingHome() })
  const later = await publish(cloud, lego())
  const sooner = await publish(
    cloud,
    lego({
      title: '书法课',
      sessions: [{ startsAt: legoStarts - 24 * hour, endsAt: legoStarts - 23 * hour }],
      closesAt: inHours(24),
      cancelUntil: inHours(24),
    }),
  )
  for (const activity of [later, sooner])
    await as(cloud, activities, 'o-li')('signUp', { activity })
  const page = await today('o-li')
  expect(page).toMatchObject({
    name: '李奶奶',
    communityName: '静安里社区',
    isStaff: false,
    next: [
      { activity: sooner, title: '书法课', state: 'in', by: null },
      { activity: later, title: '乐高搭建课', state: 'in', position: null },
    ],
  })
  expect(page.unread.map(({ said }) => [said?.title, said?.note]).sort()).toEqual([
    ['乐高搭建课', '已经报上名，请准时参加'],
    ['书法课', '已经报上名，请准时参加'],
  ])
  expect(await cost('o-li')).toEqual({ requests: 6, roundTrips: 1 })
  expect(await cost('o-nobody')).toEqual({ requests: 6, roundTrips: 1 })
})

test('somebody in line sees the true place, also while the record still says otherwise', async () => {
  await resident(cloud, 'o-zhao', '赵伯伯')
  await resident(cloud, 'o-wang', '王芳')
  const activity = await publish(cloud, lego({ seats: 1 }))
  await as(cloud, activities, 'o-zhao')('signUp', { activity })
  await as(cloud, activities, 'o-wang')('signUp', { activity })
  expect((await today('o-wang')).next).toMatchObject([{ state: 'waiting', position: 1 }])
  await as(cloud, activities, 'o-zhao')('cancel', { activity })
  expect((await today('o-wang')).next).toMatchObject([{ state: 'in', position: null }])
  expect((await today('o-zhao')).next).toEqual([])
})

test('a daughter sees what her mother is signed up for', async () => {
  await resident(cloud, 'o-fang', '王芳')
  const mother = await as(
    cloud,
    residents,
    'o-fang',
  )('addDependant', {
    name: '李奶奶',
    relation: 'parent',
    consent: 'spoken',
    home: jingHome(),
  })
  const activity = await publish(cloud, lego())
  await as(cloud, activities, staffOf.jingWorker)('signUp', { activity, forResident: mother.id })
  expect((await today('o-fang')).next).toMatchObject([
    { activity, person: { id: mother.id, name: '李奶奶' }, by: '赵网格员', state: 'in' },
  ])
})

test('what is closed, over or called off is not offered', async () => {
  const withdrawn = await publish(cloud, lego())
  await as(
    cloud,
    activities,
    staffOf.centreStaff,
  )('withdraw', {
    activity: withdrawn,
    because: '停水',
  })
  const closed = await publish(cloud, lego({ closesAt: inHours(1), cancelUntil: inHours(1) }))
  await cloud.clock(new Date(inHours(2)).toISOString())
  const offered = (await today('o-nobody')).open.map(({ id }) => id)
  expect(offered).not.toHaveLength(0)
  expect(offered).not.toContain(withdrawn)
  expect(offered).not.toContain(closed)
})

test('staff are known as staff', async () => {
  expect(await today(staffOf.jingWorker)).toMatchObject({ isStaff: true })
})
