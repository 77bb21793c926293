import type { StocktakingDoc } from '@/cloudfunctions/shop/store'
import { entry as newEntryOf } from '@/domain/shop/stock'
import { instantOf } from '@/types/shared/day'
import type { TestCloud } from '../support/cloud'
import { codeOf, newKey, staffId, staffOf } from '../support/people'
import { costOf } from '../activities/cost'
import {
  clock,
  counts,
  documents,
  expectAgreement,
  goodsNow,
  keeper,
  linesOf,
  linesToCount,
  rich,
  second,
  shops,
  startShop,
  stocked,
  today,
} from './counter'

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startShop()
})
afterEach(() => cloud.stop())

const at = (time: string) => instantOf(today, time)
const newEntry = (quantity: number, moment: number) =>
  newEntryOf('charitySale', quantity, { by: staffId(keeper), key: newKey(), at: moment })

const keeps = () => shops(cloud, keeper)
const closes = (stocktaking: string, openid = second) =>
  shops(cloud, openid)('closeStocktaking', { stocktaking })

test('what is sold between counting and closing is not lost', async () => {
  const goods = await stocked(cloud, 10)
  const other = await stocked(cloud, 4, { name: '面粉' })
  await rich(cloud, 'o-wang', '王大爷', 100)
  await shops(cloud, 'o-wang')('order', { goods, quantity: 2, expected: 60 })
  const key = newKey()
  const { id } = await keeps()('startStocktaking', { key })
  expect(await keeps()('startStocktaking', { key })).toMatchObject({ id, state: 'open' })
  expect(await codeOf(shops(cloud, second)('startStocktaking', {}))).toBe('OneIsOpen')

  // Ten are on the books, two of them promised; one is missing.
  expect(await counts(cloud, keeper, { stocktaking: id, goods, counted: 9 })).toMatchObject({
    line: { counted: 9, expected: null, countedBy: '吕大姐' },
    ...{ uncounted: 1, next: { goods: { id: other } } },
  })
  expect(await codeOf(closes(id))).toBe('NotAllCounted')
  await keeps()('sell', { goods, quantity: 3, expected: 7500 })
  await counts(cloud, keeper, { stocktaking: id, goods: other, counted: 5 })
  expect(await codeOf(closes(id, keeper))).toBe('NotYourself')

  expect((await shops(cloud, second)('stocktaking', {})).stocktaking).toMatchObject({
    ...{ mayClose: true, differ: 2, uncounted: 0, next: null },
  })
  expect(await linesToCount(cloud, id)).toMatchObject([
    { expected: 10, counted: 9 },
    { expected: 4, counted: 5 },
  ])
  expect(await closes(id)).toMatchObject({ state: 'closed', closedBy: '田大哥' })
  expect(await goodsNow(cloud, goods)).toMatchObject({ left: 4, kept: 2 })
  expect(await goodsNow(cloud, other)).toMatchObject({ left: 5, kept: 0 })
  const differences = (await linesOf(cloud, goods)).filter(
    ({ movement }) => movement === 'stocktaking',
  )
  expect(differences).toMatchObject([{ quantity: -1, because: '盘点：账上10，实有9' }])
  expect(await codeOf(counts(cloud, keeper, { stocktaking: id, goods, counted: 8 }))).toBe(
    'StocktakingClosed',
  )
  expect(await codeOf(keeps()('reverse', { entry: differences[0]!._id, because: '不对' }))).toBe(
    'NotReversible',
  )
  await expectAgreement(cloud, goods)
  expect(await keeps()('startStocktaking', {})).toMatchObject({ state: 'open' })
})

test('when fewer were found than are promised, somebody has to be told before it closes', async () => {
  const goods = await stocked(cloud, 3)
  await rich(cloud, 'o-wang', '王大爷', 100)
  const { id: order } = await shops(cloud, 'o-wang')('order', { goods, quantity: 3, expected: 90 })
  const { id } = await keeps()('startStocktaking', {})
  await counts(cloud, keeper, { stocktaking: id, goods, counted: 2 })
  expect(await codeOf(closes(id))).toBe('PromisedGoodsMissing')
  await shops(cloud, 'o-wang')('cancelOrder', { goods, order })
  await closes(id)
  expect(await goodsNow(cloud, goods)).toMatchObject({ left: 2, kept: 0 })
})

