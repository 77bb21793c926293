import type { MonthClosing, OrderRecord, ServiceDoc } from '@/cloudfunctions/canteen/store'
import type { OutboxRow } from '@/cloudfunctions/notices/store'
import { portionsOf, stands, type Claim } from '@/domain/canteen/service'
import type { Fault } from '@/emulator/control/faults'
import { addDays, addMonths, instantOf } from '@/types/shared/day'
import type { TestCloud } from '../support/cloud'
import { newKey, Refused, resident, staffOf } from '../support/people'
import {
  cook,
  documents,
  eats,
  helper,
  lunch,
  lunchOf,
  openCanteen,
  publish,
  startCanteen,
  today,
} from './kitchen'

jest.setTimeout(300_000)

// Whichever write of an act gets lost, is busy, or is the last of an instance that dies: the same tap sent again finds
// what it did, and afterwards portions, orders, records, notices and money agree.

let cloud: TestCloud
let service = ''
let dish = ''
let people = 0
let at = instantOf(today, '11:00')

/** Moves the clock on, so that jobs are due again and no lease is held any more. */
const later = async (minutes: number): Promise<void> => {
  at += minutes * 60_000
  await cloud.clock(new Date(at).toISOString())
}

/** Lunch of a later day, ordered until the evening before: its orders outlive the hours this takes. */
const lunchIn = (days: number, portions = 300): Promise<string> => {
  const day = addDays(today, days)
  return publish(cloud, { [dish]: portions }, { day, cutOff: instantOf(addDays(day, -1), '20:00') })
}

beforeAll(async () => {
  cloud = await startCanteen()
  await openCanteen(cloud, true)
  const plan = { endsAt: '23:00', cutOff: instantOf(today, '22:50') }
  const meal = await lunchOf(cloud, [1000], plan, 490)
  service = meal.service
  dish = meal.dishes[0]!
  await later(0)
})
afterEach(() => cloud.clearFaults())
afterAll(() => cloud.stop())

const someone = async (): Promise<{ openid: string; id: string }> => {
  const openid = `o-someone-${++people}`
  const { id } = await resident(cloud, openid, `某某${people}`)
  return { openid, id }
}
const place = (
  openid: string,
  change: { key?: string; pay?: 'counter' | 'wechat'; meal?: string },
) =>
  eats(cloud, openid)('placeOrder', {
    key: change.key ?? newKey(),
    service: change.meal ?? service,
    lines: [{ dish, portions: 2 }],
    kind: 'eatIn',
    pay: change.pay ?? 'counter',
  })
const recordOf = async (order: string) =>
  (await documents<OrderRecord>(cloud, 'meal_orders', { _id: order }))[0]!
const mealOf = async (id: string) =>
  (await documents<ServiceDoc>(cloud, 'meal_services', { _id: id }))[0]!
const told = async (event: string, thing: string) =>
  (await documents<OutboxRow>(cloud, 'outbox', { event, thing })).length

/** Paid, and WeChat did not reach us with it. */
const paidUnheard = async (openid: string, meal?: string) => {
  const { order, payment } = await place(openid, { pay: 'wechat', ...(meal && { meal }) })
  await cloud.fault({ action: 'wx.wxPayApi', kind: 'error', times: 1 })
  await cloud.pay(openid, payment!.package)
  await cloud.clearFaults()
  return order.id
}

interface Run {
  /** Can be sent again; what came before it happened undisturbed. */
  act: () => Promise<unknown>
  /** What is so afterwards. */
  check?: () => Promise<void>
}

interface Act {
  /** Which writes are disturbed. */
  at: readonly Partial<Fault>[]
  begin: (key: string, n: number) => Promise<Run>
}

const of = (procedure: string): Act['at'] => [{ procedure: `canteen.${procedure}` }]
const inJobs: Act['at'] = ['meal_services', 'meal_orders', 'outbox'].map((collection) => ({
  collection,
}))

/** A job that went wrong says so in the log only: it is done when what it is there for is so. */
const jobsUntil = (done: () => Promise<boolean>) => async () => {
  await later(5)
  await cloud.timer('jobs')
  if (!(await done())) throw new Error('not done yet')
}

