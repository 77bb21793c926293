import { residents } from '@/types/residents'
import { instantOf } from '@/types/shared/day'
import type { TestCloud } from '../support/cloud'
import { as, codeOf, resident } from '../support/people'
import {
  clock,
  cook,
  eats,
  helper,
  lunchOf,
  oneOf,
  openCanteen,
  startCanteen,
  today,
} from './kitchen'

// Meals given without a network cannot be taken back: whatever was given and taken for them stays on record.

let cloud: TestCloud
const li = 'o-li'
let service = ''
let dishes: string[] = []

beforeEach(async () => {
  cloud = await startCanteen()
  await openCanteen(cloud)
  await resident(cloud, li, '李奶奶')
  ;({ service, dishes } = await lunchOf(cloud, [1000]))
})
afterEach(() => cloud.stop())

const place = async () =>
  (
    await eats(cloud, li)('placeOrder', {
      service,
      lines: oneOf(...dishes),
      kind: 'eatIn',
      pay: 'counter',
    })
  ).order.id
const queue = () => eats(cloud, cook)('queue', { service })
const settlement = () => eats(cloud, cook)('settlement', { month: '2026-11' })
const scan = (time: string, what: { order?: string; card?: string; paidBy?: 'cash' | 'card' }) => ({
  ...{
    service,
    scannedAt: instantOf(today, time),
    nonce: `nonce-of-the-scan-${time.replace(':', '-')}`,
  },
  ...what,
})

test.each([
  ['11:40', '11:20'],
  ['11:20', '11:40'],
])(
  'given twice and paid twice (told %s, then %s): one payment is booked, the other stays on the list',
  async (first, second) => {
    const order = await place()
    await clock(cloud, '14:00')
    await eats(cloud, helper)('serve', scan(first, { order, paidBy: 'cash' }))
    const told = scan(second, { order, paidBy: 'card' })
    expect(await eats(cloud, cook)('serve', told)).toMatchObject({ twice: true })
    // The phone sends what it has again, under another key.
    await eats(cloud, cook)('serve', told)
    expect((await queue()).servedTwice).toMatchObject([{ order, paidBy: 'card', pays: 1000 }])
    expect(await settlement()).toMatchObject({
      channels: [{ paidBy: 'cash', orders: 1, amount: 1000 }],
      servedTwice: 1,
      paidTwice: [{ paidBy: 'card', orders: 1, amount: 1000 }],
    })
  },
)

test('a scan that fits no order stays with the meal, once, with what was taken', async () => {
  const order = await place()
  await eats(cloud, li)('cancelOrder', { order })
  const { card } = await as(cloud, residents, li)('memberCode', {})
  await resident(cloud, 'o-zhao', '赵阿姨')
  const { card: other } = await as(cloud, residents, 'o-zhao')('memberCode', {})
  await clock(cloud, '14:00')
  const scans = [
    ['Cancelled', scan('11:10', { order, paidBy: 'cash' })],
    ['Cancelled', scan('11:11', { card })],
    ['NoOrder', scan('11:12', { card: other, paidBy: 'cash' })],
    ['CardUnknown', scan('11:13', { card: 'dl_mnobody' })],
    ['NotServingNow', scan('08:00', { order })],
  ] as const
  for (const [code, one] of [...scans, scans[0]])
    expect(await codeOf(eats(cloud, cook)('serve', one))).toBe(code)
  // With a network whoever stands there hears it at once: nothing was given.
  expect(await codeOf(eats(cloud, cook)('serve', { service, card: other }))).toBe('NotServingNow')
  const { refusedScans } = await queue()
  expect(refusedScans.map(({ code, name, by, paidBy }) => ({ code, name, by, paidBy }))).toEqual([
    { code: 'Cancelled', name: '李奶奶', by: '马师傅', paidBy: 'cash' },
    { code: 'Cancelled', name: '李奶奶', by: '马师傅', paidBy: null },
    { code: 'NoOrder', name: '赵阿姨', by: '马师傅', paidBy: 'cash' },
    { code: 'CardUnknown', name: '', by: '马师傅', paidBy: null },
    { code: 'NotServingNow', name: '李奶奶', by: '马师傅', paidBy: null },
  ])
  expect((await settlement()).refusedScans).toEqual({ scans: 5, paid: 2 })
  // Also one that is told too late to count.
  await clock(cloud, '13:00', 1)
  expect(await codeOf(eats(cloud, cook)('serve', scan('11:30', { card: other })))).toBe(
    'ScannedTooLongAgo',
  )
  expect((await queue()).refusedScans).toHaveLength(6)
})

test('the names on these lists go with who erases their record', async () => {
  const order = await place()
  const { card } = await as(cloud, residents, li)('memberCode', {})
  await eats(cloud, li)('cancelOrder', { order })
  await clock(cloud, '14:00')
  await codeOf(eats(cloud, cook)('serve', scan('11:10', { card })))
  await as(cloud, residents, li)('deleteMyAccount', {})
  await clock(cloud, '04:00', 20)
  await cloud.timer('jobs')
  await cloud.timer('jobs')
  expect((await queue()).refusedScans).toMatchObject([
    { code: 'Cancelled', name: '', by: '马师傅' },
  ])
})
