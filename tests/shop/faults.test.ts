import type { PurchaseDoc, ShopOrderRecord, StocktakingDoc } from '@/cloudfunctions/shop/store'
import type { Fault } from '@/emulator/control/faults'
import { instantOf } from '@/types/shared/day'
import type { TestCloud } from '../support/cloud'
import { jingHome, newKey, Refused, resident, staffOf } from '../support/people'
import {
  counts,
  documents,
  draft,
  expectAgreement,
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

jest.setTimeout(300_000)

// Whichever write of an act gets lost, is busy, or is the last of an instance that dies: the same tap sent again finds
// what it did, and afterwards points, stock, ledger and records agree.

let cloud: TestCloud
let goods = ''
let people = 0
let months = 0
let at = instantOf(today, '08:00')

beforeAll(async () => {
  cloud = await startShop()
  goods = await stocked(cloud, 9_000)
})
afterEach(() => cloud.clearFaults())
afterAll(() => cloud.stop())

const later = async (minutes: number): Promise<void> => {
  at += minutes * 60_000
  await cloud.clock(new Date(at).toISOString())
}

const someone = async (points = 100): Promise<{ openid: string; id: string }> => {
  const openid = `o-someone-${++people}`
  return { openid, id: await rich(cloud, openid, `某某${people}`, points) }
}
const keeps = () => shops(cloud, keeper)
const left = async () => (await goodsNow(cloud, goods)).left
const two = { quantity: 2, expected: 60 }

interface Run {
  /** Can be sent again; what came before it happened undisturbed. */
  act: () => Promise<unknown>
  /** What is so afterwards. */
  check: () => Promise<void>
}

const acts: Readonly<Record<string, (key: string) => Promise<Run>>> = {
  order: async (key) => {
    const { openid, id } = await someone()
    const before = await left()
    return {
      act: () => shops(cloud, openid)('order', { key, goods, ...two }),
      check: async () => {
        expect([await pointsOf(cloud, id), before - (await left())]).toEqual([40, 2])
        expect((await shops(cloud, openid)('mine', {})).orders.items).toMatchObject([
          { state: 'waiting', points: 60 },
        ])
      },
    }
  },
  'order, without the points for it': async (key) => {
    const { openid, id } = await someone(59)
    const before = await left()
    return {
      act: () =>
        shops(cloud, openid)('order', { key, goods, ...two }).then(
          () => {
            throw new Error('ordered without points')
          },
          (error: unknown) => {
            if (!(error instanceof Refused && error.code === 'NotEnoughPoints')) throw error
          },
        ),
      check: async () => {
        expect([await pointsOf(cloud, id), before - (await left())]).toEqual([59, 0])
        expect((await shops(cloud, openid)('mine', {})).orders.items).toEqual([])
      },
    }
  },
  redeem: async (key) => {
    const { id } = await someone()
    const before = await left()
    return {
      act: () => keeps()('redeem', { key, person: id, goods, ...two }),
      check: async () =>
        expect([await pointsOf(cloud, id), before - (await left())]).toEqual([40, 2]),
    }
  },
  cancelOrder: async (key) => {
    const { openid, id } = await someone()
    const { id: order } = await shops(cloud, openid)('order', { goods, ...two })
    const before = await left()
    return {
      act: () => shops(cloud, openid)('cancelOrder', { key, goods, order }),
      check: async () => {
        await sweeps()
        expect([await pointsOf(cloud, id), (await left()) - before]).toEqual([100, 2])
        expect(
          (await documents<ShopOrderRecord>(cloud, 'shop_orders', { _id: order }))[0]?.state,
        ).toBe('cancelled')
      },
    }
  },
  handOver: async (key) => {
    const { openid, id } = await someone()
    const { id: order } = await shops(cloud, openid)('order', { goods, ...two })
    const before = await left()
    return {
      act: () => keeps()('handOver', { key, goods, order }),
      check: async () => {
        expect([await pointsOf(cloud, id), (await left()) - before]).toEqual([40, 0])
        expect((await linesOf(cloud, goods)).filter(({ _id }) => _id === order)).toMatchObject([
          { quantity: -2, points: 60 },
        ])
      },
    }
  },
  'reverse, of what was redeemed': async (key) => {
    const { id } = await someone()
    const { entry } = await keeps()('redeem', { person: id, goods, ...two })
    const before = await left()
    return {
      act: () => keeps()('reverse', { key, entry, because: '拿错了' }),
      check: async () => {
        await sweeps()
        expect([await pointsOf(cloud, id), (await left()) - before]).toEqual([100, 2])
      },
    }
  },
  'sell, with something left for others': async (key) => {
    const before = await left()
    return {
      act: () => keeps()('sell', { key, goods, quantity: 3, leaves: 1, expected: 7500 }),
      check: async () => expect(before - (await left())).toBe(2),
    }
  },
  'decideAid and giveAid': async (key) => {
    const { id: person } = await resident(cloud, `o-need-${++people}`, '刘爷爷', {
      home: jingHome(),
    })
    const { id: aid } = await keeps()('askAid', { person, goods, quantity: 1, because: '断粮' })
    const before = await left()
    return {
      act: async () => {
        const decision = { key, aid, approve: true }
        await shops(cloud, staffOf.jingStaff)('decideAid', decision)
        await keeps()('giveAid', { key, aid })
      },
      check: async () => {
        expect(before - (await left())).toBe(1)
        expect((await linesOf(cloud, goods)).filter(({ _id }) => _id === aid)).toHaveLength(1)
      },
    }
  },
  takeIn: async (key) => {
    const before = await left()
    return {
      act: () => keeps()('takeIn', { key, goods, quantity: 2, giverName: '友好小学' }),
      check: async () => expect((await left()) - before).toBe(2),
    }
  },
  'takeBack, of what was handed out': async (key) => {
    const { id: person } = await someone(0)
    const lent = { goods, quantity: 1, person, as: 'convenienceService', because: '出院' } as const
    const before = await left()
    const { entry } = await keeps()('handOut', lent)
    return {
      act: () => keeps()('takeBack', { key, entry, quantity: 1 }),
      check: async () => expect(await left()).toBe(before),
    }
  },
  saveGoods: async (key) => {
    const { id, edition } = await keeps()('saveGoods', { draft: draft({ name: '面粉' }) })
    return {
      act: () =>
        keeps()('saveGoods', {
          key,
          goods: id,
          edition,
          draft: draft({ name: '面粉', points: 7 }),
        }),
      check: async () =>
        expect(await goodsNow(cloud, id)).toMatchObject({ points: 7, edition: edition + 1 }),
    }
  },
  countGoods: async (key) => {
    const stocktaking = await counting()
    const [counted, countedAt] = [(await left()) - 1, at]
    const expected = await left()
    return {
      act: () => counts(cloud, keeper, { key, stocktaking, goods, counted, countedAt }),
      check: async () => {
        const where = { _id: stocktaking }
        const [document] = await documents<StocktakingDoc>(cloud, 'stocktakings', where)
        const { kept } = await goodsNow(cloud, goods)
        expect(document?.lines[goods]).toMatchObject({ counted, expected: expected + kept })
        await keeps()('sell', { goods, quantity: 1, expected: 2500 })
        await later(1)
      },
    }
  },
  closeStocktaking: async (key) => {
    const stocktaking = await counting()
    for (const line of await linesToCount(cloud, stocktaking)) {
      const one = await goodsNow(cloud, line.goods.id)
      const missing = one._id === goods ? 1 : 0
      const counted = one.left + one.kept - missing
      await counts(cloud, keeper, { stocktaking, goods: one._id, counted })
    }
    const before = await left()
    return {
      act: () => shops(cloud, second)('closeStocktaking', { key, stocktaking }),
      check: async () => {
        const { stocktaking: last } = await keeps()('stocktaking', {})
        expect(last).toMatchObject({ id: stocktaking, state: 'closed' })
        expect(before - (await left())).toBe(1)
      },
    }
  },
  markBought: async (key) => {
    const { openid } = await someone(0)
    const { id } = await shops(cloud, openid)('askPurchase', { what: '电池', most: null })
    return {
      act: () => keeps()('markBought', { key, purchase: id, fen: 900 }),
      check: async () => {
        const [purchase] = await documents<PurchaseDoc>(cloud, 'purchases', { _id: id })
        expect(purchase).toMatchObject({ state: 'bought', fen: 900, owes: false })
        const told = { event: 'purchaseBought', thing: id }
        expect(await documents(cloud, 'outbox', told)).toHaveLength(1)
      },
    }
  },
  publishStatement: async (key) => {
    const month = `20${10 + Math.floor(++months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
    return {
      act: () => shops(cloud, staffOf.centreStaff)('publishStatement', { key, month }),
      check: async () =>
        expect(await documents(cloud, 'shop_statements', { month })).toMatchObject([
          { key, movements: [] },
        ]),
    }
  },
  handOverPurchase: async (key) => {
    const { openid } = await someone()
    const { id } = await shops(cloud, openid)('askPurchase', { what: '电池', most: null })
    await keeps()('markBought', { purchase: id, fen: 900 })
    return {
      act: () => keeps()('handOverPurchase', { key, purchase: id, expected: 900 }),
      check: async () => {
        const lines = await documents<{ fen: number }>(cloud, 'stock_ledger', { _id: id })
        expect(lines).toMatchObject([{ fen: 900 }])
        const [purchase] = await documents<PurchaseDoc>(cloud, 'purchases', { _id: id })
        expect(purchase).toMatchObject({ state: 'handedOver', owes: false })
      },
    }
  },
}

/** A stock-taking that is going on. */
const counting = async (): Promise<string> => {
  const { stocktaking } = await keeps()('stocktaking', {})
  if (stocktaking?.state === 'open') return stocktaking.id
  return (await keeps()('startStocktaking', {})).id
}

/** The jobs, twice: a lease that died with its holder is free by then. */
const sweeps = async () => {
  for (let round = 0; round < 2; round++) {
    await later(16)
    await cloud.timer('jobs')
  }
}

/** Sends until it is answered. */
const untilAnswered = async (act: () => Promise<unknown>): Promise<void> => {
  for (let round = 0; round < 10; round++)
    try {
      await act()
      return
    } catch (error) {
      if (error instanceof Refused && !['TryAgain', 'Internal'].includes(error.code)) throw error
      if (error instanceof Error && error.message.startsWith('ordered without')) throw error
    }
  throw new Error('never answered')
}

const rounds = [
  () => ({ kind: 'crash', after: true }) as const,
  (write: number) => ({ kind: write % 2 === 0 ? 'lostReply' : 'busy' }) as const,
]

/** No act writes more often than this. */
const mostWrites = 25

test.each(Object.entries(acts))('%s', async (name, begin) => {
  const [procedure = ''] = name.split(/[ ,]/)
  for (const way of rounds) {
    let hit = true
    let writes = 0
    for (let skip = 0; hit && skip < mostWrites; skip++) {
      const { act, check } = await begin(newKey())
      const where: Partial<Fault> = { procedure: `shop.${procedure}` }
      await cloud.fault({ action: 'write', times: 1, skip, ...where, ...way(skip) })
      await untilAnswered(act)
      hit = (await cloud.faults()).length === 0
      if (hit) writes++
      await cloud.clearFaults()
      await check()
    }
    // Each write was disturbed, up to the first that there is not.
    expect(hit).toBe(false)
    expect(writes).toBeGreaterThan(0)
  }
  await sweeps()
  expect(await expectAgreement(cloud, goods)).toMatchObject({ open: {}, owes: false })
})

test('the sweep settles what nobody sent again: all of it, or nothing', async () => {
  const told: boolean[] = []
  for (const points of [100, 59])
    for (let skip = 0; skip < 3; skip++) {
      const { openid, id } = await someone(points)
      await sweeps()
      const before = await left()
      await cloud.fault({
        ...{ action: 'write', kind: 'crash', after: true, times: 1, skip },
        procedure: 'shop.order',
      })
      const answer = await shops(cloud, openid)('order', { goods, ...two }).catch(() => null)
      await cloud.clearFaults()
      await sweeps()
      const ordered = points === 100
      expect([await pointsOf(cloud, id), before - (await left())]).toEqual(
        ordered ? [40, 2] : [59, 0],
      )
      told.push(answer !== null)
      await expectAgreement(cloud, goods)
    }
  // Some were cut off, and some came through.
  expect(new Set(told)).toEqual(new Set([true, false]))
})