const acts: Readonly<Record<string, Act>> = {
  placeOrder: {
    at: of('placeOrder'),
    begin: async (key) => {
      const { openid } = await someone()
      return { act: () => place(openid, { key }) }
    },
  },
  'placeOrder, to be paid by WeChat': {
    at: of('placeOrder'),
    begin: async (key) => {
      const { openid } = await someone()
      return { act: () => place(openid, { key, pay: 'wechat' }) }
    },
  },
  changeOrder: {
    at: of('changeOrder'),
    begin: async (key) => {
      const { openid } = await someone()
      const { order } = await place(openid, {})
      const lines = [{ dish, portions: 3 }]
      const change = { key, order: order.id, lines, kind: 'takeAway' as const }
      return { act: () => eats(cloud, openid)('changeOrder', change) }
    },
  },
  'cancelOrder, paid by WeChat': {
    at: of('cancelOrder'),
    begin: async (key) => {
      const { openid } = await someone()
      const { order, payment } = await place(openid, { pay: 'wechat' })
      await cloud.pay(openid, payment!.package)
      return {
        act: () => eats(cloud, openid)('cancelOrder', { key, order: order.id }),
        check: async () =>
          expect((await recordOf(order.id)).refunds).toMatchObject([{ of: 'order', amount: 2000 }]),
      }
    },
  },
  'cancelOrder, paid in cash': {
    at: of('cancelOrder'),
    begin: async (key) => {
      const { openid, id } = await someone()
      const { order } = await place(openid, {})
      await eats(cloud, cook)('markPaid', { order: order.id, paidBy: 'cash' })
      const cancel = { key, forResident: id, order: order.id }
      return {
        act: () => eats(cloud, staffOf.centreStaff)('cancelOrder', cancel),
        check: async () =>
          expect((await recordOf(order.id)).refunds).toMatchObject([
            { of: 'order', amount: 2000, channel: 'cash' },
          ]),
      }
    },
  },
  payOrder: {
    at: of('payOrder'),
    begin: async (key) => {
      const { openid } = await someone()
      const { order } = await place(openid, {})
      return {
        act: () => eats(cloud, openid)('payOrder', { key, order: order.id }),
        check: async () =>
          expect((await mealOf(service)).claims[order.id]!.attempts).toHaveLength(1),
      }
    },
  },
  'what WeChat tells of a payment': {
    at: [{ collection: 'meal_services' }, { collection: 'meal_orders' }],
    begin: async () => {
      const { openid } = await someone()
      const order = await paidUnheard(openid)
      const hint = { outTradeNo: `${order}-1` }
      return {
        act: async () => {
          const { errcode } = await cloud.call<{ errcode: number }>(null, 'canteen', hint)
          if (errcode !== 0) throw new Error('told again')
        },
        check: async () => {
          await jobsUntil(async () => !(await mealOf(service)).owes)()
          expect(await recordOf(order)).toMatchObject({
            ...{ state: 'placed', paidBy: 'wechat', refunds: [] },
          })
          expect(await told('mealOrdered', order)).toBe(1)
        },
      }
    },
  },
  markPaid: {
    at: of('markPaid'),
    begin: async (key) => {
      const { openid } = await someone()
      const { order } = await place(openid, {})
      return { act: () => eats(cloud, cook)('markPaid', { key, order: order.id, paidBy: 'card' }) }
    },
  },
  serve: {
    at: of('serve'),
    begin: async (key) => {
      const { openid } = await someone()
      const { order } = await place(openid, {})
      const hand = { key, service, order: order.id, paidBy: 'cash' as const }
      return { act: () => eats(cloud, cook)('serve', hand) }
    },
  },
  'serve, a second time and without a network': {
    at: of('serve'),
    begin: async (key, n) => {
      const { openid } = await someone()
      const { order } = await place(openid, {})
      const hand = { service, order: order.id, paidBy: 'cash' as const, scannedAt: at }
      await eats(cloud, helper)('serve', { ...hand, nonce: `nonce-of-the-first-${n}` })
      const second = { ...hand, key, scannedAt: at - 1000, nonce: `nonce-of-the-second-${n}` }
      return {
        act: () => eats(cloud, cook)('serve', second),
        check: async () =>
          expect(
            (await mealOf(service)).twice.filter((one) => one.order === order.id),
          ).toMatchObject([{ paidBy: 'cash', pays: 2000 }]),
      }
    },
  },
  'serve, without a network and refused': {
    at: of('serve'),
    begin: async (key, n) => {
      const scan = { key, service, card: 'dl_mnobody', scannedAt: at }
      const nonce = `nonce-of-a-stranger-${n}`
      return {
        act: () =>
          eats(cloud, cook)('serve', { ...scan, nonce }).catch((error: unknown) => {
            if (!(error instanceof Refused && error.code === 'CardUnknown')) throw error
          }),
        check: async () =>
          expect(
            (await mealOf(service)).refusedScans.filter((one) => one.nonce === nonce),
          ).toHaveLength(1),
      }
    },
  },
  counterSale: {
    at: of('counterSale'),
    begin: async (key) => {
      const lines = [{ dish, portions: 1 }]
      const sale = { key, service, lines, paidBy: 'cash' as const }
      return { act: () => eats(cloud, cook)('counterSale', sale) }
    },
  },
  refund: {
    at: of('refund'),
    begin: async (key) => {
      const { openid } = await someone()
      const { order, payment } = await place(openid, { pay: 'wechat' })
      await cloud.pay(openid, payment!.package)
      const back = { key, order: order.id, amount: 500, because: '少了' }
      return {
        act: () => eats(cloud, cook)('refund', back),
        check: async () =>
          expect((await recordOf(order.id)).refunds).toMatchObject([{ amount: 500 }]),
      }
    },
  },
  saveService: {
    at: of('saveService'),
    begin: async (key, n) => {
      const meal = await lunchIn(20 + n, 30)
      const { openid } = await someone()
      const { order } = await place(openid, { meal })
      const { rev, day, cutOff } = await mealOf(meal)
      await later(1)
      const draft = lunch({ [dish]: 40 }, { day, cutOff, placeName: '中心二楼' })
      return {
        act: () => eats(cloud, cook)('saveService', { key, service: meal, rev, draft }),
        check: async () => {
          await jobsUntil(async () => !(await mealOf(meal)).owes)()
          const { rev: now, offers } = await mealOf(meal)
          expect([now, offers[dish]!.left]).toEqual([rev + 1, 30])
          expect(await told('mealChanged', order.id)).toBe(1)
        },
      }
    },
  },
  copyWeek: {
    at: of('copyWeek'),
    begin: async (key, n) => {
      const to = addDays('2026-11-16', 7 * (60 + n))
      return {
        act: () => eats(cloud, cook)('copyWeek', { key, from: '2026-11-16', to }),
        check: async () =>
          expect(
            (await documents<ServiceDoc>(cloud, 'meal_services', { day: addDays(to, 5) })).map(
              ({ state }) => state,
            ),
          ).toEqual(['draft']),
      }
    },
  },
  'closeMonth, by both': {
    at: of('closeMonth'),
    begin: async (key, n) => {
      const month = addMonths('2025-12', -n)
      const sign = (openid: string, as: 'operator' | 'centre') =>
        eats(cloud, openid)('closeMonth', { key: `${key}-${as}`, month, as })
      return {
        act: async () => {
          await sign(cook, 'operator')
          await sign(staffOf.centreStaff, 'centre')
        },
        check: async () =>
          expect(
            (await documents<MonthClosing>(cloud, 'month_closings', { month })).map(
              ({ signed }) => [signed.operator?.name, signed.centre?.name],
            ),
          ).toEqual([['马师傅', '孙社工']]),
      }
    },
  },
  'the end of the time to pay': {
    at: inJobs,
    begin: async () => {
      const meal = await weekAhead()
      const { openid } = await someone()
      const { order } = await place(openid, { pay: 'wechat', meal })
      await later(12)
      return {
        act: jobsUntil(
          async () => (await recordOf(order.id)).state === 'expired' && !(await mealOf(meal)).owes,
        ),
        check: async () => expect(await told('mealExpired', order.id)).toBe(1),
      }
    },
  },
  'a meal that is called off, and what the sweep does about it': {
    at: [{ procedure: 'canteen.callOffService' }, { collection: 'meal_orders' }],
    begin: async (key, n) => {
      const meal = await lunchIn(80 + n, 30)
      const [one, other] = [await someone(), await someone()]
      const { order } = await place(one.openid, { meal })
      const paid = await place(other.openid, { pay: 'wechat', meal })
      await cloud.pay(other.openid, paid.payment!.package)
      const off = { key, service: meal, because: '停水了' }
      return {
        act: async () => {
          await eats(cloud, cook)('callOffService', off)
          await jobsUntil(async () => !(await mealOf(meal)).owes)()
        },
        check: async () => {
          for (const id of [order.id, paid.order.id]) {
            expect((await recordOf(id)).state).toBe('calledOff')
            expect(await told('mealCalledOff', id)).toBe(1)
          }
          expect((await recordOf(paid.order.id)).refunds).toMatchObject([{ amount: 2000 }])
        },
      }
    },
  },
}

