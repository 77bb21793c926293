import type { Document } from '@/emulator/database'
import { closeAll, indexed, noon, open } from './open'

afterEach(closeAll)

async function one(document: Document) {
  const { database } = open([indexed('c', 'tags')])
  await database.insert({ collection: 'c', documents: [{ _id: 'x', ...document }] })
  const update = (change: Document | Document[], query: Document = { _id: 'x' }) =>
    database.modify({
      collection: 'c',
      query,
      update: change,
      multi: false,
      merge: true,
      upsert: false,
    })
  const now = () => {
    const { _id, ...rest } = database.find({ collection: 'c', query: { _id: 'x' } }).documents[0]!
    return rest
  }
  return { database, update, now }
}

test.each<[string, Document, Document, Document]>([
  ['$set makes its path', {}, { $set: { 'a.b': 1 } }, { a: { b: 1 } }],
  ['$set replaces whole', { a: { b: 1, c: 2 } }, { $set: { a: { b: 2 } } }, { a: { b: 2 } }],
  ['$set inside a list', { a: [1, 2] }, { $set: { 'a.1': 9 } }, { a: [1, 9] }],
  ['$unset', { a: 1, b: 2 }, { $unset: { a: '' } }, { b: 2 }],
  ['$unset inside a list leaves null', { a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
  ['$inc', { a: 1 }, { $inc: { a: 2, 'b.c': -1 } }, { a: 3, b: { c: -1 } }],
  ['$mul', { a: 3 }, { $mul: { a: 2, b: 5 } }, { a: 6, b: 0 }],
  ['$min and $max', { a: 3, b: 3 }, { $min: { a: 2 }, $max: { b: 5 } }, { a: 2, b: 5 }],
  ['$max of dates', { a: new Date(1) }, { $max: { a: new Date(2) } }, { a: new Date(2) }],
  ['$rename', { a: 1 }, { $rename: { a: 'b.c' } }, { b: { c: 1 } }],
  ['$bit', { a: 6 }, { $bit: { a: { and: 3 } } }, { a: 2 }],
  ['$push', { a: [1] }, { $push: { a: 2, b: 3 } }, { a: [1, 2], b: [3] }],
  [
    '$push $each in front',
    { a: [3] },
    { $push: { a: { $each: [1, 2], $position: 0 } } },
    { a: [1, 2, 3] },
  ],
  [
    '$push sorts and cuts',
    { a: [5] },
    { $push: { a: { $each: [1, 9], $sort: -1, $slice: 2 } } },
    { a: [9, 5] },
  ],
  [
    '$push cuts a new list too',
    {},
    { $push: { a: { $each: [3, 1, 2], $sort: 1, $slice: 2 } } },
    { a: [1, 2] },
  ],
  ['$pull by value', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
  [
    '$pull by condition',
    { a: [{ n: 1 }, { n: 5 }] },
    { $pull: { a: { n: { $gt: 2 } } } },
    { a: [{ n: 1 }] },
  ],
  ['$pullAll', { a: [1, 2, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
  [
    '$addToSet',
    { a: [{ n: 1 }] },
    { $addToSet: { a: { $each: [{ n: 1 }, { n: 2 }] } } },
    { a: [{ n: 1 }, { n: 2 }] },
  ],
  ['$pop', { a: [1, 2, 3], b: [1, 2] }, { $pop: { a: 1, b: -1 } }, { a: [1, 2], b: [2] }],
])('%s', async (_, before, change, after) => {
  const { update, now } = await one(before)
  expect(await update(change)).toMatchObject({ matched: 1, updated: 1 })
  expect(now()).toEqual(after)
})

test.each<[Document, Document, string]>([
  [
    { a: 'x' },
    { $inc: { a: 1 } },
    `Cannot apply $inc to a value of non-numeric type. {_id: "x"} has the field 'a' of non-numeric type string`,
  ],
  [{ a: null }, { $inc: { a: 1 } }, `non-numeric type null`],
  [{ a: [1] }, { $mul: { a: 2 } }, `Cannot apply $mul to a value of non-numeric type`],
  [{ a: 1 }, { $inc: { a: '1' } }, `Cannot increment with non-numeric argument: {a: "1"}`],
  [{ a: 1 }, { $mul: { a: null } }, `Cannot multiply with non-numeric argument: {a: null}`],
  [
    { a: 'x' },
    { $push: { a: 1 } },
    `The field 'a' must be an array but is of type string in document {_id: "x"}`,
  ],
  [
    { a: {} },
    { $addToSet: { a: 1 } },
    `Cannot apply $addToSet to non-array field. Field named 'a' has non-array type object`,
  ],
  [{ a: 1 }, { $pull: { a: 1 } }, `Cannot apply $pull to a non-array value`],
  [{ a: 1 }, { $pop: { a: 1 } }, `Path 'a' contains an element of non-array type 'int'`],
  [{ a: [] }, { $pop: { a: 2 } }, `$pop expects 1 or -1`],
  [{ a: 1.5 }, { $bit: { a: { and: 1 } } }, `Cannot apply $bit to a value of non-integral type`],
  [{ a: null }, { $set: { 'a.b': 1 } }, `Cannot create field 'b' in element {a: null}`],
  [{ a: 'x' }, { $set: { 'a.b.c': 1 } }, `Cannot create field 'b' in element {a: "x"}`],
  [{ a: [1] }, { $set: { 'a.b': 1 } }, `Cannot create field 'b' in element {a: [ 1 ]}`],
  [{}, { $set: { a: 1 }, $inc: { a: 1 } }, `Updating the path 'a' would create a conflict at 'a'`],
  [
    {},
    { $set: { a: {} }, $inc: { 'a.b': 1 } },
    `Updating the path 'a.b' would create a conflict at 'a'`,
  ],
  [{}, { $set: { _id: 'y' } }, `would modify the immutable field '_id'`],
  [{}, { $set: {} }, `'$set' is empty. You must specify a field like so: {$set: {<field>: ...}}`],
  [{}, { $sett: { a: 1 } }, `Unknown modifier: $sett`],
  [{}, { $set: { a: { $b: 1 } } }, `The dollar ($) prefixed field '$b'`],
])('%j refuses %j', async (before, change, message) => {
  const { update, now } = await one(before)
  await expect(update(change)).rejects.toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringContaining(message),
  })
  expect(now()).toEqual(before)
})

test('a guard in the query holds at the moment of the change: of two takers of the last place one gets it', async () => {
  const { database, update } = await one({ left: 1 })
  const take = () => update({ $inc: { left: -1 } }, { _id: 'x', left: { $gt: 0 } })
  const takers = await Promise.all([take(), take(), take()])
  expect(takers.map(({ updated }) => updated)).toEqual([1, 0, 0])
  expect(database.find({ collection: 'c', query: {} }).documents[0]!.left).toBe(0)
})

test('what is the same already is matched, not updated', async () => {
  const { update } = await one({ a: 1 })
  expect(await update({ $set: { a: 1, _id: 'x' } })).toMatchObject({ matched: 1, updated: 0 })
})

test('plain fields merge as $set; without merge they are the whole document', async () => {
  const { database, update, now } = await one({ a: 1, b: 2 })
  await update({ a: 5 })
  expect(now()).toEqual({ a: 5, b: 2 })
  const whole = { collection: 'c', query: { _id: 'x' }, multi: false, merge: false, upsert: true }
  await database.modify({ ...whole, update: { c: 3 } })
  expect(now()).toEqual({ c: 3 })
  await expect(database.modify({ ...whole, update: { $inc: { c: 1 } } })).rejects.toThrow('$inc')
  expect(
    await database.modify({ ...whole, query: { _id: 'new' }, update: { d: 4 } }),
  ).toMatchObject({ matched: 0, updated: 0, upsertedId: 'new' })
  expect(database.find({ collection: 'c', query: { _id: 'new' } }).documents).toEqual([
    { _id: 'new', d: 4 },
  ])
})

test('an upsert starts from what the query pins; $setOnInsert counts only then', async () => {
  const { database } = open([indexed('c')])
  const count = () =>
    database.modify({
      collection: 'c',
      query: { day: '2026-11-16', 'at.room': { $eq: 3 }, n: { $gt: 0 } },
      update: { $inc: { n: 1 }, $setOnInsert: { _id: 'k', first: true } },
      multi: false,
      merge: true,
      upsert: true,
    })
  expect(await count()).toMatchObject({ upsertedId: 'k', updated: 0 })
  expect(await count()).toMatchObject({ matched: 1, updated: 1 })
  expect(database.find({ collection: 'c', query: {} }).documents).toEqual([
    { _id: 'k', day: '2026-11-16', at: { room: 3 }, n: 2, first: true },
  ])
})

test('multi changes every match, and the ones before a refused one stay changed', async () => {
  const { database } = open([indexed('c')])
  const documents = [
    { _id: 1, n: 1 },
    { _id: 2, n: 2 },
    { _id: 3, n: 'x' },
    { _id: 4, n: 4 },
  ]
  await database.insert({ collection: 'c', documents })
  const all = { collection: 'c', multi: true, merge: true, upsert: false }
  expect(
    await database.modify({ ...all, query: { n: { $lt: 3 } }, update: { $set: { low: true } } }),
  ).toMatchObject({ matched: 2, updated: 2 })
  const refused = database.modify({ ...all, query: {}, update: { $inc: { n: 10 } } })
  await expect(refused).rejects.toThrow('non-numeric type string')
  const { documents: after } = database.find({ collection: 'c', query: {} })
  expect(after.map(({ n }) => n)).toEqual([11, 12, 'x', 4])
})

test('a $ in a path is the element the query found; $[] is every element', async () => {
  const { update, now } = await one({
    list: [
      { k: 'a', n: 1 },
      { k: 'b', n: 1 },
    ],
  })
  await update({ $inc: { 'list.$.n': 5 } }, { _id: 'x', 'list.k': 'b' })
  expect(now()).toEqual({
    list: [
      { k: 'a', n: 1 },
      { k: 'b', n: 6 },
    ],
  })
  await update({ $inc: { 'list.$[].n': 1 } })
  expect(now()).toEqual({
    list: [
      { k: 'a', n: 2 },
      { k: 'b', n: 7 },
    ],
  })
})

test('server dates and $currentDate are the time of the clock', async () => {
  const { update, now } = await one({})
  await update({
    $set: { at: { $tcb_server_date: { offset: 1000 } } },
    $currentDate: { seen: true },
  })
  const { at, seen } = now() as { at: Date; seen: Date }
  expect(seen.getTime()).toBeGreaterThanOrEqual(noon)
  expect(at.getTime()).toBe(seen.getTime() + 1000)
})

test('a list of stages computes the new document from the old', async () => {
  const { update, now } = await one({ a: 2, b: 3 })
  await update([{ $set: { sum: { $add: ['$a', '$b'] } } }, { $unset: 'b' }])
  expect(now()).toEqual({ a: 2, sum: 5 })
})

test('modifyAndReturn gives the document as it is afterwards', async () => {
  const { database } = await one({ next: 7 })
  const take = (query: Document) =>
    database.modifyAndReturn({ collection: 'c', query, update: { $inc: { next: 1 } } })
  expect(await take({ _id: 'x' })).toMatchObject({ updated: 1, document: { _id: 'x', next: 8 } })
  expect(await take({ _id: 'y' })).toMatchObject({ updated: 0, document: null })
})

test('indexes follow a change: the old value finds nothing, the new one does', async () => {
  const { database, update } = await one({ tags: ['a', 'b'] })
  await update({ $set: { tags: ['b', 'c'] } })
  const finds = (tags: string) => database.count({ collection: 'c', query: { tags } }).total
  expect([finds('a'), finds('b'), finds('c')]).toEqual([0, 1, 1])
})

test('a unique index refuses a change onto the value of another', async () => {
  const { database } = open([indexed('c', '!card')])
  await database.insert({
    collection: 'c',
    documents: [
      { _id: 1, card: 'A' },
      { _id: 2, card: 'B' },
    ],
  })
  const change = (update: Document) =>
    database.modify({
      collection: 'c',
      query: { _id: 2 },
      update,
      multi: false,
      merge: true,
      upsert: false,
    })
  await expect(change({ $set: { card: 'A' } })).rejects.toThrow('E11000 duplicate key')
  expect(await change({ $set: { card: 'B', n: 1 } })).toMatchObject({ updated: 1 })
})
