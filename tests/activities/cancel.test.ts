import { activities } from '@/types/activities'
import { notices } from '@/types/notices'
import { residents } from '@/types/residents'
import type { TestCloud } from '../support/cloud'
import { as, codeOf, resident, saturday, staffOf, startCentre } from '../support/people'
import { costOf } from './cost'
import { clockAt, inHours, lego, legoStarts, publish } from './publishing'

let cloud: TestCloud
const [li, wang, lin] = ['o-li', 'o-wang', 'o-lin']
const ids: Record<string, string> = {}

beforeAll(async () => {
  cloud = await startCentre()
  for (const [openid, name] of [
    [li, '李奶奶'],
    [wang, '王小明'],
    [lin, '林阿姨'],
  ] as const)
    ids[openid] = (await resident(cloud, openid, name)).id
})
afterAll(() => cloud.stop())
beforeEach(() => cloud.clock(saturday))

const calling = (openid: string) => as(cloud, activities, openid)
const stateOf = async (openid: string, activity: string) => {
  const { family, left, waiting } = await calling(openid)('get', { activity })
  return { state: family[0]?.state, position: family[0]?.position, left, waiting }
}
const toldOf = async (openid: string, activity: string) =>
  (await as(cloud, notices, openid)('mine', {})).items
    .filter(({ thing }) => thing === activity)
    .map(({ event }) => event)

test('the seat goes to the first in line at once, who is told, and the others move up', async () => {
  const activity = await publish(cloud, lego({ seats: 1, waitlist: 5 }))
  for (const openid of [li, wang, lin]) await calling(openid)('signUp', { activity })
  const cost = costOf(cloud, 'activities.cancel')
  expect(await cost(() => calling(li)('cancel', { activity }))).toEqual({
    requests: 5,
    roundTrips: 3,
  })
  expect(await stateOf(li, activity)).toMatchObject({ state: null, left: 0, waiting: 1 })
  expect(await stateOf(wang, activity)).toMatchObject({ state: 'in' })
  expect(await stateOf(lin, activity)).toMatchObject({ state: 'waiting', position: 1 })
  expect(await toldOf(wang, activity)).toEqual(['promoted'])
  expect(await toldOf(lin, activity)).toEqual([])
})

test('a daughter who put her mother in line hears that she is in, too', async () => {
  const daughter = 'o-sun'
  await resident(cloud, daughter, '孙女士')
  const { id: mother } = await as(
    cloud,
    residents,
    daughter,
  )('addDependant', {
    name: '孙奶奶',
    relation: 'parent',
    consent: 'spoken',
  })
  const activity = await publish(cloud, lego({ seats: 1 }))
  await calling(li)('signUp', { activity })
  await calling(daughter)('signUp', { activity, forResident: mother })
  await calling(li)('cancel', { activity })
  const { items } = await as(cloud, notices, daughter)('mine', {})
  expect(items).toContainEqual(
    expect.objectContaining({ event: 'promoted', about: { id: mother, name: '孙奶奶' } }),
  )
})

test('the same tap cancels once, and a late duplicate of it leaves a new sign-up alone', async () => {
  const activity = await publish(cloud, lego())
  await calling(li)('signUp', { activity })
  const key = 'li-cancels-this-once'
  const cancelled = await calling(li)('cancel', { activity, key })
  expect(cancelled).toMatchObject({ state: 'cancelled', person: { name: '李奶奶' } })
  expect(await calling(li)('cancel', { activity, key })).toMatchObject({ state: 'cancelled' })
  expect(await codeOf(calling(li)('cancel', { activity }))).toBe('NotSignedUp')
  await calling(li)('signUp', { activity })
  await calling(li)('cancel', { activity, key })
  expect(await stateOf(li, activity)).toMatchObject({ state: 'in', left: 19 })
})

test('after the deadline a seat is kept, but the line can be left, and staff can cancel', async () => {
  const activity = await publish(cloud, lego({ seats: 1, cancelUntil: inHours(2) }))
  await calling(li)('signUp', { activity })
  await calling(wang)('signUp', { activity })
  await cloud.clock(clockAt(inHours(2)))
  expect(await codeOf(calling(li)('cancel', { activity }))).toBe('TooLateToCancel')
  expect(await calling(wang)('cancel', { activity })).toMatchObject({ state: 'cancelled' })
  await calling(staffOf.centreStaff)('cancel', { activity, forResident: ids[li] })
  expect(await stateOf(li, activity)).toMatchObject({ state: null, left: 1, waiting: 0 })
  expect(await toldOf(li, activity)).toContain('cancelledByStaff')
})