let ahead: Promise<string> | undefined
/** One meal for all whose time to pay ends. */
const weekAhead = (): Promise<string> => (ahead ??= lunchIn(7))

/** Sends until it is answered. */
const untilAnswered = async (act: () => Promise<unknown>): Promise<void> => {
  for (let round = 0; round < 10; round++)
    try {
      await act()
      return
    } catch (error) {
      if (error instanceof Refused && !['TryAgain', 'Internal'].includes(error.code)) throw error
    }
  throw new Error('never answered')
}

const expectAgree = async (id: string) => {
  const meal = await mealOf(id)
  const claims = Object.entries(meal.claims)
  const taken = claims
    .filter(([, claim]) => stands(claim) || claim.state === 'notCollected')
    .reduce((sum, [, claim]) => sum + portionsOf(claim), 0)
  const { left, counterLeft, portions } = meal.offers[dish]!
  expect(left + counterLeft + taken).toBe(portions)
  expect(meal).toMatchObject({ owes: false, orders: claims.length })
  const records = await documents<OrderRecord>(cloud, 'meal_orders', { service: id })
  const ofRecord = ({ version, state, paidBy, pays }: OrderRecord | Claim) =>
    JSON.stringify({ version, state, paidBy, pays })
  expect(new Map(records.map((record) => [record._id, ofRecord(record)]))).toEqual(
    new Map(claims.map(([order, claim]) => [order, ofRecord(claim)])),
  )
  for (const { portions: all, gross, subsidy, pays, refunds } of records) {
    expect([gross, subsidy]).toEqual([1000 * all, 0])
    expect(pays).toBe(gross)
    expect(refunds.every(({ open }) => !open)).toBe(true)
  }
}

