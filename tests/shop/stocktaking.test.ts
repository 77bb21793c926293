import type { StocktakingDoc } from '@/cloudfunctions/shop/store'
import type { TestCloud } from '../support/cloud'
import { codeOf, newKey, staffOf } from '../support/people'
import {
  clock,
  documents,
  expectAgreement,
  goodsNow,
  keeper,
  linesOf,
  rich,
  second,
  shops,
  startShop,
  stocked,
} from './counter'

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startShop()
})
afterEach(() => cloud.stop())

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
  const counted = await keeps()('countGoods', { stocktaking: id, goods, counted: 9 })
  expect(counted.lines.find((line) => line.goods.id === goods)).toMatchObject({
    ...{ counted: 9, expected: null, countedBy: '吕大姐' },
  })
  expect(await codeOf(closes(id))).toBe('NotAllCounted')
  await keeps()('sell', { goods, quantity: 3, expected: 7500 })
  await keeps()('countGoods', { stocktaking: id, goods: other, counted: 5 })
  expect(await codeOf(closes(id, keeper))).toBe('NotYourself')

  expect((await shops(cloud, second)('stocktaking', {})).stocktaking).toMatchObject({
    mayClose: true,
    lines: [
      { expected: 10, counted: 9 },
      { expected: 4, counted: 5 },
    ],
  })
  expect(await closes(id)).toMatchObject({ state: 'closed', closedBy: '田大哥' })
  expect(await goodsNow(cloud, goods)).toMatchObject({ left: 4, kept: 2 })
  expect(await goodsNow(cloud, other)).toMatchObject({ left: 5, kept: 0 })
  const differences = (await linesOf(cloud, goods)).filter(
    ({ movement }) => movement === 'stocktaking',
  )
  expect(differences).toMatchObject([{ quantity: -1, because: '盘点：账上10，实有9' }])
  expect(await codeOf(keeps()('countGoods', { stocktaking: id, goods, counted: 8 }))).toBe(
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
  await keeps()('countGoods', { stocktaking: id, goods, counted: 2 })
  expect(await codeOf(closes(id))).toBe('PromisedGoodsMissing')
  await shops(cloud, 'o-wang')('cancelOrder', { goods, order })
  await closes(id)
  expect(await goodsNow(cloud, goods)).toMatchObject({ left: 2, kept: 0 })
})

test('a difference that does not fit at the moment is entered by the sweep', async () => {
  const goods = await stocked(cloud, 3)
  const other = await stocked(cloud, 3, { name: '面粉' })
  const { id } = await keeps()('startStocktaking', {})
  await keeps()('countGoods', { stocktaking: id, goods, counted: 2 })
  await keeps()('countGoods', { stocktaking: id, goods: other, counted: 2 })
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

test('a month is published once when it is over, and what is reversed later counts later', async () => {
  const goods = await stocked(cloud, 10)
  const wang = await rich(cloud, 'o-wang', '王大爷', 100)
  const { entry } = await keeps()('sell', { goods, quantity: 2, leaves: 1, expected: 5000 })
  await keeps()('redeem', { person: wang, goods, quantity: 1, expected: 30 })
  const publishes = (openid: string, key = newKey()) =>
    shops(cloud, openid)('publishStatement', { key, month: '2026-11' })
  expect(await codeOf(publishes(staffOf.centreStaff))).toBe('MonthNotOver')
  expect(await codeOf(publishes(keeper))).toBe('NotAllowed')
  const movements = [
    { movement: 'charitySale', times: 1, quantity: -2, points: 0, fen: 5000 },
    { movement: 'donationDrive', times: 1, quantity: 10, points: 0, fen: 0 },
    { movement: 'donationWithPurchase', times: 1, quantity: 1, points: 0, fen: 0 },
    { movement: 'redemption', times: 1, quantity: -1, points: 30, fen: 0 },
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
