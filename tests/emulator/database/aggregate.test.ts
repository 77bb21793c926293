import { ObjectId } from 'bson'
import type { Document } from '@/emulator/database'
import { closeAll, indexed, noon, open } from './open'

afterEach(closeAll)

async function library() {
  const { database } = open([indexed('orders', 'day', 'who'), indexed('people', 'block')])
  const orders = Array.from({ length: 300 }, (_, n) => ({
    _id: n,
    day: n % 100,
    who: `p${n % 3}`,
    fen: n * 100,
    dishes: n === 7 ? ['饭', '汤'] : ['饭'],
  }))
  await database.insert({ collection: 'orders', documents: orders })
  await database.insert({
    collection: 'people',
    documents: [
      { _id: 'p0', block: 3, name: '李', friends: ['p1', 'p2'] },
      { _id: 'p1', block: 3, name: '王' },
      { _id: 'p2', block: 4, name: '赵', friends: null },
    ],
  })
  const run = (stages: Document[], collection = 'orders') =>
    database.aggregate({ collection, stages })
  return { database, run }
}

test('stages at the head use indexes: match, sort, skip and limit read only what they keep', async () => {
  const { run } = await library()
  const { documents, examined } = run([
    { $match: { day: { $gte: 10 } } },
    { $match: { day: { $lt: 12 } } },
    { $sort: { day: -1 } },
    { $skip: 1 },
    { $limit: 2 },
    { $project: { day: 1, yuan: { $divide: ['$fen', 100] } } },
  ])
  expect(documents).toEqual([
    { _id: 111, day: 11, yuan: 111 },
    { _id: 11, day: 11, yuan: 11 },
  ])
  expect(examined).toBe(3)
})

test('group, unwind, bucket, facet and the rest of the language', async () => {
  const { run } = await library()
  expect(
    run([
      { $match: { day: 7 } },
      { $unwind: '$dishes' },
      { $group: { _id: '$dishes', n: { $sum: 1 }, fen: { $sum: '$fen' } } },
      { $sort: { n: -1 } },
    ]).documents,
  ).toEqual([
    { _id: '饭', n: 3, fen: 32100 },
    { _id: '汤', n: 1, fen: 700 },
  ])
  expect(run([{ $count: 'all' }]).documents).toEqual([{ all: 300 }])
  const facets = run([
    {
      $facet: {
        most: [{ $sort: { fen: -1 } }, { $limit: 1 }, { $project: { fen: 1 } }],
        halves: [
          { $bucket: { groupBy: '$day', boundaries: [0, 50, 100], output: { n: { $sum: 1 } } } },
        ],
      },
    },
  ])
  expect(facets.documents).toEqual([
    {
      most: [{ _id: 299, fen: 29900 }],
      halves: [
        { _id: 0, n: 150 },
        { _id: 50, n: 150 },
      ],
    },
  ])
})

test('$lookup by fields reads partners by their index, once, also for lists', async () => {
  const { run } = await library()
  const { documents, examined } = run(
    [
      { $match: { _id: { $in: ['p0', 'p2'] } } },
      { $lookup: { from: 'people', localField: 'friends', foreignField: '_id', as: 'friends' } },
      { $lookup: { from: 'orders', localField: '_id', foreignField: 'who', as: 'orders' } },
      { $project: { friends: '$friends.name', orders: { $size: '$orders' } } },
    ],
    'people',
  )
  expect(documents).toEqual([
    { _id: 'p0', friends: ['王', '赵'], orders: 100 },
    { _id: 'p2', friends: [], orders: 100 },
  ])
  expect(examined).toBe(2 + 2 + 200)
})

test('$lookup with let and a pipeline uses indexes for the equality inside $expr', async () => {
  const { run } = await library()
  const stage = {
    $lookup: {
      from: 'orders',
      let: { person: '$_id', least: 29000 },
      pipeline: [
        {
          $match: {
            $expr: { $and: [{ $eq: ['$who', '$$person'] }, { $gte: ['$fen', '$$least'] }] },
          },
        },
        { $group: { _id: null, fen: { $sum: '$fen' } } },
      ],
      as: 'large',
    },
  }
  const { documents, examined } = run([{ $match: { _id: 'p1' } }, stage], 'people')
  expect(documents).toEqual([
    { _id: 'p1', block: 3, name: '王', large: [{ _id: null, fen: 29200 + 29500 + 29800 }] },
  ])
  expect(examined).toBe(1 + 100)
})

