import cloudbase from '@cloudbase/node-sdk'
import { startCloud, type TestCloud } from '../../support/cloud'

// Another client of the same wire: @cloudbase/node-sdk 3.x with a serviceUrl.

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud({ functions: 'fixtures' })
  for (const name of ['crowd', 'ordered', 'sums', 'numbers']) await client().createCollection(name)
})
afterAll(() => cloud.stop())

const client = (path = '/admin') =>
  cloudbase
    .init({
      env: 'changhuijia-local',
      secretId: 'x',
      secretKey: 'y',
      serviceUrl: `${cloud.url}${path}`,
    })
    .database()

test('the root address answers as /admin does', async () => {
  await client('/')
    .collection('notes')
    .add({ _id: 'root', at: new Date(5) })
  expect((await client().collection('notes').doc('root').get()).data).toEqual([
    { _id: 'root', at: new Date(5) },
  ])
})

test('several clients write at once and lose nothing', async () => {
  const clients = [client(), client(), client()]
  await Promise.all(
    clients.flatMap((db, who) =>
      Array.from({ length: 50 }, (_, n) => db.collection('crowd').add({ _id: `${who}-${n}`, who })),
    ),
  )
  const { total } = await client().collection('crowd').count()
  expect(total).toBe(150)
})

test('order, skip, limit and field', async () => {
  const db = client()
  await db.collection('ordered').add([3, 1, 2].map((serial) => ({ serial, rest: 'x' })))
  const { data } = await db
    .collection('ordered')
    .orderBy('serial', 'desc')
    .skip(1)
    .limit(1)
    .field({ serial: true, _id: false })
    .get()
  expect(data).toEqual([{ serial: 2 }])
})

test('aggregate', async () => {
  const db = client()
  await db.collection('sums').add([1, 2, 3].map((n) => ({ odd: n % 2 === 1, n })))
  const { data } = await db
    .collection('sums')
    .aggregate()
    .group({ _id: '$odd', sum: db.command.aggregate.sum('$n') })
    .sort({ sum: 1 })
    .end()
  expect(data).toEqual([
    { _id: false, sum: 2 },
    { _id: true, sum: 4 },
  ])
})

test('updateAndReturn gives the changed document back', async () => {
  const db = client()
  await db.collection('numbers').add({ _id: 'n', next: 1 })
  const answer = await db
    .collection('numbers')
    .where({ _id: 'n' })
    .updateAndReturn({ next: db.command.inc(1) })
  expect(answer).toMatchObject({ updated: 1, doc: { _id: 'n', next: 2 } })
})

test('a transaction that is rolled back leaves nothing', async () => {
  const db = client()
  const transaction = await db.startTransaction()
  await transaction.collection('notes').add({ _id: 'never' })
  await transaction.rollback()
  expect((await db.collection('notes').doc('never').get()).data).toEqual([])
})

test('a collection is created once', async () => {
  await client().createCollection('fresh')
  await expect(client().createCollection('fresh')).rejects.toThrow(/exist/)
})
