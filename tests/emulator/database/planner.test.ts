import fc from 'fast-check'
import type { Database, Document } from '@/emulator/database'
import { sortKey } from '@/emulator/database/index-entries'
import { closeAll, indexed, open } from './open'

afterEach(closeAll)

async function visits(...indexes: string[]) {
  const { database } = open([indexed('visits', ...indexes)])
  const documents = Array.from({ length: 1000 }, (_, n) => ({
    _id: `v${String(n).padStart(4, '0')}`,
    centre: n % 2 ? 'east' : 'west',
    day: `2026-11-${String(1 + (n % 20)).padStart(2, '0')}`,
    n,
    tags: n % 10 === 0 ? ['first', `t${n % 100}`] : [],
  }))
  await database.insert({ collection: 'visits', documents })
  const look = (query: Document, order: [string, 1 | -1][] = [], limit = 1000) => {
    const { documents: found, examined } = database.find({
      collection: 'visits',
      query,
      order,
      limit,
    })
    return { found: found.map(({ n }) => n as number), examined }
  }
  return { database, look }
}

test.each<[string, Document, number]>([
  ['an _id', { _id: 'v0007' }, 1],
  ['some _ids', { _id: { $in: ['v0007', 'v0009', 'none'] } }, 2],
  ['a range of _ids', { _id: { $gte: 'v0100', $lt: 'v0110' } }, 10],
  ['an _id and more', { _id: 'v0007', centre: 'east', n: { $gt: 0 } }, 1],
  ['equality', { centre: 'east', day: '2026-11-02' }, 50],
  ['equality inside $and', { $and: [{ centre: 'east' }, { day: '2026-11-02' }] }, 50],
  ['equality and range', { centre: 'east', day: { $gt: '2026-11-16', $lte: '2026-11-18' } }, 50],
  ['$in and equality', { centre: { $in: ['east', 'west'] }, day: '2026-11-02' }, 50],
  ['the first letters', { centre: 'east', day: /^2026-11-1/ }, 250],
  ['one tag', { tags: 't30' }, 10],
  ['$elemMatch', { tags: { $elemMatch: { $eq: 't30' } } }, 10],
  ['all tags', { tags: { $all: ['t30', 'first'] } }, 10],
  ['either of two', { $or: [{ _id: 'v0001' }, { tags: 't30' }] }, 11],
])('%s reads only what matches', async (_, query, examined) => {
  const { look } = await visits('centre day', 'tags')
  expect(look(query)).toMatchObject({ examined })
  expect(look(query).found).toHaveLength(examined)
})

test('an index yields the order, and the walk stops at the limit', async () => {
  const { look } = await visits('centre day n-')
  const east20 = look({ centre: 'east' }, [['day', -1]], 5)
  expect(east20).toEqual({ found: [19, 39, 59, 79, 99], examined: 5 })
  const both = look(
    { centre: 'east' },
    [
      ['day', 1],
      ['n', -1],
    ],
    3,
  )
  expect(both).toEqual({ found: [981, 961, 941], examined: 3 })
  const backwards = look(
    { centre: 'east' },
    [
      ['day', -1],
      ['n', 1],
    ],
    3,
  )
  expect(backwards).toEqual({ found: [19, 39, 59], examined: 3 })
  const mixed = look(
    { centre: 'east', day: '2026-11-02' },
    [
      ['day', -1],
      ['centre', 1],
      ['n', 1],
    ],
    2,
  )
  expect(mixed).toEqual({ found: [1, 21], examined: 2 })
  const ranged = look({ centre: 'west', day: { $gte: '2026-11-15' } }, [['day', 1]], 2)
  expect(ranged).toEqual({ found: [994, 974], examined: 2 })
})

test('an index without conditions on it still serves an order with a limit', async () => {
  const { look } = await visits('n')
  expect(look({}, [['n', -1]], 3)).toEqual({ found: [999, 998, 997], examined: 3 })
  expect(look({ _id: { $exists: true } }, [['_id', 1]], 2)).toEqual({ found: [0, 1], examined: 2 })
})

test('of two indexes the one with fewer entries to walk is taken', async () => {
  const { look } = await visits('centre', 'day')
  expect(look({ centre: 'east', day: '2026-11-02' }).examined).toBe(50)
  expect(look({ day: '2026-11-02', centre: 'west' })).toEqual({ found: [], examined: 50 })
})

