import type { OrderRecord, ServiceDoc } from '@/cloudfunctions/canteen/store'
import { instantOf } from '@/types/shared/day'
import type { TestCloud } from '../support/cloud'
import { codeOf, resident } from '../support/people'
import {
  clock,
  cook,
  documents,
  eats,
  helper,
  lunch,
  oneOf,
  openCanteen,
  publish,
  saveDish,
  startCanteen,
  today,
} from './kitchen'

jest.setTimeout(60_000)

// Two acts meet in the worst order there is: one has read and decided, the other happens whole, then the first writes.
// The product notices; the same product without the guards of its writes does the damage that is named here.

let cloud: TestCloud
const wang = 'o-wang'
const zhao = 'o-zhao'
let service = ''
let dish = ''

/** A lunch with so many portions of one dish, and two people who want it. */
const begin = async (portions: number) => {
  await openCanteen(cloud, true)
  await resident(cloud, wang, '王叔叔')
  await resident(cloud, zhao, '赵阿姨')
  dish = await saveDish(cloud, { price: 1000 })
  const plan = { cutOff: instantOf(today, '11:45'), counterPercent: 0 }
  service = await publish(cloud, { [dish]: portions }, plan)
}
const place = (openid: string, pay: 'counter' | 'wechat' = 'counter') =>
  eats(cloud, openid)('placeOrder', { service, lines: oneOf(dish), kind: 'eatIn', pay })
const meal = async () => (await documents<ServiceDoc>(cloud, 'meal_services', { _id: service }))[0]!
const left = async () => (await meal()).offers[dish]!.left
const recordOf = async (order: string) =>
  (await documents<OrderRecord>(cloud, 'meal_orders', { _id: order }))[0]!

interface Held {
  procedure?: string
  collection: 'meal_services' | 'meal_orders'
}

/** Holds the first write of one act until another has happened. */
const meeting = async <A, B>(held: Held, one: () => Promise<A>, other: () => Promise<B>) => {
  await cloud.fault({ action: 'database.modifyDocument', kind: 'pause', ...held })
  const first = one()
  await cloud.paused()
  const second = await other()
  await cloud.resume()
  return [await first, second] as const
}
const atService = (procedure: string): Held => ({
  procedure: `canteen.${procedure}`,
  collection: 'meal_services',
})

interface Race {
  meet: () => Promise<unknown>
  sound: unknown
  damage: unknown
}

