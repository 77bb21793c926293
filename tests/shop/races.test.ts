import { instantOf } from '@/types/shared/day'
import { mostPurchases } from '@/types/shared/shopLimits'
import type { TestCloud } from '../support/cloud'
import { meetingOn } from '../support/meeting'
import type { AidDoc, PurchaseDoc, StocktakingDoc } from '@/cloudfunctions/shop/store'
import { codeOf, newKey, resident, staffId, staffOf } from '../support/people'
import { crowd, rush } from '../volunteers/crowd'
import {
  clock,
  counts,
  documents,
  draft,
  expectAgreement,
  give,
  goodsNow,
  keeper,
  linesOf,
  linesToCount,
  pointsOf,
  rich,
  second,
  shops,
  startShop,
  stocked,
  today,
} from './counter'

jest.setTimeout(120_000)

// Two acts meet in the worst order there is: one has read and decided, the other happens whole, then the first writes.
// The product notices; the same product without the guards of its writes does the damage that is named here.

let cloud: TestCloud
let goods = ''
let wang = ''
let zhao = ''

/** So many of one kind of goods, and two people with so many points each. */
const begin = async (quantity: number, points = 100, perMonth: number | null = null) => {
  wang = (await resident(cloud, 'o-wang', '王大爷')).id
  zhao = (await resident(cloud, 'o-zhao', '赵阿姨')).id
  await give(cloud, wang, points)
  await give(cloud, zhao, points)
  goods = await stocked(cloud, quantity, { perMonth })
}

const one = { quantity: 1, expected: 30 }
const orders = (openid: string, of = goods) => shops(cloud, openid)('order', { goods: of, ...one })
const redeems = (openid: string, person: string, of = goods) =>
  shops(cloud, openid)('redeem', { goods: of, person, ...one })
const left = async () => (await goodsNow(cloud, goods)).left

const meeting = meetingOn(() => cloud)
const atGoods = (procedure: string) => ({ procedure: `shop.${procedure}`, collection: 'goods' })

const purchaseStates = async () =>
  (await documents<PurchaseDoc>(cloud, 'purchases', { person: wang })).map(({ state }) => state)

interface Race {
  meet: () => Promise<unknown>
  sound: unknown
  damage: unknown
}

