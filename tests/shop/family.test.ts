import type { OutboxRow } from '@/cloudfunctions/notices/store'
import type { AidDoc, PurchaseDoc } from '@/cloudfunctions/shop/store'
import { residents } from '@/types/residents'
import type { TestCloud } from '../support/cloud'
import { as, codeOf, jingHome, newKey, resident, staffId, staffOf } from '../support/people'
import {
  clock,
  documents,
  give,
  goodsNow,
  keeper,
  newKeeper,
  pointsOf,
  rich,
  second,
  shops,
  startShop,
  stocked,
  sweep,
} from './counter'

// What the shop does for somebody by somebody else: a daughter for her mother, staff for who has no phone; and what
// those who wait are told.

let cloud: TestCloud
const daughter = 'o-liu'
let liu = ''
let mother = ''

beforeAll(async () => {
  cloud = await startShop()
  liu = await rich(cloud, daughter, '刘女士', 100)
  const home = jingHome('301')
  const calling = as(cloud, residents, daughter)
  const parent = { name: '张奶奶', relation: 'parent', consent: 'spoken', home } as const
  mother = (await calling('addDependant', { ...parent, birthDate: '1942-06-18' })).id
  await give(cloud, mother, 100)
})
beforeEach(() => clock(cloud, '09:00'))
afterEach(() => cloud.clearFaults())
afterAll(() => cloud.stop())

const keeps = () => shops(cloud, keeper)
const family = () => shops(cloud, daughter)

/** Who was told what of a thing, sorted. */
const told = async (where: object): Promise<[string, string][]> =>
  (await documents<OutboxRow>(cloud, 'outbox', where))
    .map(({ event, to }): [string, string] => [event, to])
    .sort()

test('a daughter orders with her mother’s points, and the counter finds it by the mother’s card', async () => {
  const goods = await stocked(cloud, 9)
  const order = await family()('order', {
    forResident: mother,
    goods,
    quantity: 2,
    expected: 60,
  })
  expect(order).toMatchObject({ person: { id: mother, name: '张奶奶' }, by: '刘女士' })
  expect([await pointsOf(cloud, mother), await pointsOf(cloud, liu)]).toEqual([40, 100])
  expect(await family()('mine', { forResident: mother })).toMatchObject({ points: 40 })
  expect((await keeps()('customer', { person: mother })).waiting).toMatchObject([{ id: order.id }])
  expect((await keeps()('customer', { person: liu })).waiting).toEqual([])
  // Namesakes are told apart by where they live.
  expect((await keeps()('ordersToHandOver', {})).items).toMatchObject([
    { id: order.id, homeName: expect.stringContaining('12号楼') as string },
  ])
  await family()('cancelOrder', { forResident: mother, goods, order: order.id })
})

test('of an order given back, all hear but who did it, and by whom', async () => {
  const goods = await stocked(cloud, 9)
  const ordering = { forResident: mother, goods, quantity: 1, expected: 30 }
  const cancelledBy = async (openid: string): Promise<OutboxRow[]> => {
    const { id: order } = await family()('order', ordering)
    await shops(cloud, openid)('cancelOrder', { forResident: mother, goods, order })
    return documents<OutboxRow>(cloud, 'outbox', { event: 'shopCancelled', thing: goods })
  }
  // The daughter knows; her mother is told who it was.
  const byDaughter = await cancelledBy(daughter)
  expect(byDaughter).toMatchObject([{ to: mother, data: { who: '刘女士' } }])
  const byKeeper = (await cancelledBy(keeper)).filter(({ data }) => data.who === '吕大姐')
  expect(byKeeper.map(({ to }) => to).sort()).toEqual([liu, mother].sort())
})

