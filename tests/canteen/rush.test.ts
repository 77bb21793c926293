import type { OutboxRow } from '@/cloudfunctions/notices/store'
import type { OrderRecord, ServiceDoc } from '@/cloudfunctions/canteen/store'
import type { Envelope } from '@/types/shared/envelope'
import { instantOf } from '@/types/shared/day'
import { crowdOf, seedCrowd } from '../activities/crowd'
import { CallFailed, startCloud, type TestCloud } from '../support/cloud'
import { meetingOn } from '../support/meeting'
import { codeOf, dl, resident, saturday, verify } from '../support/people'
import {
  clock,
  cook,
  documents,
  eats,
  helper,
  lunchOf,
  oneOf,
  openCanteen,
  publish,
  saveDish,
  startCanteen,
  today,
} from './kitchen'

jest.setTimeout(180_000)

// A minute before the cut-off: 150 phones, 40 portions of the dish everybody wants and 60 of soup, everybody taps twice.
// Whatever goes wrong on the way, 40 have a meal, the others are told that it is sold out, and all counts agree.

const crowd = crowdOf(150)
const again = ['TryAgain', 'Internal']

/** One tap, sent until it is answered: an order's id, or the code of a refusal. */
const tap = async (
  cloud: TestCloud,
  openid: string,
  service: string,
  dishes: readonly string[],
): Promise<string> => {
  for (let round = 0; round < 40; round++) {
    try {
      const envelope = await cloud.call<Envelope<{ order: { id: string } }>>(openid, 'canteen', {
        procedure: 'placeOrder',
        centre: dl,
        input: {
          key: `${service.slice(-9)}-${openid}-tap`,
          service,
          lines: oneOf(...dishes),
          kind: 'eatIn',
          pay: 'counter',
        },
      })
      if (envelope.ok) return envelope.value.order.id
      if (!again.includes(envelope.error.code)) return envelope.error.code
    } catch (error) {
      // The cloud gave up on the call, or the connection did not last.
      if (!(error instanceof CallFailed || error instanceof TypeError)) throw error
    }
  }
  throw new Error(`a tap of ${openid} was never answered`)
}

const rush = async (cloud: TestCloud, service: string, dishes: readonly string[]) => {
  const answers = await Promise.all(
    crowd.map((openid) => Promise.all([1, 2].map(() => tap(cloud, openid, service, dishes)))),
  )
  for (const both of answers) expect(new Set(both).size).toBe(1)
  return answers.map(([one]) => one!)
}

/** What everybody was told agrees with the portions, the orders and their records. */
const expectAgree = async (cloud: TestCloud, service: string, answers: readonly string[]) => {
  const sold = answers.filter((answer) => answer.startsWith(`${dl}_o`))
  expect(sold).toHaveLength(40)
  expect(answers.filter((answer) => answer === 'SoldOut')).toHaveLength(110)
  const [meal] = await documents<ServiceDoc>(cloud, 'meal_services', { _id: service })
  expect(Object.values(meal!.offers).map(({ left }) => left)).toEqual([0, 20])
  expect(Object.keys(meal!.claims).sort()).toEqual([...sold].sort())
  expect(meal).toMatchObject({ owes: false, orders: 40 })
  expect(Object.values(meal!.claims).every(({ owed, price }) => !owed && !price)).toBe(true)
  const records = await documents<OrderRecord>(cloud, 'meal_orders', { service })
  expect(records.map(({ _id, state }) => `${_id} ${state}`).sort()).toEqual(
    sold.map((id) => `${id} placed`).sort(),
  )
  const rows = await documents<OutboxRow>(cloud, 'outbox', { event: 'mealOrdered' })
  expect(
    rows
      .map(({ thing }) => thing)
      .filter((thing) => thing && sold.includes(thing))
      .sort(),
  ).toEqual([...sold].sort())
}