const lost = { kind: 'lostReply' } as const
const busy = { kind: 'busy' } as const

/** Each write is the last of an instance that dies; and in a second round its reply is lost, or the database is busy. */
const rounds = [
  () => ({ kind: 'crash', after: true }) as const,
  (write: number) => (write % 2 === 0 ? lost : busy),
]

/** No act writes more often than this. */
const mostWrites = 25

test.each(Object.entries(acts))('%s', async (_, { at: places, begin }) => {
  let n = 0
  for (const where of places)
    for (const way of rounds) {
      let hit = true
      let writes = 0
      for (let skip = 0; hit && skip < mostWrites; skip++) {
        const { act, check } = await begin(newKey(), ++n)
        await cloud.fault({ action: 'write', times: 1, skip, ...where, ...way(skip) })
        await untilAnswered(act)
        hit = (await cloud.faults()).length === 0
        if (hit) writes++
        await cloud.clearFaults()
        await check?.()
      }
      // Each write was disturbed, up to the first that there is not.
      expect(hit).toBe(false)
      expect(writes).toBeGreaterThan(0)
    }
  for (let round = 0; round < 2; round++) {
    await later(16)
    await cloud.timer('jobs')
  }
  await expectAgree(service)
  if (ahead) await expectAgree(await ahead)
})
