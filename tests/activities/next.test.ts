import { activities } from '@/types/activities'
import { notices } from '@/types/notices'
import type { TestCloud } from '../support/cloud'
import { as, resident, saturday, staffOf, startCentre } from '../support/people'
import { clockAt, inHours, lego, publish } from './publishing'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCentre()
  await resident(cloud, 'o-li', '李奶奶')
})
afterAll(() => cloud.stop())
beforeEach(() => cloud.clock(saturday))

const staff = () => as(cloud, activities, staffOf.centreStaff)
const li = () => as(cloud, activities, 'o-li')

const session = (hours: number) => ({ startsAt: inHours(hours), endsAt: inHours(hours + 1) })
const times = (...starts: number[]) => ({
  sessions: starts.map(session),
  closesAt: inHours(starts[0]! + 1),
  cancelUntil: inHours(starts[0]! + 1),
})

/** 写字班 today and in a week, 讲座 in three days, 合唱 in four: a series between two talks. */
const programme = async () => {
  const writing = await publish(cloud, lego({ title: '写字班', ...times(2, 7 * 24, 14 * 24) }))
  const talk = await publish(cloud, lego({ title: '讲座', ...times(72) }))
  const choir = await publish(cloud, lego({ title: '合唱', ...times(10 * 24) }))
  return { writing, talk, choir }
}

test('staff and residents see what is next: a series stands at its next session, also before the job moved it on', async () => {
  const { writing, talk, choir } = await programme()
  const ours = new Set([writing, talk, choir])
  const of = ({ items }: { items: { id: string }[] }) =>
    items.map(({ id }) => id).filter((id) => ours.has(id))
  const cardOf = async (id: string) =>
    (await staff()('listForStaff', {})).items.find((item) => item.id === id)

  expect(of(await staff()('listForStaff', {}))).toEqual([writing, talk, choir])
  expect(await cardOf(writing)).toMatchObject({ nextSession: { ...session(2), number: 1 } })

  // The first evening is over, and the job has not run since.
  await cloud.clock(clockAt(inHours(3.1)))
  expect(await cardOf(writing)).toMatchObject({
    startsAt: inHours(2),
    nextSession: { ...session(7 * 24), number: 2 },
  })
  expect(of(await li()('list', {}))).toContain(writing)

  await cloud.timer('jobs')
  expect(of(await staff()('listForStaff', {}))).toEqual([talk, writing, choir])
  expect(of(await li()('list', {}))).toEqual([talk, writing, choir])

  const { rev, draft } = await staff()('getDraft', { activity: writing })
  const moved = { ...draft, sessions: [session(2), session(30), session(14 * 24)] }
  await staff()('edit', { activity: writing, rev, draft: moved })
  expect(of(await staff()('listForStaff', {}))).toEqual([writing, talk, choir])

  await cloud.clock(clockAt(inHours(14 * 24 + 1.1)))
  const past = await staff()('listForStaff', { past: true })
  expect(of(await staff()('listForStaff', {}))).toEqual([])
  expect(of(past)).toEqual([writing, choir, talk])
  expect(past.items[0]?.nextSession).toBeNull()
})

test('of a day to come, the card shows the session of that day', async () => {
  const activity = await publish(
    cloud,
    lego({ title: '晨练', category: 'health', ...times(2, 26, 50) }),
  )
  const { items } = await li()('list', { from: '2026-11-23', to: '2026-11-23' })
  expect(items.find(({ id }) => id === activity)).toMatchObject({
    nextSession: { ...session(50), number: 3 },
  })
})

test('my own list begins with what I go to next, not with what ends first', async () => {
  const weekly = await publish(cloud, lego({ title: '太极班', ...times(5, 40 * 24) }))
  const once = await publish(cloud, lego({ title: '义诊', ...times(30) }))
  await li()('signUp', { activity: once })
  await li()('signUp', { activity: weekly })
  const mine = async () => (await li()('mine', {})).items.map(({ activity }) => activity)
  expect(await mine()).toEqual([weekly, once])
  await cloud.clock(clockAt(inHours(7)))
  expect(await mine()).toEqual([once, weekly])
})

test('whoever joins a series in the middle is told of the session to come, not of the first', async () => {
  const activity = await publish(
    cloud,
    lego({ title: '面点班', ...times(2, 26), closesAt: inHours(20) }),
  )
  await cloud.clock(clockAt(inHours(5)))
  await li()('signUp', { activity })
  const { items } = await as(cloud, notices, 'o-li')('mine', {})
  expect(items.find(({ thing }) => thing === activity)).toMatchObject({
    event: 'signedUp',
    data: { startsAt: inHours(26) },
  })
})