test('what was bought is told to the person and to who asked, and seen by staff who act for them', async () => {
  const asked = await family()('askPurchase', {
    forResident: mother,
    what: '止咳糖浆一瓶',
    most: null,
  })
  expect((await keeps()('purchases', {})).items).toMatchObject([
    { id: asked.id, by: '刘女士', homeName: expect.stringContaining('12号楼') as string },
  ])
  await keeps()('markBought', { purchase: asked.id, fen: 2850 })
  expect(await told({ thing: asked.id })).toEqual(
    [
      ['purchaseBought', liu],
      ['purchaseBought', mother],
    ].sort(),
  )
  const seen = await keeps()('myPurchases', { forResident: mother })
  expect(seen.items).toMatchObject([{ id: asked.id, state: 'bought', person: { id: mother } }])
  expect((await keeps()('customer', { person: mother })).bought).toMatchObject([{ id: asked.id }])
  await keeps()('handOverPurchase', { purchase: asked.id, expected: 2850 })
  expect((await keeps()('customer', { person: mother })).bought).toEqual([])
})

test('a price typed wrong is corrected before it is paid, and no late tap brings it back', async () => {
  const { id: purchase } = await family()('askPurchase', { what: '电池', most: null })
  const first = { key: newKey(), purchase, fen: 28_500 }
  await keeps()('markBought', first)
  await keeps()('markBought', { purchase, fen: 2850, instead: 28_500 })
  expect(await codeOf(keeps()('markBought', first))).toBe('NotOpen')
  expect(await codeOf(keeps()('markBought', { purchase, fen: 1, instead: 28_500 }))).toBe('NotOpen')
  expect(await codeOf(keeps()('handOverPurchase', { purchase, expected: 28_500 }))).toBe(
    'PriceChanged',
  )
  const paid = await keeps()('handOverPurchase', { purchase, expected: 2850 })
  expect(paid).toMatchObject({ state: 'handedOver', fen: 2850 })
  // Told of both: the second says what it costs in truth.
  const rows = await documents<OutboxRow>(cloud, 'outbox', { thing: purchase })
  expect(rows.map(({ data }) => data.fen).sort()).toEqual([2850, 28_500])
})

test('what cannot be had, or nobody fetches, ends with a reason and makes room for another', async () => {
  const { id } = await resident(cloud, 'o-many', '冯奶奶')
  const asks = shops(cloud, 'o-many')
  const all = []
  for (let n = 0; n < 5; n++) all.push(await asks('askPurchase', { what: '电池', most: null }))
  expect(await codeOf(asks('askPurchase', { what: '电池', most: null }))).toBe('TooManyOpen')
  const [one, other] = all
  const purchase = one!.id
  await keeps()('markBought', { purchase, fen: 900 })
  const tap = { key: newKey(), purchase, because: '两个星期没有来取' }
  expect(await keeps()('giveUpPurchase', tap)).toMatchObject({ state: 'cancelled' })
  expect(await keeps()('giveUpPurchase', tap)).toMatchObject({ because: '两个星期没有来取' })
  expect(await codeOf(keeps()('giveUpPurchase', { ...tap, key: newKey() }))).toBe('NotOpen')
  await keeps()('giveUpPurchase', { purchase: other!.id, because: '没有货' })
  expect(await told({ event: 'purchaseGivenUp', to: id })).toHaveLength(2)
  await asks('askPurchase', { what: '电池', most: null })
  expect(await codeOf(asks('cancelPurchase', { purchase }))).toBe('NotOpen')
})

test('an instance that dies before it told is followed by the sweep', async () => {
  const { id: purchase } = await family()('askPurchase', { what: '老花镜', most: null })
  const dies = { action: 'write', kind: 'crash', after: true, times: 1, skip: 1 } as const
  // After the audit entry, the purchase is the second that is written.
  await cloud.fault({ ...dies, procedure: 'shop.markBought' })
  await keeps()('markBought', { purchase, fen: 900 }).catch(() => null)
  expect(await cloud.faults()).toEqual([])
  expect(await documents<PurchaseDoc>(cloud, 'purchases', { _id: purchase })).toMatchObject([
    { state: 'bought', owes: true },
  ])
  expect(await told({ thing: purchase })).toEqual([])
  await sweep(cloud, '09:20')
  expect(await told({ thing: purchase })).toEqual([['purchaseBought', liu]])
})

