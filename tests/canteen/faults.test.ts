import type { OrderRecord, ServiceDoc } from '@/cloudfunctions/canteen/store'
import { portionsOf, stands, type Claim } from '@/domain/canteen/service'
import { instantOf } from '@/types/shared/day'
import { CallFailed, type TestCloud } from '../support/cloud'
import { newKey, Refused, resident } from '../support/people'
import { clock, cook, documents, eats, lunchOf, openCanteen, startCanteen, today } from './kitchen'

jest.setTimeout(180_000)

// Wherever an instance dies or a reply is lost, the same tap sent again finds what it did, and afterwards portions,
// orders, records and money agree.

let cloud: TestCloud
let service = ''
let dish = ''
let people = 0

beforeAll(async () => {
  cloud = await startCanteen()
  await openCanteen(cloud, true)
  const meal = await lunchOf(cloud, [1000], { cutOff: instantOf(today, '11:50') }, 400)
  service = meal.service
  dish = meal.dishes[0]!
  await clock(cloud, '11:00')
})
afterAll(() => cloud.stop())

const someone = async (): Promise<string> => {
  const openid = `o-someone-${++people}`
  await resident(cloud, openid, `某某${people}`)
  return openid
}
const place = (openid: string, key: string, pay: 'counter' | 'wechat' = 'counter') =>
  eats(cloud, openid)('placeOrder', {
    key,
    service,
    lines: [{ dish, portions: 2 }],
    kind: 'eatIn',
    pay,
  })

/** An act under way, which can be sent again under its key; what came before it happened undisturbed. */
type Act = (openid: string, key: string) => Promise<() => Promise<unknown>>

const acts: Readonly<Record<string, Act>> = {
  placeOrder: async (openid, key) => () => place(openid, key),
  changeOrder: async (openid, key) => {
    const { order } = await place(openid, newKey())
    const lines = [{ dish, portions: 3 }]
    return () =>
      eats(cloud, openid)('changeOrder', { key, order: order.id, lines, kind: 'takeAway' })
  },
  cancelOrder: async (openid, key) => {
    const { order, payment } = await place(openid, newKey(), 'wechat')
    await cloud.pay(openid, payment!.package)
    return () => eats(cloud, openid)('cancelOrder', { key, order: order.id })
  },
  markPaid: async (openid, key) => {
    const { order } = await place(openid, newKey())
    return () => eats(cloud, cook)('markPaid', { key, order: order.id, paidBy: 'card' })
  },
  serve: async (openid, key) => {
    const { order } = await place(openid, newKey())
    return () => eats(cloud, cook)('serve', { key, service, order: order.id, paidBy: 'cash' })
  },
  counterSale: async (_openid, key) => () =>
    eats(cloud, cook)('counterSale', {
      key,
      service,
      lines: [{ dish, portions: 1 }],
      paidBy: 'cash',
    }),
  refund: async (openid, key) => {
    const { order, payment } = await place(openid, newKey(), 'wechat')
    await cloud.pay(openid, payment!.package)
    return () => eats(cloud, cook)('refund', { key, order: order.id, amount: 500, because: '少了' })
  },
}

/** Sends until it is answered; what it answers last is what it answers from then on. */
const untilAnswered = async (act: () => Promise<unknown>): Promise<void> => {
  for (let round = 0; round < 10; round++)
    try {
      await act()
      return
    } catch (error) {
      const passing =
        error instanceof CallFailed ||
        (error instanceof Refused && ['TryAgain', 'Internal'].includes(error.code))
      if (!passing) throw error
    }
  throw new Error('never answered')
}

const expectAgree = async () => {
  const [meal] = await documents<ServiceDoc>(cloud, 'meal_services', { _id: service })
  const claims = Object.entries(meal!.claims)
  const taken = claims
    .filter(([, claim]) => stands(claim))
    .reduce((sum, [, claim]) => sum + portionsOf(claim), 0)
  const { left, counterLeft, portions } = meal!.offers[dish]!
  expect(left + counterLeft + taken).toBe(portions)
  expect(meal).toMatchObject({ owes: false, orders: claims.length })
  const records = await documents<OrderRecord>(cloud, 'meal_orders', { service })
  const ofRecord = ({ version, state, paidBy, pays }: OrderRecord | Claim) =>
    JSON.stringify({ version, state, paidBy, pays })
  expect(new Map(records.map((record) => [record._id, ofRecord(record)]))).toEqual(
    new Map(claims.map(([order, claim]) => [order, ofRecord(claim)])),
  )
  for (const { portions: all, gross, subsidy, pays, refunds, state, paidBy } of records) {
    expect([gross, subsidy]).toEqual([1000 * all, 0])
    expect(pays).toBe(gross)
    const back = refunds.reduce((sum, { amount }) => sum + amount, 0)
    expect([0, 500]).toContain(state === 'cancelled' && paidBy ? back - pays : back)
    expect(refunds.every(({ open }) => !open)).toBe(true)
  }
}

let minutes = 0

test.each(Object.keys(acts))('%s', async (procedure) => {
  const faults = [0, 1, 2, 3].flatMap((skip) => [
    { kind: 'crash' as const, skip, after: false },
    { kind: 'crash' as const, skip, after: true },
    { kind: 'lostReply' as const, skip, after: false },
  ])
  let hit = 0
  for (const fault of faults) {
    const act = await acts[procedure]!(await someone(), newKey())
    await cloud.fault({ action: 'write', procedure: `canteen.${procedure}`, times: 1, ...fault })
    await untilAnswered(act)
    if ((await cloud.faults()).length === 0) hit++
    await cloud.clearFaults()
  }
  // Every act writes at least once, and each write was hit in three ways.
  expect(hit).toBeGreaterThanOrEqual(3)
  for (let round = 0; round < 2; round++) {
    await clock(cloud, `11:${String((minutes += 3)).padStart(2, '0')}`)
    await cloud.timer('jobs')
  }
  await expectAgree()
})