test('counts are read from the index alone', async () => {
  const { database } = await visits('centre day', 'tags')
  const count = (query: Document) => database.count({ collection: 'visits', query })
  expect(count({ centre: 'east', day: { $gte: '2026-11-19' } })).toEqual({ total: 50, examined: 0 })
  expect(count({})).toEqual({ total: 1000, examined: 0 })
  expect(count({ centre: 'east', n: { $lt: 10 } })).toEqual({ total: 5, examined: 500 })
})

test('what a query reads without an index is said', async () => {
  const { look, database } = await visits('centre day')
  expect(look({ n: 5 })).toEqual({ found: [5], examined: 1000 })
  const { examined } = await database.modify({
    collection: 'visits',
    query: { centre: 'east', n: 7 },
    update: { $set: { seen: true } },
    multi: true,
    merge: true,
    upsert: false,
  })
  expect(examined).toBe(500)
})

test('an index that begins with one value of a list yields the order of what follows', async () => {
  const { look } = await visits('tags n')
  expect(look({ tags: 't30' }, [['n', -1]], 2)).toEqual({ found: [930, 830], examined: 2 })
  expect(look({ tags: 't30' }, [['n', 1]], 3)).toEqual({ found: [30, 130, 230], examined: 3 })
  expect(look({ tags: { $in: ['t30', 'first'] } }, [['n', 1]], 3)).toEqual({
    found: [0, 10, 20],
    examined: 3,
  })
})

test('several values before the order are walked side by side, and no further than the limit', async () => {
  const { look } = await visits('centre day n')
  const order: [string, 1 | -1][] = [
    ['day', -1],
    ['n', -1],
  ]
  const both = { centre: { $in: ['west', 'east'] } }
  expect(look(both, order, 3)).toEqual({ found: [999, 979, 959], examined: 3 })
  const days = look({ centre: 'east', day: { $in: ['2026-11-02', '2026-11-04'] } }, [['n', 1]], 4)
  expect(days).toEqual({ found: [1, 3, 21, 23], examined: 4 })
})

test('alternatives that each have an index in the order are walked side by side', async () => {
  const { look } = await visits('centre day n')
  const behind = (centre: string) => [
    { centre, day: '2026-11-04', n: { $gt: 900 } },
    { centre, day: { $gt: '2026-11-04' } },
  ]
  const order: [string, 1 | -1][] = [
    ['day', 1],
    ['n', 1],
  ]
  expect(look({ $or: behind('east') }, order, 7)).toEqual({
    found: [903, 923, 943, 963, 983, 5, 25],
    examined: 7,
  })
  const both = look({ $or: [...behind('east'), ...behind('west')] }, order, 7)
  expect(both).toEqual({ found: [903, 923, 943, 963, 983, 4, 24], examined: 7 })
})

test('conditions met by different elements of a list match, with an index as without', async () => {
  const { database } = open([indexed('c', 'tags', 'parts.kind parts.size')])
  await database.insert({
    collection: 'c',
    documents: [
      {
        _id: 1,
        tags: ['a', 'd'],
        parts: [
          { kind: 'x', size: 3 },
          { kind: 'y', size: 2 },
        ],
      },
      { _id: 2, tags: ['c'], parts: [] },
    ],
  })
  const find = (query: Document, order: [string, 1 | -1][] = []) =>
    database.find({ collection: 'c', query, order }).documents.map(({ _id }) => _id)
  expect(find({ tags: { $gt: 'a', $lt: 'c' } })).toEqual([1])
  expect(find({ 'parts.kind': 'x', 'parts.size': 2 })).toEqual([1])
  expect(find({ parts: { $elemMatch: { kind: 'x', size: 2 } } })).toEqual([])
  expect(find({ tags: { $gte: 'c' } }, [['tags', 1]])).toEqual([1, 2])
})

test('an index whose directions do not fit the order is not walked for it', async () => {
  const { look } = await visits('centre n- day')
  const order: [string, 1 | -1][] = [
    ['centre', 1],
    ['n', 1],
  ]
  expect(look({ centre: { $in: ['east', 'west'] }, n: { $lt: 4 } }, order).found).toEqual([
    1, 3, 0, 2,
  ])
})