test('who may decide about aid hears of it, never who asked; when it lapses, both sides hear', async () => {
  const goods = await stocked(cloud, 9)
  const asking = { person: mother, goods, quantity: 1, because: '断粮' }
  const { id } = await shops(cloud, staffOf.jingWorker)('askAid', asking)
  expect(await told({ thing: id })).toEqual([['aidAsked', staffId(staffOf.jingStaff)]])
  // The community's own request goes to the centre.
  const { id: own } = await shops(cloud, staffOf.jingStaff)('askAid', asking)
  expect(await told({ thing: own })).toEqual([['aidAsked', staffId(staffOf.centreStaff)]])

  await shops(cloud, staffOf.jingStaff)('decideAid', { aid: id, approve: true })
  const [kept] = (await family()('mine', {})).aid
  expect(kept).toMatchObject({ id, quantity: 1, person: { id: mother, name: '张奶奶' } })
  expect(kept).not.toHaveProperty('because')
  expect((await keeps()('customer', { person: mother })).aid).toMatchObject([{ id }])
  await sweep(cloud, '01:15', 8)
  expect(await documents<AidDoc>(cloud, 'aid_requests', { _id: id })).toMatchObject([
    { state: 'lapsed' },
  ])
  expect(await told({ thing: id, event: 'aidLapsed' })).toEqual(
    // The daughter too: her mother has no phone.
    [
      ['aidLapsed', liu],
      ['aidLapsed', mother],
      ['aidLapsed', staffId(staffOf.jingWorker)],
    ].sort(),
  )
  expect((await family()('mine', {})).aid).toEqual([])
})

test('nobody hands goods to themselves: a colleague does', async () => {
  const goods = await stocked(cloud, 9)
  await newKeeper(cloud, 'o-self')
  const { person } = await as(cloud, residents, 'o-self')('me', {})
  await give(cloud, person!.id, 100)
  const self = shops(cloud, 'o-self')
  const free = { goods, quantity: 1, person: person!.id, because: '断粮' }
  expect(await codeOf(self('handOut', { ...free, as: 'handOut' }))).toBe('NotYourself')
  expect(await codeOf(self('handOut', { ...free, as: 'convenienceService' }))).toBe('NotYourself')
  const own = { goods, quantity: 1, person: person!.id, expected: 30 }
  expect(await codeOf(self('redeem', own))).toBe('NotYourself')
  const { id: order } = await self('order', { goods, quantity: 1, expected: 30 })
  expect(await codeOf(self('handOver', { goods, order }))).toBe('NotYourself')
  const { id: aid } = await keeps()('askAid', free)
  await shops(cloud, staffOf.centreStaff)('decideAid', { aid, approve: true })
  expect(await codeOf(self('giveAid', { aid }))).toBe('NotYourself')
  const mayGive = async (openid: string) =>
    (await shops(cloud, openid)('aidRequests', { state: 'approved' })).items.find(
      (one) => one.id === aid,
    )?.mayGive
  expect([await mayGive('o-self'), await mayGive(second)]).toEqual([false, true])
  expect(await goodsNow(cloud, goods)).toMatchObject({ left: 7, kept: 2 })
  await shops(cloud, second)('handOver', { goods, order })
  await shops(cloud, second)('giveAid', { aid })
})

test('what is still needed is said of the whole shop, and one kind of goods is opened by itself', async () => {
  // So many that the last ones stand on the second page.
  for (let n = 0; n < 21; n++) await stocked(cloud, 0, { name: `书${10 + n}`, category: 'school' })
  const needed = await stocked(cloud, 2, { name: '雨衣', category: 'clothes', wanted: 9 })
  const shelf = await family()('shelf', { category: 'school' })
  expect(shelf.items).toHaveLength(20)
  expect(shelf.needed).toEqual([{ id: needed, name: '雨衣', unit: '袋', missing: 7 }])
  // Who serves has all of it at once.
  const { items } = await shops(cloud, staffOf.jingWorker)('goodsToPick', {})
  expect(items.filter(({ category }) => category === 'school')).toHaveLength(21)
  const rest = await family()('shelf', { category: 'school', after: shelf.next! })
  expect(rest.needed).toEqual([])
  expect(await family()('goodsOnShelf', { goods: needed })).toMatchObject({
    goods: { id: needed, name: '雨衣', missing: 7 },
    shop: { opens: '' },
  })
  expect(await codeOf(family()('goodsOnShelf', { goods: 'dl_nothing' }))).toBe('NotFound')
})