const races: Readonly<Record<string, Race>> = {
  'two orders of the last portion': {
    meet: async () => {
      await begin(1)
      const codes = await meeting(
        atService('placeOrder'),
        () => codeOf(place(wang)),
        () => codeOf(place(zhao)),
      )
      return { codes, left: await left() }
    },
    sound: { codes: ['SoldOut', 'ok'], left: 0 },
    damage: { codes: ['ok', 'ok'], left: -1 },
  },

  'an order grows by the last portion, and another takes it': {
    meet: async () => {
      await begin(2)
      const { order } = await place(wang)
      const more = {
        ...{ order: order.id, lines: [{ dish, portions: 2 }], kind: 'eatIn' as const },
      }
      const codes = await meeting(
        atService('changeOrder'),
        () => codeOf(eats(cloud, wang)('changeOrder', more)),
        () => codeOf(place(zhao)),
      )
      return { codes, left: await left() }
    },
    sound: { codes: ['SoldOut', 'ok'], left: 0 },
    damage: { codes: ['ok', 'ok'], left: -1 },
  },

  'an order, and the end of ordering': {
    meet: async () => {
      await begin(5)
      const codes = await meeting(
        atService('placeOrder'),
        () => codeOf(place(wang)),
        () => codeOf(eats(cloud, cook)('closeEarly', { service })),
      )
      return { codes, orders: Object.keys((await meal()).claims).length }
    },
    sound: { codes: ['OrderingClosed', 'ok'], orders: 0 },
    damage: { codes: ['ok', 'ok'], orders: 1 },
  },

  'a plan is saved, and a dish is sold out': {
    meet: async () => {
      await begin(5)
      const codes = await meeting(
        atService('saveService'),
        () =>
          codeOf(
            eats(cloud, cook)('saveService', {
              service,
              draft: lunch({ [dish]: 7 }, { cutOff: instantOf(today, '11:45') }),
            }),
          ),
        () => codeOf(eats(cloud, helper)('setSoldOut', { service, dish, soldOut: true })),
      )
      const { soldOut, portions } = (await meal()).offers[dish]!
      return { codes, soldOut, portions }
    },
    sound: { codes: ['ok', 'ok'], soldOut: true, portions: 7 },
    damage: { codes: ['ok', 'ok'], soldOut: false, portions: 7 },
  },

  'two phones hand one meal over': {
    meet: async () => {
      await begin(5)
      const { order } = await place(wang)
      await clock(cloud, '11:00')
      const hand = (openid: string) =>
        codeOf(eats(cloud, openid)('serve', { service, order: order.id, paidBy: 'cash' }))
      return meeting(
        atService('serve'),
        () => hand(cook),
        () => hand(helper),
      )
    },
    sound: ['AlreadyServed', 'ok'],
    damage: ['ok', 'ok'],
  },

  'an order is cancelled, and handed over': {
    meet: async () => {
      await begin(5)
      const { order } = await place(wang)
      await clock(cloud, '11:00')
      const codes = await meeting(
        atService('cancelOrder'),
        () => codeOf(eats(cloud, wang)('cancelOrder', { order: order.id })),
        () => codeOf(eats(cloud, cook)('serve', { service, order: order.id, paidBy: 'cash' })),
      )
      return { codes, left: await left() }
    },
    sound: { codes: ['NotChangeable', 'ok'], left: 4 },
    damage: { codes: ['ok', 'ok'], left: 5 },
  },

  'a scan from a phone without a network, and the end of the meal': {
    meet: async () => {
      await begin(5)
      const { order } = await place(wang)
      await cloud.timer('jobs')
      await clock(cloud, '13:05')
      const scan = {
        ...{ service, order: order.id, paidBy: 'cash' as const, nonce: 'nonce-of-a-late-scan' },
        scannedAt: instantOf(today, '12:00'),
      }
      await meeting(
        { collection: 'meal_services' },
        () => cloud.timer('jobs'),
        () => eats(cloud, cook)('serve', scan),
      )
      const { state, handed } = (await meal()).claims[order.id]!
      return { state, handed: handed !== null }
    },
    sound: { state: 'served', handed: true },
    damage: { state: 'notCollected', handed: false },
  },

  'a paid order is cancelled, and a part of its price goes back': {
    meet: async () => {
      await begin(5)
      const { order, payment } = await place(wang, 'wechat')
      await cloud.pay(wang, payment!.package)
      const back = { order: order.id, amount: 400, because: '少了一份' }
      const codes = await meeting(
        { procedure: 'canteen.refund', collection: 'meal_orders' },
        () => codeOf(eats(cloud, cook)('refund', back)),
        () => codeOf(eats(cloud, wang)('cancelOrder', { order: order.id })),
      )
      const { refunds } = await recordOf(order.id)
      return { codes, back: refunds.map(({ amount }) => amount) }
    },
    sound: { codes: ['MoreThanPaid', 'ok'], back: [1000] },
    // What WeChat sends back is more than what is written down.
    damage: { codes: ['ok', 'ok'], back: [400] },
  },

  'a part of its price goes back, while a paid order is being cancelled': {
    meet: async () => {
      await begin(5)
      const { order, payment } = await place(wang, 'wechat')
      await cloud.pay(wang, payment!.package)
      const back = { order: order.id, amount: 400, because: '少了一份' }
      await cloud.fault({
        ...{ action: 'database.modifyDocument', kind: 'pause', skip: 1 },
        ...{ procedure: 'canteen.cancelOrder', collection: 'meal_orders' },
      })
      const cancelling = codeOf(eats(cloud, wang)('cancelOrder', { order: order.id }))
      await cloud.paused()
      const given = await codeOf(eats(cloud, cook)('refund', back))
      await cloud.resume()
      const codes = [await cancelling, given]
      const { refunds } = await recordOf(order.id)
      return { codes, back: refunds.map(({ amount }) => amount) }
    },
    sound: { codes: ['ok', 'ok'], back: [400, 600] },
    damage: { codes: ['ok', 'ok'], back: [1000] },
  },

  'the time to pay is over, and the payment arrives': {
    meet: async () => {
      await begin(5)
      const { order, payment } = await place(wang, 'wechat')
      await cloud.timer('jobs')
      await clock(cloud, '08:16')
      // WeChat did not hear that it is to be closed, and said that nothing was paid so far.
      await cloud.fault({ action: 'wx.wxPayApi', kind: 'error' })
      await meeting(
        { collection: 'meal_services' },
        () => cloud.timer('jobs'),
        async () => {
          await clock(cloud, '08:14')
          await cloud.pay(wang, payment!.package)
        },
      )
      const { state, paidBy } = (await meal()).claims[order.id]!
      return { state, paidBy, left: await left() }
    },
    sound: { state: 'placed', paidBy: 'wechat', left: 4 },
    damage: { state: 'expired', paidBy: null, left: 5 },
  },
}

describe.each(Object.entries(races))('%s', (_, { meet, sound, damage }) => {
  afterEach(() => cloud.stop())

  test('one of them notices', async () => {
    cloud = await startCanteen()
    expect(await meet()).toEqual(sound)
  })

  test('without guards neither does', async () => {
    cloud = await startCanteen({ functions: 'unguarded' })
    expect(await meet()).toEqual(damage)
  })
})