test('$lookup by fields with a pipeline, an absent collection, and inside $facet', async () => {
  const { run } = await library()
  const last = {
    $lookup: {
      from: 'orders',
      localField: '_id',
      foreignField: 'who',
      pipeline: [{ $sort: { fen: -1 } }, { $limit: 1 }, { $project: { fen: 1, _id: 0 } }],
      as: 'last',
    },
  }
  const none = { $lookup: { from: 'absent', localField: '_id', foreignField: 'x', as: 'none' } }
  expect(run([{ $match: { _id: 'p1' } }, last, none], 'people').documents).toEqual([
    { _id: 'p1', block: 3, name: '王', last: [{ fen: 29800 }], none: [] },
  ])
  expect(
    run([{ $facet: { a: [{ $match: { _id: 'p1' } }, last] } }], 'people').documents[0]!.a,
  ).toMatchObject([{ last: [{ fen: 29800 }] }])
})

test('$unionWith and $graphLookup reach other collections', async () => {
  const { run } = await library()
  const union = { $unionWith: { coll: 'orders', pipeline: [{ $match: { day: 99 } }] } }
  expect(run([union, { $count: 'n' }], 'people').documents).toEqual([{ n: 6 }])
  const graph = {
    $graphLookup: {
      from: 'people',
      startWith: '$friends',
      connectFromField: 'friends',
      connectToField: '_id',
      as: 'reach',
    },
  }
  const [li] = run([{ $match: { _id: 'p0' } }, graph], 'people').documents
  expect((li!.reach as Document[]).map(({ _id }) => _id).sort()).toEqual(['p1', 'p2'])
})

test('$sort is BSON order wherever it stands', async () => {
  const { database, run } = await library()
  database.addCollection('mixed')
  await database.insert({
    collection: 'mixed',
    documents: [
      { _id: 1, v: 'a' },
      { _id: 2, v: 5 },
      { _id: 3, v: null },
      { _id: 4 },
      { _id: 5, v: true },
      { _id: 6, v: new ObjectId() },
    ],
  })
  const { documents } = run([{ $addFields: { w: 1 } }, { $sort: { v: 1 } }], 'mixed')
  expect(documents.map(({ _id }) => _id)).toEqual([3, 4, 2, 1, 6, 5])
})

test('$bucket: a value on a boundary begins its bucket, empty buckets are left out', async () => {
  const { run } = await library()
  const bucket = {
    groupBy: '$_id',
    boundaries: [0, 100, 200, 250, 1000],
    output: { n: { $sum: 1 } },
  }
  const buckets = (stage: Document) =>
    run([{ $match: { _id: { $lt: 201 } } }, { $bucket: stage }]).documents
  expect(buckets(bucket)).toEqual([
    { _id: 0, n: 100 },
    { _id: 100, n: 100 },
    { _id: 200, n: 1 },
  ])
  const part = { ...bucket, boundaries: [0, 100] }
  expect(buckets({ ...part, default: 'more' })).toEqual([
    { _id: 0, n: 100 },
    { _id: 'more', n: 101 },
  ])
  expect(() => buckets(part)).toThrow('$switch')
  expect(() => buckets({ ...bucket, boundaries: [2, 1] })).toThrow('must be sorted')
})

test('$$NOW and server dates are the time of the clock', async () => {
  const { run } = await library()
  const { documents } = run([
    { $match: { _id: 1 } },
    { $project: { now: '$$NOW', text: { $literal: '$$NOW' }, year: { $year: '$$NOW' } } },
  ])
  expect((documents[0]!.now as Date).getTime()).toBeGreaterThanOrEqual(noon)
  expect((documents[0]!.now as Date).getTime()).toBeLessThan(noon + 60_000)
  expect(documents[0]).toMatchObject({ text: '$$NOW', year: 2026 })
})

test('what the pipeline cannot be is said', async () => {
  const { run } = await library()
  expect(() => run([{ $foo: {} }])).toThrow('$foo')
  expect(() => run([{ $out: 'people' }])).toThrow('$out is not allowed')
  expect(() => run([{ $merge: { into: 'people' } }])).toThrow('$merge is not allowed')
  expect(() => run([{ $limit: 0 }])).toThrow('the limit must be positive')
  expect(() => run([{ $lookup: { from: 'people' } }])).toThrow("'from' and 'as'")
  expect(() => run([], 'absent')).toThrow('Db or Table not exist')
})