test('a closing that is cut off is finished by the sweep', async () => {
  const goods = await stocked(cloud, 3)
  const other = await stocked(cloud, 3, { name: '面粉' })
  const { id } = await keeps()('startStocktaking', {})
  await counts(cloud, keeper, { stocktaking: id, goods, counted: 2 })
  await counts(cloud, keeper, { stocktaking: id, goods: other, counted: 2 })
  await cloud.fault({
    ...{ action: 'write', kind: 'crash', after: true, times: 1 },
    ...{ procedure: 'shop.closeStocktaking', collection: 'stocktakings' },
  })
  await expect(closes(id)).rejects.toThrow()
  await cloud.clearFaults()
  expect((await goodsNow(cloud, goods)).left).toBe(3)
  await clock(cloud, '08:20')
  await cloud.timer('jobs')
  for (const one of [goods, other]) expect((await goodsNow(cloud, one)).left).toBe(2)
  expect((await documents<StocktakingDoc>(cloud, 'stocktakings', {}))[0]).toMatchObject({
    state: 'closed',
    owes: false,
  })
})

test('a number is compared with the books of the moment it was written down, however often it arrives', async () => {
  const goods = await stocked(cloud, 10)
  const { id } = await keeps()('startStocktaking', {})
  const tap = { key: newKey(), stocktaking: id, goods, counted: 9, countedAt: at('08:10') }
  const line = async () =>
    (await documents<StocktakingDoc>(cloud, 'stocktakings', { _id: id }))[0]?.lines[goods]
  await clock(cloud, '08:11')
  await counts(cloud, keeper, tap)
  await clock(cloud, '08:20')
  await keeps()('sell', { goods, quantity: 3, expected: 7500 })
  // The same tap, its answer lost.
  await clock(cloud, '08:30')
  await counts(cloud, keeper, tap)
  expect(await line()).toMatchObject({ expected: 10, counted: 9 })

  // A recount; then the first number arrives once more, and one that waited for the network.
  await counts(cloud, second, { stocktaking: id, goods, counted: 7, countedAt: at('08:29') })
  await counts(cloud, keeper, tap)
  await counts(cloud, keeper, { ...tap, key: newKey(), counted: 8, countedAt: at('08:15') })
  expect(await line()).toMatchObject({ expected: 7, counted: 7, by: staffId(second) })

  // One that waited, and is the newest: what was sold after it was written down is not missing. Half of that is copied.
  await clock(cloud, '08:36')
  await keeps()('takeIn', { goods, quantity: 1 })
  await clock(cloud, '08:40')
  const entry = newEntry(-2, at('08:39'))
  await cloud.admin
    .collection('goods')
    .doc(goods)
    .update({ left: 6, 'open.dl_sold': cloud.admin.command.set(entry) })
  await keeps()('redeem', {
    ...{ goods, quantity: 1, expected: 30 },
    person: await rich(cloud, 'o-wang', '王大爷', 100),
  })
  await counts(cloud, keeper, { stocktaking: id, goods, counted: 8, countedAt: at('08:35') })
  expect(await line()).toMatchObject({ expected: 7, counted: 8 })
})