const races: Readonly<Record<string, Race>> = {
  'two phones order the last one': {
    meet: async () => {
      await begin(1)
      const codes = await meeting(
        atGoods('order'),
        () => codeOf(orders('o-wang')),
        () => codeOf(orders('o-zhao')),
      )
      return { codes, left: await left() }
    },
    sound: { codes: ['NotEnoughLeft', 'ok'], left: 0 },
    damage: { codes: ['ok', 'ok'], left: -1 },
  },

  'a phone orders the last one, and the counter sells it': {
    meet: async () => {
      await begin(1)
      const codes = await meeting(
        atGoods('order'),
        () => codeOf(orders('o-wang')),
        () => codeOf(shops(cloud, keeper)('sell', { goods, quantity: 1, expected: 2500 })),
      )
      return { codes, left: await left() }
    },
    sound: { codes: ['NotEnoughLeft', 'ok'], left: 0 },
    damage: { codes: ['ok', 'ok'], left: -1 },
  },

  'the last points, from two phones for two kinds of goods': {
    meet: async () => {
      await begin(5, 30)
      const other = await stocked(cloud, 5, { name: '面粉' })
      const codes = await meeting(
        { procedure: 'shop.order', collection: 'hours_balances' },
        () => codeOf(orders('o-wang')),
        () => codeOf(redeems(keeper, wang, other)),
      )
      return {
        codes,
        left: [await left(), (await goodsNow(cloud, other)).left],
        points: await pointsOf(cloud, wang),
      }
    },
    sound: { codes: ['NotEnoughPoints', 'ok'], left: [5, 4], points: 0 },
    damage: { codes: ['ok', 'ok'], left: [4, 4], points: -30 },
  },

  'the last of the month, from two counters': {
    meet: async () => {
      await begin(5, 100, 1)
      const codes = await meeting(
        atGoods('redeem'),
        () => codeOf(redeems(keeper, wang)),
        () => codeOf(redeems(second, wang)),
      )
      return { codes, points: await pointsOf(cloud, wang) }
    },
    sound: { codes: ['MonthlyLimit', 'ok'], points: 70 },
    damage: { codes: ['ok', 'ok'], points: 40 },
  },

  'two keepers hand over one order': {
    meet: async () => {
      await begin(3)
      const { id: order } = await orders('o-wang')
      await shops(cloud, 'o-wang')('mine', {})
      const codes = await meeting(
        atGoods('handOver'),
        () => codeOf(shops(cloud, keeper)('handOver', { goods, order })),
        () => codeOf(shops(cloud, second)('handOver', { goods, order })),
      )
      return { codes, kept: (await goodsNow(cloud, goods)).kept }
    },
    sound: { codes: ['NotWaiting', 'ok'], kept: 0 },
    damage: { codes: ['ok', 'ok'], kept: -1 },
  },

  'an order is handed over, and given back': {
    meet: async () => {
      await begin(3)
      const { id: order } = await orders('o-wang')
      await shops(cloud, 'o-wang')('mine', {})
      const codes = await meeting(
        atGoods('handOver'),
        () => codeOf(shops(cloud, keeper)('handOver', { goods, order })),
        () => codeOf(shops(cloud, 'o-wang')('cancelOrder', { goods, order })),
      )
      const { left, kept } = await goodsNow(cloud, goods)
      return { codes, left, kept }
    },
    sound: { codes: ['NotWaiting', 'ok'], left: 3, kept: 0 },
    damage: { codes: ['ok', 'ok'], left: 3, kept: -1 },
  },

  'two keepers take one sale back': {
    meet: async () => {
      await begin(3)
      const sale = { goods, quantity: 1, expected: 2500 }
      const { entry } = await shops(cloud, keeper)('sell', sale)
      const back = (openid: string) => shops(cloud, openid)('reverse', { entry, because: '退货' })
      const codes = await meeting(
        atGoods('reverse'),
        () => codeOf(back(keeper)),
        () => codeOf(back(second)),
      )
      return { codes, left: await left() }
    },
    sound: { codes: ['AlreadyReversed', 'ok'], left: 3 },
    damage: { codes: ['ok', 'ok'], left: 4 },
  },

  'what was lent is brought back, and taken back as a mistake': {
    meet: async () => {
      await begin(3)
      const lent = { goods, quantity: 1, person: wang, because: '出院了' }
      const { entry } = await shops(cloud, keeper)('handOut', { ...lent, as: 'convenienceService' })
      const codes = await meeting(
        atGoods('takeBack'),
        () => codeOf(shops(cloud, keeper)('takeBack', { entry, quantity: 1 })),
        () => codeOf(shops(cloud, second)('reverse', { entry, because: '记错' })),
      )
      return { codes, left: await left() }
    },
    sound: { codes: ['AlreadyReversed', 'ok'], left: 3 },
    damage: { codes: ['ok', 'ok'], left: 4 },
  },

  'the last one is approved as aid, and ordered': {
    meet: async () => {
      await begin(1)
      const need = { person: zhao, goods, quantity: 1, because: '断粮' }
      const { id: aid } = await shops(cloud, keeper)('askAid', need)
      const codes = await meeting(
        atGoods('decideAid'),
        () => codeOf(shops(cloud, staffOf.centreStaff)('decideAid', { aid, approve: true })),
        () => codeOf(orders('o-wang')),
      )
      return { codes, left: await left() }
    },
    sound: { codes: ['NotEnoughLeft', 'ok'], left: 0 },
    damage: { codes: ['ok', 'ok'], left: -1 },
  },

  'aid is approved, and refused': {
    meet: async () => {
      await begin(1)
      const need = { person: zhao, goods, quantity: 1, because: '断粮' }
      const { id: aid } = await shops(cloud, keeper)('askAid', need)
      const decides = (approve: boolean) =>
        shops(cloud, staffOf.centreStaff)('decideAid', { aid, approve })
      const codes = await meeting(
        { procedure: 'shop.decideAid', collection: 'aid_requests' },
        () => codeOf(decides(true)),
        () => codeOf(decides(false)),
      )
      const [{ state } = { state: null }] = await documents<AidDoc>(cloud, 'aid_requests', {
        _id: aid,
      })
      return { codes, state, left: await left() }
    },
    sound: { codes: ['AlreadyDecided', 'ok'], state: 'refused', left: 1 },
    damage: { codes: ['ok', 'ok'], state: 'approved', left: 0 },
  },

  'an order is handed over, and lapses': {
    meet: async () => {
      await begin(3)
      const { id: order } = await orders('o-wang')
      await shops(cloud, 'o-wang')('mine', {})
      const [code] = await meeting(
        atGoods('handOver'),
        () => codeOf(shops(cloud, keeper)('handOver', { goods, order })),
        async () => {
          await clock(cloud, '09:00', 9)
          await cloud.timer('jobs')
        },
      )
      const { left, kept } = await goodsNow(cloud, goods)
      return { code, left, kept, points: await pointsOf(cloud, wang) }
    },
    sound: { code: 'NotWaiting', left: 3, kept: 0, points: 100 },
    damage: { code: 'ok', left: 3, kept: -1, points: 100 },
  },

  'something is bought, and called off': {
    meet: async () => {
      await begin(1)
      const mine = shops(cloud, 'o-wang')
      const { id: purchase } = await mine('askPurchase', { what: '电池', most: null })
      const codes = await meeting(
        { procedure: 'shop.markBought', collection: 'purchases' },
        () => codeOf(shops(cloud, keeper)('markBought', { purchase, fen: 900 })),
        () => codeOf(mine('cancelPurchase', { purchase })),
      )
      return { codes, states: await purchaseStates() }
    },
    sound: { codes: ['NotOpen', 'ok'], states: ['cancelled'] },
    damage: { codes: ['ok', 'ok'], states: ['bought'] },
  },

  'two phones ask for the last thing that may be bought': {
    meet: async () => {
      await begin(1)
      const asks = () => codeOf(shops(cloud, 'o-wang')('askPurchase', { what: '电池', most: null }))
      for (let n = 1; n < mostPurchases; n++) await asks()
      const codes = await meeting(
        {
          ...{ procedure: 'shop.askPurchase', collection: 'purchases' },
          action: 'database.insertDocument',
        },
        asks,
        asks,
      )
      return { codes, open: (await purchaseStates()).length }
    },
    sound: { codes: ['TooManyOpen', 'ok'], open: mostPurchases },
    damage: { codes: ['ok', 'ok'], open: mostPurchases + 1 },
  },

  'two edit one kind of goods': {
    meet: async () => {
      await begin(1)
      const edit = (openid: string, points: number) =>
        shops(cloud, openid)('saveGoods', { goods, edition: 1, draft: draft({ points }) })
      const codes = await meeting(
        atGoods('saveGoods'),
        () => codeOf(edit(keeper, 40)),
        () => codeOf(edit(second, 20)),
      )
      return { codes, points: (await goodsNow(cloud, goods)).points }
    },
    sound: { codes: ['ChangedMeanwhile', 'ok'], points: 20 },
    damage: { codes: ['ok', 'ok'], points: 40 },
  },

  'two count one kind of goods, the later one first': {
    meet: async () => {
      await begin(5)
      const { id: stocktaking } = await shops(cloud, keeper)('startStocktaking', {})
      await clock(cloud, '20:00')
      const count = (openid: string, counted: number, time: string) =>
        counts(cloud, openid, { stocktaking, goods, counted, countedAt: instantOf(today, time) })
      await meeting(
        { procedure: 'shop.countGoods', collection: 'stocktakings' },
        () => count(keeper, 3, '19:10'),
        () => count(second, 4, '19:20'),
      )
      const [document] = await documents<StocktakingDoc>(cloud, 'stocktakings', {
        _id: stocktaking,
      })
      return { counted: document?.lines[goods]?.counted }
    },
    sound: { counted: 4 },
    damage: { counted: 3 },
  },

  'two close one stock-taking': {
    meet: async () => {
      await begin(5)
      const keeps = shops(cloud, keeper)
      const { id: stocktaking } = await keeps('startStocktaking', {})
      for (const { goods: of } of await linesToCount(cloud, stocktaking))
        await counts(cloud, keeper, {
          stocktaking,
          goods: of.id,
          counted: of.id === goods ? 3 : (await goodsNow(cloud, of.id)).left,
        })
      const close = (openid: string) => shops(cloud, openid)('closeStocktaking', { stocktaking })
      await meeting(
        { procedure: 'shop.closeStocktaking', collection: 'stocktakings' },
        () => codeOf(close(second)),
        () => codeOf(close(staffOf.centreStaff)),
      )
      const entries = await linesOf(cloud, goods)
      const [{ closedBy } = { closedBy: null }] = await documents<StocktakingDoc>(
        cloud,
        'stocktakings',
        { _id: stocktaking },
      )
      return {
        closedBy,
        left: await left(),
        differences: entries.filter(({ movement }) => movement === 'stocktaking').length,
      }
    },
    sound: { closedBy: staffId(staffOf.centreStaff), left: 3, differences: 1 },
    // The entries have ids of their own: without the guard of the closing, it is said of the wrong one.
    damage: { closedBy: staffId(second), left: 3, differences: 1 },
  },
}