test('two hours before the start nobody moves up by themselves: staff call, and promote', async () => {
  const draft = lego({ seats: 1, closesAt: legoStarts, cancelUntil: legoStarts })
  const activity = await publish(cloud, draft)
  for (const openid of [li, wang, lin]) await calling(openid)('signUp', { activity })
  await cloud.clock(clockAt(legoStarts - 2 * 3_600_000))
  await calling(li)('cancel', { activity })
  expect(await stateOf(wang, activity)).toMatchObject({ state: 'waiting', left: 1 })
  expect(await codeOf(calling(li)('signUp', { activity }))).toBe('ok')
  expect(await stateOf(li, activity)).toMatchObject({ state: 'waiting', position: 3 })

  const staff = calling(staffOf.centreStaff)
  const key = 'wang-does-not-answer'
  await staff('promote', { activity, person: ids[lin] ?? '', key })
  await staff('promote', { activity, person: ids[lin] ?? '', key })
  expect(await stateOf(lin, activity)).toMatchObject({ state: 'in', left: 0 })
  expect(await codeOf(staff('promote', { activity, person: ids[wang] ?? '' }))).toBe('Full')
  expect(await codeOf(staff('promote', { activity, person: ids[lin] ?? '' }))).toBe('NotWaiting')
  expect(await toldOf(lin, activity)).toContain('promoted')
})

test('a crash between the seat and its notice: the sweep tells whoever moved up, once', async () => {
  const activity = await publish(cloud, lego({ seats: 1 }))
  await calling(li)('signUp', { activity })
  await calling(wang)('signUp', { activity })
  await cloud.fault({
    action: 'database.modifyDocument',
    procedure: 'activities.cancel',
    kind: 'crash',
    after: true,
  })
  await expect(calling(li)('cancel', { activity })).rejects.toThrow()
  expect(await toldOf(wang, activity)).toEqual([])
  await cloud.timer('jobs')
  await cloud.clock(clockAt(inHours(1)))
  await cloud.timer('jobs')
  expect(await toldOf(wang, activity)).toEqual(['promoted'])
  const { items } = await calling(li)('mine', {})
  expect(items.find((item) => item.activity === activity)).toMatchObject({ state: 'cancelled' })
})

test('a held seat given back is held again; a day before the start it goes to the line', async () => {
  const draft = lego({ seats: 2, waitlist: 2, heldPercent: 50, cancelUntil: legoStarts })
  const activity = await publish(cloud, draft)
  await calling(li)('signUp', { activity })
  await calling(wang)('signUp', { activity })
  const staff = calling(staffOf.centreStaff)
  await staff('signUp', { activity, forResident: ids[lin] })
  await staff('cancel', { activity, forResident: ids[lin] })
  expect(await stateOf(wang, activity)).toMatchObject({ state: 'waiting', left: 0 })

  await cloud.clock(clockAt(legoStarts - 24 * 3_600_000))
  await cloud.timer('jobs')
  expect(await stateOf(wang, activity)).toMatchObject({ state: 'in', left: 0, waiting: 0 })
  expect(await toldOf(wang, activity)).toContain('promoted')
})

test('somebody who leaves a series in the middle, and comes back, is told which times they were there', async () => {
  const morning = inHours(2)
  const day = 24 * 3_600_000
  const sessions = [0, 1, 2].map((later) => ({
    startsAt: morning + later * day,
    endsAt: morning + later * day + 3_600_000,
  }))
  const open = { closesAt: morning + 2 * day, cancelUntil: morning + 2 * day }
  const activity = await publish(cloud, lego({ sessions, ...open }))
  const attended = (registration: { sessions: { attended: boolean }[] }) =>
    registration.sessions.map((session) => session.attended)
  expect(attended(await calling(li)('signUp', { activity }))).toEqual([false, false, false])

  await cloud.clock(clockAt(morning))
  await calling(staffOf.centreStaff)('tick', {
    activity,
    session: 0,
    person: ids[li] ?? '',
    present: true,
  })
  const cost = costOf(cloud, 'activities.cancel')
  let left
  expect(
    await cost(async () => {
      left = await calling(li)('cancel', { activity })
    }),
  ).toEqual({ requests: 5, roundTrips: 3 })
  expect(attended(left!)).toEqual([true, false, false])
  const key = 'li-comes-back-to-it'
  const back = await calling(li)('signUp', { activity, key })
  expect(attended(back)).toEqual([true, false, false])
  expect(await calling(li)('signUp', { activity, key })).toEqual(back)
})