describe('a minute before the cut-off', () => {
  let cloud: TestCloud
  let day = 21
  const fault = { procedure: 'canteen.placeOrder', times: 1 } as const

  beforeAll(async () => {
    cloud = await startCanteen()
    await seedCrowd(cloud, crowd)
  })
  afterAll(() => cloud.stop())

  const open = async () => {
    const on = `2026-11-${++day}`
    const popular = await saveDish(cloud, { name: '红烧肉', price: 1000 })
    const soup = await saveDish(cloud, { name: '例汤', price: 300 })
    const service = await publish(
      cloud,
      { [popular]: 40, [soup]: 60 },
      { day: on, cutOff: instantOf(on, '10:00'), counterPercent: 0 },
    )
    return { service, dishes: [popular, soup] }
  }
  let minutes = 0
  const sweep = async () => {
    await cloud.clearFaults()
    await clock(cloud, `08:${String((minutes += 5)).padStart(2, '0')}`)
    await cloud.timer('jobs')
  }
  const run = async () => {
    const { service, dishes } = await open()
    const answers = await rush(cloud, service, dishes)
    await sweep()
    await expectAgree(cloud, service, answers)
  }

  test('every portion is sold once', run)

  test('also when replies are lost on the way back', async () => {
    for (let n = 0; n < 8; n++) {
      const [write, insert] = ['database.modifyDocument', 'database.insertDocument']
      await cloud.fault({ ...fault, action: write, kind: 'lostReply', skip: n * 4 })
      await cloud.fault({ ...fault, action: insert, kind: 'lostReply', skip: n * 4 })
    }
    await run()
  })

  test('also when documents are busy', async () => {
    await cloud.fault({ ...fault, action: 'write', kind: 'busy', times: 60 })
    await run()
  })

  test('also when instances die between any two writes', async () => {
    for (let n = 0; n < 16; n++)
      await cloud.fault({
        ...fault,
        action: 'write',
        kind: 'crash',
        skip: n * 3,
        after: n % 2 === 0,
      })
    await run()
  })
})

