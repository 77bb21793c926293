import { createHash } from 'node:crypto'
import { drawOrder } from '@/domain/activities/draw'
import { activities } from '@/types/activities'
import { notices } from '@/types/notices'
import type { TestCloud } from '../support/cloud'
import { as, codeOf, resident, saturday, staffOf, startCentre } from '../support/people'
import { clockAt, inHours, lego, publish } from './publishing'

let cloud: TestCloud
const neighbours = Array.from({ length: 8 }, (_, i) => `o-neighbour-${i}`)
const openidOf = new Map<string, string>()

beforeAll(async () => {
  cloud = await startCentre()
  for (const openid of neighbours)
    openidOf.set((await resident(cloud, openid, `邻居${openid.slice(-1)}`)).id, openid)
})
afterAll(() => cloud.stop())

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const calling = (openid: string) => as(cloud, activities, openid)
const staff = () => calling(staffOf.centreStaff)
const draft = lego({
  seats: 3,
  waitlist: 2,
  mode: 'draw',
  closesAt: inHours(2),
  drawAt: inHours(3),
})
const stateOf = async (openid: string, activity: string) =>
  (await calling(openid)('get', { activity })).family[0]?.state
const toldOf = async (openid: string, activity: string) =>
  (await as(cloud, notices, openid)('mine', {})).items
    .filter(({ thing }) => thing === activity)
    .map(({ event }) => event)

test('a draw anybody can check: the hash before, the seed after, and the order follows from it', async () => {
  const activity = await publish(cloud, draft)
  for (const openid of neighbours)
    expect(await calling(openid)('signUp', { activity })).toMatchObject({ state: 'entered' })
  await calling(neighbours[7] ?? '')('cancel', { activity })
  const before = await calling(neighbours[0] ?? '')('get', { activity })
  expect(before.draw).toMatchObject({
    seed: null,
    commitment: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
  })
  expect(await codeOf(staff()('drawLots', { activity }))).toBe('TooEarlyToDraw')

  await cloud.clock(clockAt(inHours(3)))
  const key = 'staff-draw-in-public'
  const drawn = await staff()('drawLots', { activity, key })
  expect(drawn).toMatchObject({ drawn: 3, waiting: 2 })
  expect(await staff()('drawLots', { activity, key })).toEqual(drawn)
  expect(await codeOf(staff()('drawLots', { activity }))).toBe('AlreadyDrawn')

  expect(sha256(drawn.seed)).toBe(before.draw?.commitment)
  const entered = [...openidOf.keys()].filter((id) => openidOf.get(id) !== neighbours[7])
  const order = drawOrder(entered, drawn.seed, sha256).map((id) => openidOf.get(id) ?? '')
  const states = await Promise.all(order.map((openid) => stateOf(openid, activity)))
  expect(states).toEqual(['in', 'in', 'in', 'waiting', 'waiting', 'notDrawn', 'notDrawn'])
  const told = await Promise.all(order.map((openid) => toldOf(openid, activity)))
  expect(told).toEqual([
    ['drawnIn'],
    ['drawnIn'],
    ['drawnIn'],
    ['drawnWaiting'],
    ['drawnWaiting'],
    ['notDrawn'],
    ['notDrawn'],
  ])
  const { items } = await calling(order[6] ?? '')('mine', {})
  expect(items.find((item) => item.activity === activity)).toMatchObject({ state: 'notDrawn' })

  await calling(order[0] ?? '')('cancel', { activity })
  expect(await stateOf(order[3] ?? '', activity)).toBe('in')
})

test('at its time the job draws, once, also when it is cut off behind the draw', async () => {
  await cloud.clock(saturday)
  const activity = await publish(cloud, draft)
  for (const openid of neighbours.slice(0, 4)) await calling(openid)('signUp', { activity })
  await cloud.clock(clockAt(inHours(3)))
  await cloud.fault({
    action: 'database.modifyDocument',
    collection: 'activity_places',
    kind: 'crash',
    after: true,
  })
  await cloud.timer('jobs').catch(() => null)
  await cloud.clock(clockAt(inHours(4)))
  await cloud.timer('jobs')
  const states = await Promise.all(
    neighbours.slice(0, 4).map((openid) => stateOf(openid, activity)),
  )
  expect([...states].sort()).toEqual(['in', 'in', 'in', 'waiting'])
  const told = await Promise.all(neighbours.slice(0, 4).map((openid) => toldOf(openid, activity)))
  expect(told.flat().sort()).toEqual(['drawnIn', 'drawnIn', 'drawnIn', 'drawnWaiting'])
})

test('once drawn, what led to the draw stays as it was', async () => {
  await cloud.clock(saturday)
  const activity = await publish(cloud, draft)
  await calling(neighbours[0] ?? '')('signUp', { activity })
  expect(
    await codeOf(
      staff()('edit', { activity, rev: 1, draft: { ...draft, mode: 'firstCome', drawAt: null } }),
    ),
  ).toBe('InvalidInput')
  await cloud.clock(clockAt(inHours(5)))
  await staff()('drawLots', { activity })
  const later = { ...draft, drawAt: inHours(6) }
  expect(await codeOf(staff()('edit', { activity, rev: 1, draft: later }))).toBe('AlreadyDrawn')
  expect(await codeOf(staff()('edit', { activity, rev: 1, draft: { ...draft, seats: 4 } }))).toBe(
    'ok',
  )
  const plain = await publish(cloud, lego({ opensAt: inHours(5) }))
  expect(await codeOf(staff()('drawLots', { activity: plain }))).toBe('NotADraw')
})