test('the first letters find the text that is nothing more, also in a descending index', async () => {
  const { database } = open([indexed('c', 'b-')])
  await database.insert({
    collection: 'c',
    documents: [
      { _id: 0, b: 'a' },
      { _id: 1, b: 'ab' },
    ],
  })
  const { documents } = database.find({ collection: 'c', query: { b: /^a/ } })
  expect(documents.map(({ _id }) => _id).sort()).toEqual([0, 1])
})

const scalar = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 4 }) },
  fc.constantFrom(null, 'a', 'b', 'ab', true, new Date(1)),
)
const value = fc.oneof(
  { weight: 4, arbitrary: scalar },
  fc.array(scalar, { maxLength: 3 }),
  fc.record({ c: scalar }, { requiredKeys: [] }),
  fc.array(fc.record({ c: scalar, d: scalar }, { requiredKeys: [] }), { maxLength: 3 }),
)
const documents = fc.array(fc.record({ a: value, b: scalar }, { requiredKeys: [] }), {
  minLength: 1,
  maxLength: 25,
})
const condition = fc.oneof(
  scalar,
  scalar.map(($gt) => ({ $gt })),
  fc.tuple(scalar, scalar).map(([$gte, $lt]) => ({ $gte, $lt })),
  scalar.map(($lte) => ({ $lte })),
  fc.array(scalar, { maxLength: 3 }).map(($in) => ({ $in })),
  fc.boolean().map(($exists) => ({ $exists })),
  scalar.map(($ne) => ({ $ne })),
  fc.constant({ $elemMatch: { c: 1, d: { $gt: 0 } } }),
  fc.constant({ $elemMatch: { $gte: 1, $lt: 3 } }),
  fc.constant(/^a/),
)
const simple = fc.record(
  { a: condition, b: condition, 'a.c': condition, 'a.d': condition },
  { requiredKeys: [] },
)
const query = fc.oneof(
  simple,
  fc.tuple(simple, simple).map(($and) => ({ $and })),
  fc.tuple(simple, simple).map(($or) => ({ $or })),
)
const orders = fc.constantFrom<[string, 1 | -1][]>(
  [],
  [['a', 1]],
  [
    ['a', -1],
    ['b', 1],
  ],
  [['b', -1]],
)

test('whatever the indexes, a query finds the same documents in the same order', async () => {
  const plain = open([indexed('c')]).database
  const fast = open([indexed('c', 'a b-', 'b', 'a.c a.d', 'b- a')]).database
  const run = (database: Database, asked: Document, order: [string, 1 | -1][], limit = 1000) =>
    database.find({ collection: 'c', query: asked, order, limit }).documents
  await fc.assert(
    fc.asyncProperty(documents, query, orders, async (list, asked, order) => {
      for (const database of [plain, fast]) {
        await database.remove({ collection: 'c', query: {}, multi: true })
        const numbered = list.map((document, _id) => ({ _id, ...document }))
        await database.insert({ collection: 'c', documents: numbered })
      }
      const expected = run(plain, asked, order)
      const found = run(fast, asked, order)
      const byId = (a: Document, b: Document) => (a._id as number) - (b._id as number)
      expect([...found].sort(byId)).toEqual([...expected].sort(byId))
      const fields = order.map(([field, direction]) => ({ path: [field], direction }))
      const places = (list: Document[]) => list.map((document) => sortKey(document, fields))
      if (order.length > 0) {
        expect(places(found)).toEqual(places(expected))
        expect(places(run(fast, asked, order, 3))).toEqual(places(expected).slice(0, 3))
      }
    }),
    { numRuns: 400 },
  )
})

test('documents elsewhere in the index cost nothing', async () => {
  const { database, look } = await visits('centre day')
  const before = look({ centre: 'east', day: '2026-11-02' }, [], 20)
  const more = Array.from({ length: 5000 }, (_, n) => ({ centre: 'north', day: '2026-11-02', n }))
  await database.insert({ collection: 'visits', documents: more })
  expect(look({ centre: 'east', day: '2026-11-02' }, [], 20)).toEqual(before)
})
