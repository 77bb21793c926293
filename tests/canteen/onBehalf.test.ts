import { residents } from '@/types/residents'
import { instantOf } from '@/types/shared/day'
import type { TestCloud } from '../support/cloud'
import { as, codeOf, jingHome, resident, staffOf, verify } from '../support/people'
import { clock, cook, eats, lunchOf, oneOf, openCanteen, startCanteen, today } from './kitchen'

let cloud: TestCloud
const li = 'o-li'
let liId = ''

beforeEach(async () => {
  cloud = await startCanteen()
  liId = (await resident(cloud, li, '李奶奶', { home: jingHome('301') })).id
  await verify(cloud, liId, '1942-03-01', jingHome('301'))
})
afterEach(() => cloud.stop())

const place = async (service: string, dishes: readonly string[], change: object = {}) =>
  (
    await eats(cloud, li)('placeOrder', {
      service,
      lines: oneOf(...dishes),
      kind: 'eatIn',
      pay: 'counter',
      ...change,
    })
  ).order

test('the kitchen changes and cancels for 李奶奶, who phones: at her price, and her cash goes back', async () => {
  const { service, dishes } = await lunchOf(cloud, [1000, 500])
  const { id: order } = await place(service, [dishes[0]!])
  const kitchen = eats(cloud, cook)
  expect(await kitchen('eater', { service, forResident: liId })).toMatchObject({
    id: liId,
    name: '李奶奶',
    self: false,
    reason: { kind: 'discount', age: 84, percent: 60 },
    order: { id: order },
    homeName: '静安里社区 12号楼 2单元301室',
  })
  expect((await kitchen('mine', { forResident: liId })).items.map(({ id }) => id)).toEqual([order])
  const changed = await kitchen('changeOrder', {
    forResident: liId,
    order,
    lines: oneOf(...dishes),
    kind: 'takeAway',
    expected: 900,
  })
  expect(changed).toMatchObject({ pays: 900, kind: 'takeAway', person: { id: liId } })
  await kitchen('markPaid', { order, paidBy: 'cash' })
  expect(await codeOf(eats(cloud, li)('cancelOrder', { order }))).toBe('NotChangeable')
  expect(await kitchen('cancelOrder', { forResident: liId, order })).toMatchObject({
    state: 'cancelled',
    refunded: 900,
  })
})

test('staff of another community learn nothing of what somebody eats', async () => {
  const { service, dishes } = await lunchOf(cloud, [1000])
  await place(service, dishes)
  const other = eats(cloud, staffOf.chunWorker)
  expect(await codeOf(other('eater', { service, forResident: liId }))).toBe('NotAllowed')
  expect(await codeOf(other('mine', { forResident: liId }))).toBe('NotAllowed')
})

test('a draft is no meal to order, also for staff', async () => {
  const { dishes } = await lunchOf(cloud, [1000])
  const { service } = await eats(cloud, cook)('saveService', {
    draft: {
      day: '2026-11-22',
      meal: 'lunch',
      startsAt: '11:00',
      endsAt: '12:30',
      cutOff: instantOf('2026-11-22', '10:00'),
      placeName: '中心一楼西侧',
      node: 'dl_centre',
      kinds: ['eatIn'],
      counterPercent: 20,
      offers: [{ dish: dishes[0]!, portions: 5 }],
    },
  })
  expect(await codeOf(eats(cloud, cook)('eater', { service, forResident: liId }))).toBe('NotFound')
})

test('the queue says why each of them pays what they pay, also when the price is only on the record', async () => {
  const { service, dishes } = await lunchOf(cloud, [1000])
  await place(service, dishes)
  await cloud.timer('jobs')
  await clock(cloud, '11:00')
  await eats(cloud, cook)('counterSale', { service, lines: oneOf(...dishes), paidBy: 'cash' })
  const { items } = await eats(cloud, cook)('queue', { service })
  expect(items.map(({ person, reason }) => ({ person, reason }))).toEqual([
    { person: liId, reason: { kind: 'discount', age: 84, percent: 60 } },
    { person: null, reason: { kind: 'unknown' } },
  ])
})

test('an order under a record that was merged is found by her card, and is her own', async () => {
  const { service, dishes } = await lunchOf(cloud, [1000])
  const staff = as(cloud, residents, staffOf.centreStaff)
  const { id: paper } = await staff('registerPerson', { name: '李奶奶', home: jingHome('505') })
  await eats(cloud, staffOf.jingWorker)('placeOrder', {
    forResident: paper,
    service,
    lines: oneOf(...dishes),
    kind: 'eatIn',
    pay: 'counter',
  })
  await staff('mergePeople', { keep: liId, merge: paper })
  const { card } = await as(cloud, residents, li)('memberCode', {})
  const { id } = await as(cloud, residents, cook)('personByCard', { card })
  const { items } = await eats(cloud, cook)('queue', { service })
  expect(items).toMatchObject([{ person: id, homeName: '静安里社区 12号楼 2单元301室' }])
  const mine = (await eats(cloud, li)('mine', {})).items
  expect(mine.map(({ person }) => person?.id)).toEqual([liId])
})

test('the same as last time is eaten the same way, with what the kitchen was told', async () => {
  const { service, dishes } = await lunchOf(cloud, [1000])
  const kind = { kind: 'delivery', cannotLeave: true, note: '饭软一点' } as const
  await place(service, dishes, kind)
  const next = await eats(cloud, cook)('copyWeek', { from: '2026-11-16', to: '2026-11-23' })
  expect(next.planned).toBe(1)
  const { items } = await eats(cloud, cook)('services', { from: '2026-11-23', to: '2026-11-29' })
  await eats(cloud, cook)('publishService', { service: items[0]!.id })
  const { family } = await eats(cloud, li)('service', { service: items[0]!.id })
  expect(family[0]?.again).toEqual({ lines: oneOf(...dishes), ...kind })
})

test('an order says until when WeChat is waited for, and that ordering was closed early', async () => {
  await openCanteen(cloud, true)
  const { service, dishes } = await lunchOf(cloud, [1000])
  const { id: order } = await place(service, dishes)
  expect(await eats(cloud, li)('order', { order })).toMatchObject({ payUntil: null, open: true })
  await eats(cloud, li)('payOrder', { order })
  const { state, payUntil } = await eats(cloud, li)('order', { order })
  expect(state).toBe('placed')
  expect(payUntil).toBeGreaterThanOrEqual(instantOf(today, '08:15'))
  expect(payUntil).toBeLessThan(instantOf(today, '08:16'))
  await eats(cloud, cook)('closeEarly', { service })
  expect((await eats(cloud, li)('order', { order })).open).toBe(false)
})