test('a difference that does not fit is named, and entered when there is room for it', async () => {
  const goods = await stocked(cloud, 3)
  await rich(cloud, 'o-wang', '王大爷', 100)
  const { id } = await keeps()('startStocktaking', {})
  await counts(cloud, keeper, { stocktaking: id, goods, counted: 2 })
  // Ordered after it was asked whether all that is promised is there, and before the difference is entered.
  await cloud.fault({
    ...{ action: 'write', kind: 'pause', times: 1 },
    ...{ procedure: 'shop.closeStocktaking', collection: 'goods' },
  })
  const closing = closes(id)
  await cloud.paused()
  const { id: order } = await shops(cloud, 'o-wang')('order', { goods, quantity: 3, expected: 90 })
  await cloud.resume()
  expect(await closing).toMatchObject({ state: 'closing', waitsFor: ['大米'] })
  expect((await keeps()('stocktaking', {})).stocktaking).toMatchObject({
    ...{ state: 'closing', waitsFor: ['大米'], mayClose: false },
  })
  await clock(cloud, '09:00', 12)
  expect(await codeOf(publishes(staffOf.centreStaff))).toBe('StocktakingUnfinished')
  await clock(cloud, '08:30')
  await shops(cloud, 'o-wang')('cancelOrder', { goods, order })
  expect((await keeps()('stocktaking', {})).stocktaking).toMatchObject({
    ...{ state: 'closed', waitsFor: [] },
  })
  expect(await expectAgreement(cloud, goods)).toMatchObject({ left: 2, kept: 0 })
})

test('one begun by mistake is given up by who began it, or who runs the centre', async () => {
  const goods = await stocked(cloud, 3)
  const { id } = await keeps()('startStocktaking', {})
  await counts(cloud, keeper, { stocktaking: id, goods, counted: 1 })
  expect(await codeOf(shops(cloud, second)('dropStocktaking', { stocktaking: id }))).toBe(
    'NotYourStocktaking',
  )
  const tap = { key: newKey(), stocktaking: id }
  const dropped = await keeps()('dropStocktaking', tap)
  expect(dropped).toMatchObject({ state: 'dropped', mayDrop: false })
  expect(await keeps()('dropStocktaking', tap)).toEqual(dropped)
  expect(await codeOf(counts(cloud, keeper, { stocktaking: id, goods, counted: 2 }))).toBe(
    'StocktakingClosed',
  )
  expect(await codeOf(closes(id))).toBe('StocktakingClosed')
  expect((await goodsNow(cloud, goods)).left).toBe(3)
  const again = await shops(cloud, second)('startStocktaking', {})
  expect(
    await shops(cloud, staffOf.centreStaff)('dropStocktaking', { stocktaking: again.id }),
  ).toMatchObject({ state: 'dropped' })
})

test('all that lies in the shop is counted, also what is no longer sold, and hundreds of differences are entered', async () => {
  const goods = await stocked(cloud, 3)
  const rice = await goodsNow(cloud, goods)
  const { _id: _, ...like } = rice
  const copies = (kind: string, count: number, change: object) =>
    Array.from({ length: count }, (_one, n) => {
      const name = `${kind}${String(n).padStart(3, '0')}`
      return { ...like, _id: `dl_g${name}`, name, place: `1${name}`, ...change }
    })
  const add = (documents: object[]) => cloud.admin.collection('goods').add(documents)
  await add(copies('a', 130, { left: 0, base: { before: rice.base.before, quantity: 0 } }))
  await add(copies('b', 700, { retired: true, left: 0 }))
  await add(copies('z', 1, { retired: true, left: 4 }))
  const { id, kinds } = await keeps()('startStocktaking', {})
  expect(kinds).toBe(132)
  const [document] = await documents<StocktakingDoc>(cloud, 'stocktakings', { _id: id })
  const now = at('08:05')
  await cloud.admin
    .collection('stocktakings')
    .doc(id)
    .update({
      lines: cloud.admin.command.set(
        Object.fromEntries(
          Object.entries(document!.lines).map(([of, line]) => [
            of,
            { ...line, expected: 0, counted: 1, by: staffId(keeper), at: now },
          ]),
        ),
      ),
    })
  const first = await shops(cloud, second)('stocktakingLines', { stocktaking: id })
  const after = first.next!
  const next = await shops(cloud, second)('stocktakingLines', { stocktaking: id, after })
  expect(first.items).toHaveLength(50)
  expect(new Set([...first.items, ...next.items].map((line) => line.goods.id)).size).toBe(100)
  const closing = costOf(cloud, 'shop.closeStocktaking')
  const { roundTrips } = await closing(async () =>
    expect(await closes(id)).toMatchObject({ state: 'closed', differ: 132 }),
  )
  // Far below one for each kind of goods: more of them would still be entered before the function's time is up.
  expect(roundTrips).toBeLessThan(132 * 2)
  expect(await documents(cloud, 'goods', { left: 1 })).toHaveLength(130)
})

