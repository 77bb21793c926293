import { activities } from '@/types/activities'
import { notices } from '@/types/notices'
import { residents } from '@/types/residents'
import { clockAt, inHours } from '../activities/publishing'
import type { TestCloud } from '../support/cloud'
import {
  as,
  codeOf,
  newKey,
  places,
  resident,
  staffId,
  staffOf,
  startCentre,
} from '../support/people'
import { broughtByWorker, choir, timerAt } from './telling'

const hour = 3_600_000

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCentre()
})
afterAll(() => cloud.stop())

/** Each test has a day of its own, which begins at 8:00. */
let days = -1
const later = (hours: number) => inHours(24 * days) + hours * hour
beforeEach(() => {
  days++
  return cloud.clock(clockAt(later(0)))
})

const worker = (openid: string = staffOf.jingWorker) => as(cloud, notices, openid)
const calls = async (openid?: string) => (await worker(openid)('callList', {})).items

test('an elder without a phone or family is called by the staff of her home', async () => {
  const activity = await choir(cloud, later(0))
  const { id } = await as(
    cloud,
    residents,
    staffOf.jingWorker,
  )('registerPerson', {
    name: '赵伯伯',
    phone: '0411-84123456',
    home: { building: places.jing12, unit: '1', room: '101' },
  })
  await as(cloud, activities, staffOf.jingWorker)('signUp', { activity, forResident: id })
  await timerAt(cloud, later(0.1))
  expect(await calls()).toMatchObject([
    {
      event: 'signedUp',
      person: { id, name: '赵伯伯', phone: '0411-84123456' },
      data: { title: '合唱团' },
      due: later(6),
      raised: false,
      outcome: null,
      caller: null,
    },
  ])
  expect(await calls(staffOf.centreStaff)).toHaveLength(1)
  expect(await calls(staffOf.chunWorker)).toEqual([])
  await resident(cloud, 'o-li', '李奶奶')
  expect(await codeOf(worker('o-li')('callList', {}))).toBe('NotAllowed')
})

test('who was called and what came of it is on record; somebody reached leaves the list', async () => {
  const activity = await choir(cloud, later(0))
  await broughtByWorker(cloud, '赵伯伯', activity)
  await timerAt(cloud, later(0.1))
  const [row] = await calls()
  const call = row?.id ?? ''
  await worker()('recordCall', { call, outcome: 'noAnswer' })
  expect(await calls()).toMatchObject([{ outcome: 'noAnswer', caller: '赵网格员' }])
  expect(await codeOf(worker(staffOf.chunWorker)('recordCall', { call, outcome: 'reached' }))).toBe(
    'NotAllowed',
  )
  const reached = { call, outcome: 'reached' as const, key: newKey() }
  await worker(staffOf.jingStaff)('recordCall', reached)
  await worker(staffOf.jingStaff)('recordCall', reached)
  expect(await calls()).toEqual([])
})

test('whoever is not reached two hours before goes to the owner of the grid, once', async () => {
  await as(
    cloud,
    residents,
    staffOf.admin,
  )('setOwner', {
    node: places.jingGrid,
    owner: staffId(staffOf.jingWorker),
    deputy: null,
  })
  const activity = await choir(cloud, later(0))
  await broughtByWorker(cloud, '赵伯伯', activity)
  await timerAt(cloud, later(0.1))
  const raised = async () =>
    (await worker()('mine', {})).items.filter(({ event }) => event === 'callUnreached')
  await timerAt(cloud, later(3.9))
  expect(await raised()).toEqual([])
  await timerAt(cloud, later(4))
  await timerAt(cloud, later(4.1))
  expect(await raised()).toMatchObject([{ data: { title: '合唱团' }, thing: activity }])
  expect(await calls()).toMatchObject([{ raised: true }])
  await timerAt(cloud, later(6))
  expect(await calls()).toEqual([])
})

test('the family is told instead of a call, also when staff did the sign-up', async () => {
  await resident(cloud, 'o-fang', '王芳')
  const mother = await as(
    cloud,
    residents,
    'o-fang',
  )('addDependant', {
    name: '李奶奶',
    relation: 'parent',
    consent: 'spoken',
    home: { building: places.jing12, unit: '2', room: '301' },
  })
  const activity = await choir(cloud, later(0))
  await as(cloud, activities, staffOf.jingWorker)('signUp', { activity, forResident: mother.id })
  await timerAt(cloud, later(0.1))
  expect(await calls()).toEqual([])
  const { items } = await as(cloud, notices, 'o-fang')('mine', {})
  expect(items).toMatchObject([{ event: 'signedUp', about: { name: '李奶奶' } }])
})

test('what is most urgent stands first, over several pages', async () => {
  const people = Array.from({ length: 45 }, (_, number) => ({
    _id: `dl_n-call-${String(number).padStart(2, '0')}`,
    centre: 'dl',
    v: 1,
    event: 'activityTomorrow',
    to: `dl_p${number}`,
    about: `dl_p${number}`,
    aboutName: `居民${number}`,
    told: [],
    thing: null,
    data: {},
    at: later(0),
    due: later(30 + (number % 5)),
    urgent: false,
    channel: 'call',
    state: 'calling',
    tries: 0,
    notBefore: later(0),
    readAt: null,
    call: {
      path: [places.centre, places.jing, ...(number % 2 ? [places.jingGrid] : [])],
      outcome: null,
      by: null,
      byName: null,
      at: null,
      keys: [],
      raisedTo: null,
    },
  }))
  await cloud.admin.collection('outbox').add(people)
  const seen: { id: string; due: number }[] = []
  let after: string | undefined
  do {
    const { items, next } = await worker(staffOf.jingStaff)('callList', { after })
    expect(items.length).toBeLessThanOrEqual(20)
    seen.push(...items)
    after = next ?? undefined
  } while (after !== undefined)
  expect(new Set(seen.map(({ id }) => id)).size).toBe(45)
  expect(seen).toHaveLength(45)
  const dues = seen.map(({ due }) => due)
  expect(dues).toEqual([...dues].sort((a, b) => a - b))
  expect(await calls()).toHaveLength(20)
  expect(await codeOf(worker()('callList', { after: 'bm90aGluZw' }))).toBe('InvalidInput')
})
