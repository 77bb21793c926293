import { closeAll, indexed, open } from './open'

afterEach(closeAll)

test('removes one or all, and their entries with them', async () => {
  const { database } = open([indexed('c', '!n', 'kind')])
  const documents = [1, 2, 3, 4].map((n) => ({ _id: n, n, kind: n % 2 ? 'odd' : 'even' }))
  await database.insert({ collection: 'c', documents })
  const remove = (query: Record<string, unknown>, multi: boolean) =>
    database.remove({ collection: 'c', query, multi })
  expect(await remove({ kind: 'odd' }, false)).toMatchObject({ removed: 1 })
  expect(database.count({ collection: 'c', query: { kind: 'odd' } }).total).toBe(1)
  expect(await remove({ n: { $gte: 2 } }, true)).toMatchObject({ removed: 3 })
  expect(await remove({ n: 2 }, true)).toMatchObject({ removed: 0, examined: 0 })
  expect(database.count({ collection: 'c', query: {} }).total).toBe(0)
  await database.insert({ collection: 'c', documents: [{ _id: 1, n: 2 }] })
})
