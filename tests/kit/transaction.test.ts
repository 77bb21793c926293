import { collection, type Stored } from '@/cloudfunctions/kit/collection'
import { withTransaction } from '@/cloudfunctions/kit/transaction'
import { startCloud, type TestCloud } from '../support/cloud'
import { stepInto } from './inside'

interface Purse extends Stored {
  points: number
}

const purses = collection<Purse>('kit_purses')
const purse = (name: string, points: number): Purse => ({
  _id: `dl_${name}`,
  centre: 'dl',
  v: 1,
  points,
})

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud()
  stepInto(cloud)
  await cloud.admin.createCollection('kit_purses')
})
afterAll(() => cloud.stop())
beforeEach(async () => {
  await cloud.admin.collection('kit_purses').where({ v: 1 }).remove()
  await purses.of('dl').insertAll([purse('li', 10), purse('wang', 0)])
})

/** Moves one point from 李 to 王; counts how often it was begun. */
const giveOne = () => {
  const begun = { times: 0 }
  const given = withTransaction(async (transaction) => {
    begun.times++
    const li = await transaction.get(purses, 'dl', 'dl_li')
    const wang = await transaction.get(purses, 'dl', 'dl_wang')
    await transaction.change(purses, 'dl_li', { points: (li?.points ?? 0) - 1 })
    await transaction.change(purses, 'dl_wang', { points: (wang?.points ?? 0) + 1 })
    return 'given'
  })
  return { begun, given }
}

const points = async () =>
  (await purses.of('dl').find({ where: { v: 1 }, order: [['_id', 'asc']] })).map(
    (one) => one.points,
  )

test('all of it happens, or none', async () => {
  expect(await giveOne().given).toBe('given')
  expect(await points()).toEqual([9, 1])
  const halfWay = withTransaction(async (transaction) => {
    await transaction.change(purses, 'dl_li', { points: 0 })
    throw new TypeError('half way')
  })
  await expect(halfWay).rejects.toThrow('half way')
  expect(await points()).toEqual([9, 1])
})

test('two at once lose no point: whoever meets the other begins again', async () => {
  const [one, other] = [giveOne(), giveOne()]
  await Promise.all([one.given, other.given])
  expect(await points()).toEqual([8, 2])
})

test('it is begun again when the database is busy', async () => {
  await cloud.fault({ action: 'database.modifyDocument', kind: 'busy' })
  const { begun, given } = giveOne()
  await given
  expect(begun.times).toBe(2)
  expect(await points()).toEqual([9, 1])
})

test('it gives up after a while, and nothing has happened', async () => {
  await cloud.fault({ action: 'database.modifyDocument', kind: 'busy', times: 50 })
  await expect(giveOne().given).rejects.toMatchObject({ code: 'TryAgain' })
  await cloud.clearFaults()
  expect(await points()).toEqual([10, 0])
})

test('a document of another centre is not there', async () => {
  const seen = await withTransaction((transaction) => transaction.get(purses, 'xi', 'dl_li'))
  expect(seen).toBeNull()
})