describe('the product', () => {
  beforeEach(async () => {
    cloud = await startShop()
  })
  afterEach(() => cloud.stop())

  test.each(Object.entries(races))('%s', async (_, { meet, sound }) => {
    expect(await meet()).toEqual(sound)
    await expectAgreement(cloud, goods)
  })
})

describe('without the guards of its writes', () => {
  beforeEach(async () => {
    cloud = await startShop({ functions: 'unguarded' })
  })
  afterEach(() => cloud.stop())

  test.each(Object.entries(races))('%s', async (_, { meet, damage }) => {
    expect(await meet()).toEqual(damage)
  })
})

test('twelve phones and five left: five orders, each paid once, and nothing below zero', async () => {
  cloud = await startShop()
  try {
    const ids = await Promise.all(crowd.map((openid, n) => rich(cloud, openid, `某某${n + 1}`, 30)))
    goods = await stocked(cloud, 5)
    const keys = new Map(crowd.map((openid) => [openid, newKey()]))
    const answers = await rush(async (openid) => {
      const tap = { key: keys.get(openid)!, goods, ...one }
      const code = await codeOf(shops(cloud, openid)('order', tap))
      return code === 'TryAgain' ? null : code
    })
    expect(answers.filter((code) => code === 'ok')).toHaveLength(5)
    expect(new Set(answers)).toEqual(new Set(['ok', 'NotEnoughLeft']))
    const points = await Promise.all(ids.map((id) => pointsOf(cloud, id)))
    expect(points.reduce((sum, each) => sum + each, 0)).toBe(12 * 30 - 5 * 30)
    expect(await expectAgreement(cloud, goods)).toMatchObject({ left: 0, kept: 5 })
  } finally {
    await cloud.stop()
  }
})
