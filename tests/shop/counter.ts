import { shop, type GoodsDraft } from '@/types/shop'
import type { BalanceDoc } from '@/cloudfunctions/volunteers/store'
import type { GoodsDoc, LedgerLine } from '@/cloudfunctions/shop/store'
import { addDays, instantOf } from '@/types/shared/day'
import type { StartOptions, TestCloud } from '../support/cloud'
import { residents } from '@/types/residents'
import { as, places, resident, seedMembers, staffOf, startCentre } from '../support/people'

/** The Saturday on which tests begin, and the two who keep the shop. */
export const today = '2026-11-21'
export const keeper = 'o-keeper'
export const second = 'o-second'

export const startShop = async (options: StartOptions = {}): Promise<TestCloud> => {
  const cloud = await startCentre(options)
  await seedMembers(cloud, [
    { openid: keeper, name: '吕大姐', role: 'keeper', node: places.centre },
    { openid: second, name: '田大哥', role: 'keeper', node: places.centre },
  ])
  return cloud
}

/** A keeper who signed in by their phone, as keepers do. */
export const newKeeper = async (cloud: TestCloud, openid: string): Promise<void> => {
  const { id: person } = await resident(cloud, openid, '新来的')
  const given = { person, role: 'keeper', node: places.centre } as const
  await as(cloud, residents, staffOf.admin)('grantRole', given)
}

export const clock = (cloud: TestCloud, time: string, days = 0) =>
  cloud.clock(new Date(instantOf(addDays(today, days), time)).toISOString())

export const shops = (cloud: TestCloud, openid: string | null) => as(cloud, shop, openid)

const rice: GoodsDraft = {
  name: '大米',
  category: 'food',
  unit: '袋',
  about: '5 公斤装',
  photo: null,
  points: 30,
  fen: 2500,
  low: 0,
  perMonth: null,
  wanted: null,
  bestBefore: null,
  retired: false,
}

export const draft = (change: Partial<GoodsDraft> = {}): GoodsDraft => ({ ...rice, ...change })

/** Goods of which so many were given. */
export const stocked = async (
  cloud: TestCloud,
  quantity: number,
  change: Partial<GoodsDraft> = {},
): Promise<string> => {
  const { id } = await shops(cloud, keeper)('saveGoods', { draft: draft(change) })
  if (quantity > 0) await shops(cloud, keeper)('takeIn', { goods: id, quantity })
  return id
}

export const documents = async <T>(
  cloud: TestCloud,
  collection: string,
  where: object,
): Promise<T[]> => {
  const { data } = (await cloud.admin.collection(collection).where(where).limit(1000).get()) as {
    data: T[]
  }
  return data
}

/** Somebody with points, as if hours had been confirmed: this one step goes straight to the database. */
export const rich = async (
  cloud: TestCloud,
  openid: string,
  name: string,
  points: number,
): Promise<string> => {
  const { id } = await resident(cloud, openid, name)
  await give(cloud, id, points)
  return id
}

export const give = async (cloud: TestCloud, person: string, points: number): Promise<void> => {
  const bare = person.replace(/^dl_/, '')
  const _id = `dl_vb-${bare}`
  const balance: BalanceDoc = {
    ...{ _id, centre: 'dl', v: 1, person, rev: 0, total: 0, months: {}, open: {} },
    ...{ points, debt: 0, moves: {}, owes: false },
  }
  await cloud.admin.collection('hours_balances').add([balance])
  const at = Date.parse('2026-11-20T09:00:00+08:00')
  await cloud.admin
    .collection('points_ledger')
    .add([{ _id: `dl_pl-${bare}-given`, centre: 'dl', v: 1, person, points, what: '帮厨', at }])
}

export const pointsOf = async (cloud: TestCloud, person: string): Promise<number> => {
  const [balance] = await documents<BalanceDoc>(cloud, 'hours_balances', { person })
  return balance?.points ?? 0
}

export const goodsNow = async (cloud: TestCloud, goods: string): Promise<GoodsDoc> =>
  (await documents<GoodsDoc>(cloud, 'goods', { _id: goods }))[0]!

export const linesOf = (cloud: TestCloud, goods: string): Promise<LedgerLine[]> =>
  documents<LedgerLine>(cloud, 'stock_ledger', { goods })

/** Stock = ledger + what is not copied yet, and what is promised is what is kept. */
export const expectAgreement = async (cloud: TestCloud, goods: string): Promise<GoodsDoc> => {
  const stock = await goodsNow(cloud, goods)
  const lines = await linesOf(cloud, goods)
  const copied = new Set(lines.map(({ _id }) => _id))
  const open = Object.entries(stock.open).filter(([id]) => !copied.has(id))
  const sum =
    lines.reduce((all, { quantity }) => all + quantity, 0) +
    open.reduce((all, [, { quantity }]) => all + quantity, 0)
  expect(stock.left + stock.kept).toBe(sum)
  expect(stock.left).toBeGreaterThanOrEqual(0)
  const claims = Object.values(stock.claims).filter(
    ({ state }) => state === 'unpaid' || state === 'waiting',
  )
  const promised = [...claims, ...Object.values(stock.keeps)]
  expect(stock.kept).toBe(promised.reduce((all, { quantity }) => all + quantity, 0))
  expect(stock.waiting).toBe(promised.length)
  return stock
}

/** What somebody counted, written down as they send it, or at an earlier moment. */
export const counts = (
  cloud: TestCloud,
  openid: string,
  tap: { key?: string; stocktaking: string; goods: string; counted: number; countedAt?: number },
) => shops(cloud, openid)('countGoods', { countedAt: instantOf(addDays(today, 99)), ...tap })

/** Every kind of goods that a stock-taking counts. */
export const linesToCount = async (cloud: TestCloud, stocktaking: string) =>
  (await shops(cloud, second)('stocktakingLines', { stocktaking })).items

/** The jobs that are due a quarter of an hour later. */
export const sweep = async (cloud: TestCloud, time: string, days = 0): Promise<void> => {
  await clock(cloud, time, days)
  await cloud.timer('jobs')
}