const publishes = (openid: string, key = newKey()) =>
  shops(cloud, openid)('publishStatement', { key, month: '2026-11' })

test('a month is published when all of it is on the ledger, what was bought for people too', async () => {
  await rich(cloud, 'o-wang', '王大爷', 100)
  const { id } = await shops(cloud, 'o-wang')('askPurchase', { what: '电池', most: null })
  await keeps()('markBought', { purchase: id, fen: 900 })
  await cloud.fault({
    ...{ action: 'write', kind: 'crash', after: true, times: 1 },
    ...{ procedure: 'shop.handOverPurchase', collection: 'purchases' },
  })
  await expect(keeps()('handOverPurchase', { purchase: id, expected: 900 })).rejects.toThrow()
  await cloud.clearFaults()
  expect(await documents(cloud, 'stock_ledger', { _id: id })).toEqual([])
  await clock(cloud, '09:00', 12)
  expect(await publishes(staffOf.centreStaff)).toMatchObject({
    movements: [{ movement: 'buyingForOthers', times: 1, fen: 900 }],
  })
})

test('a month is published once when it is over, and what is reversed later counts later', async () => {
  const goods = await stocked(cloud, 10)
  const wang = await rich(cloud, 'o-wang', '王大爷', 100)
  const { entry } = await keeps()('sell', { goods, quantity: 2, leaves: 1, expected: 5000 })
  await keeps()('redeem', { person: wang, goods, quantity: 1, expected: 30 })
  expect(await codeOf(publishes(staffOf.centreStaff))).toBe('MonthNotOver')
  expect(await codeOf(publishes(keeper))).toBe('NotAllowed')
  const movements = [
    { movement: 'charitySale', times: 1, quantity: -2, broughtBack: 0, points: 0, fen: 5000 },
    { movement: 'donationDrive', times: 1, quantity: 10, broughtBack: 0, points: 0, fen: 0 },
    { movement: 'donationWithPurchase', times: 1, quantity: 1, broughtBack: 0, points: 0, fen: 0 },
    { movement: 'redemption', times: 1, quantity: -1, broughtBack: 0, points: 30, fen: 0 },
  ]
  expect(await keeps()('statement', { month: '2026-11' })).toEqual({
    ...{ month: '2026-11', movements, publishedAt: null },
  })
  await clock(cloud, '09:00', 12)
  const key = newKey()
  const published = await publishes(staffOf.centreStaff, key)
  expect(published).toMatchObject({ movements })
  expect(await publishes(staffOf.centreStaff, key)).toEqual(published)
  expect(await codeOf(publishes(staffOf.centreStaff))).toBe('AlreadyPublished')

  await keeps()('reverse', { entry, because: '退货' })
  expect((await shops(cloud, 'o-nobody')('statements', {})).items).toEqual([published])
  expect(await keeps()('statement', { month: '2026-12' })).toMatchObject({
    movements: [{ movement: 'reversal', times: 2, quantity: 1, fen: -5000 }],
  })
})

test('stock that does not agree with its ledger is mended at night', async () => {
  const goods = await stocked(cloud, 10)
  await cloud.admin.collection('goods').doc(goods).update({ left: 12 })
  await clock(cloud, '02:50', 1)
  await cloud.timer('jobs')
  await expectAgreement(cloud, goods)
  expect((await goodsNow(cloud, goods)).left).toBe(10)
  // Months later the ledger is read from a later beginning, to the same sum.
  await clock(cloud, '02:50', 70)
  await cloud.timer('jobs')
  const { base } = await goodsNow(cloud, goods)
  expect(base.quantity).toBe(10)
  await keeps()('takeIn', { goods, quantity: 5 })
  await cloud.admin.collection('goods').doc(goods).update({ left: 1 })
  await clock(cloud, '02:50', 71)
  await cloud.timer('jobs')
  expect((await goodsNow(cloud, goods)).left).toBe(15)
})