describe('two at once', () => {
  let cloud: TestCloud
  const wang = 'o-wang'
  let service = ''
  let dishes: string[] = []
  const times = 6

  beforeAll(async () => {
    cloud = await startCanteen()
    await openCanteen(cloud, true)
    await resident(cloud, wang, '王叔叔')
    ;({ service, dishes } = await lunchOf(cloud, [1000], { cutOff: instantOf(today, '11:30') }, 60))
    await clock(cloud, '11:00')
  })
  afterAll(() => cloud.stop())

  // A person has ten orders of a meal at most, so each round is somebody else's.
  let people = 0
  const someone = async (): Promise<string> => {
    const openid = `o-someone-${++people}`
    await resident(cloud, openid, `某某${people}`)
    return openid
  }
  const place = (openid: string, pay: 'counter' | 'wechat' = 'counter') =>
    eats(cloud, openid)('placeOrder', { service, lines: oneOf(...dishes), kind: 'eatIn', pay })
  const left = async () => {
    const [meal] = await documents<ServiceDoc>(cloud, 'meal_services', { _id: service })
    return meal!.offers[dishes[0]!]!.left
  }

  test('two phones hand one meal over once', async () => {
    for (let i = 0; i < times; i++) {
      const { order } = await place(await someone())
      const hand = (openid: string) =>
        codeOf(eats(cloud, openid)('serve', { service, order: order.id, paidBy: 'cash' }))
      expect((await Promise.all([hand(cook), hand(helper)])).sort()).toEqual([
        'AlreadyServed',
        'ok',
      ])
    }
  })

  test('an order is cancelled or handed over, not both', async () => {
    for (let i = 0; i < times; i++) {
      const openid = await someone()
      const { order } = await place(openid)
      const before = await left()
      const [cancelled, served] = await Promise.all([
        codeOf(eats(cloud, openid)('cancelOrder', { order: order.id })),
        codeOf(eats(cloud, cook)('serve', { service, order: order.id, paidBy: 'cash' })),
      ])
      expect([
        ['ok', 'Cancelled'],
        ['NotChangeable', 'ok'],
      ]).toContainEqual([cancelled, served])
      expect(await left()).toBe(cancelled === 'ok' ? before + 1 : before)
      const { state } = await eats(cloud, openid)('order', { order: order.id })
      expect(state).toBe(cancelled === 'ok' ? 'cancelled' : 'served')
    }
  })

  test('two orders of one elder at once use her discount once', async () => {
    for (let i = 0; i < times; i++) {
      const openid = `o-elder-${i}`
      const { id } = await resident(cloud, openid, `奶奶${i}`)
      await verify(cloud, id, '1942-03-01')
      const orders = await Promise.all([place(openid), place(openid)])
      expect(orders.map(({ order }) => order.pays).sort()).toEqual([1000, 600])
    }
  })

  test('the last portion of the counter is sold by one of two cooks', async () => {
    for (let i = 0; i < times; i++) {
      const last = await saveDish(cloud, { name: '最后一份', price: 500 })
      const supper = await publish(
        cloud,
        { [last]: 1 },
        {
          meal: 'dinner',
          day: today,
          startsAt: '11:00',
          endsAt: '11:50',
          cutOff: instantOf(today, '10:00'),
          counterPercent: 100,
        },
      )
      const sell = (openid: string) =>
        codeOf(
          eats(cloud, openid)('counterSale', {
            service: supper,
            lines: oneOf(last),
            paidBy: 'cash',
          }),
        )
      expect((await Promise.all([sell(cook), sell(helper)])).sort()).toEqual(['SoldOut', 'ok'])
      await eats(cloud, cook)('callOffService', { service: supper, because: '下一轮' })
    }
  })

  test('two refunds at once never give back more than was paid', async () => {
    for (let i = 0; i < times; i++) {
      const { order } = await place(await someone())
      await eats(cloud, cook)('markPaid', { order: order.id, paidBy: 'card' })
      const back = (openid: string) =>
        codeOf(eats(cloud, openid)('refund', { order: order.id, amount: 700, because: '不好' }))
      expect((await Promise.all([back(cook), back(helper)])).sort()).toEqual(['MoreThanPaid', 'ok'])
    }
  })

  test('a payment and a cancellation at once leave an order that is paid, or money that goes back', async () => {
    for (let i = 0; i < times; i++) {
      const openid = await someone()
      const { order, payment } = await place(openid, 'wechat')
      const before = await left()
      await Promise.all([
        cloud.pay(openid, payment!.package),
        eats(cloud, openid)('cancelOrder', { order: order.id }),
      ])
      const [record] = await documents<OrderRecord>(cloud, 'meal_orders', { _id: order.id })
      expect(record!.state).toBe('cancelled')
      expect(record!.refunds).toMatchObject([{ amount: 1000 }])
      expect(await left()).toBe(before + 1)
    }
  })
})

describe('the same without guards', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startCloud({ functions: 'canteenControls', now: saturday })
  })
  afterAll(() => cloud.stop())

  const call = async (procedure: string, input: object): Promise<boolean> =>
    (await cloud.call<{ ok: boolean }>('o-anybody', 'canteen', { procedure, input })).ok

  test('more is sold than there is', async () => {
    await call('open', { service: 'dl_srush', order: '', portions: 40 })
    const order = (openid: string) =>
      call('placeOrder', { service: 'dl_srush', order: `dl_o${openid}` })
    // Whoever looked first writes last.
    const [early = '', ...others] = crowd
    const [first, sold] = await meetingOn(() => cloud)(
      { collection: 'portions' },
      () => order(early),
      () => Promise.all(others.map(order)),
    )
    expect([first, ...sold].filter(Boolean).length).toBeGreaterThan(40)
  })
})
