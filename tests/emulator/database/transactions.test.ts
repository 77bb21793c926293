import { Clock } from '@/emulator/clock'
import { Database, type Document } from '@/emulator/database'
import { defaultLimits, type Limits } from '@/emulator/limits'
import { closeAll, indexed, open } from './open'

afterEach(closeAll)

const conflict = {
  code: 'DATABASE_TRANSACTION_CONFLICT',
  message: expect.stringContaining('TransactionConflict'),
}
const busy = {
  code: 'DATABASE_TRANSACTION_CONFLICT',
  message: expect.stringContaining('TransactionBusy'),
}
const over = {
  code: 'DATABASE_TRANSACTION_FAIL',
  message: expect.stringContaining('TransactionNotExist'),
}

/** Two accounts, and the operations a schedule is written in; without a transaction id they are plain. */
async function bank(limits: Partial<Limits> = {}) {
  const { database, path } = open([indexed('accounts', '!card', 'kind')], limits)
  await database.insert({
    collection: 'accounts',
    documents: [
      { _id: 'a', fen: 100, card: 1, kind: 'x' },
      { _id: 'b', fen: 100, card: 2, kind: 'x' },
    ],
  })
  return {
    database,
    path,
    read: (_id: string, transactionId?: string) =>
      database.find({ collection: 'accounts', query: { _id }, transactionId }).documents[0]?.fen,
    list: (query: Document, transactionId?: string) =>
      database
        .find({ collection: 'accounts', query, transactionId, order: [['fen', 1]] })
        .documents.map(({ _id, fen }) => `${String(_id)}${String(fen)}`),
    set: (_id: string, fen: number, transactionId?: string) =>
      database.modify({
        collection: 'accounts',
        query: { _id },
        update: { $set: { fen } },
        multi: false,
        merge: true,
        upsert: false,
        transactionId,
      }),
    add: (document: Document, transactionId?: string) =>
      database.insert({ collection: 'accounts', documents: [document], transactionId }),
    remove: (_id: string, transactionId?: string) =>
      database.remove({ collection: 'accounts', query: { _id }, multi: false, transactionId }),
  }
}

test('lost update: the second of two who read the same cannot overwrite the first', async () => {
  const { database, read, set } = await bank()
  const [one, two] = [database.startTransaction(), database.startTransaction()]
  expect([read('a', one), read('a', two)]).toEqual([100, 100])
  await set('a', 90, one)
  await database.commit(one)
  await expect(set('a', 80, two)).rejects.toMatchObject(conflict)
  await expect(database.commit(two)).rejects.toMatchObject(conflict)
  expect(read('a')).toBe(90)
})

test('two writers at once: the second fails at once, the first goes on', async () => {
  const { database, read, set } = await bank()
  const [one, two] = [database.startTransaction(), database.startTransaction()]
  await set('a', 90, one)
  await expect(set('a', 80, two)).rejects.toMatchObject(busy)
  await database.commit(one)
  expect(read('a')).toBe(90)
})

test('dirty read: nobody sees what is not committed, and nothing of what is rolled back', async () => {
  const { database, read, set, list } = await bank()
  const [one, two] = [database.startTransaction(), database.startTransaction()]
  await set('a', 1, one)
  expect([read('a'), read('a', two)]).toEqual([100, 100])
  expect(list({ fen: 1 })).toEqual([])
  database.abort(one)
  expect(read('a')).toBe(100)
  await expect(database.commit(one)).rejects.toMatchObject(over)
})

test('repeatable read: the snapshot is that of the first operation, for queries and counts too', async () => {
  const { database, read, set, add, list, remove } = await bank()
  const one = database.startTransaction()
  await set('b', 70)
  expect(read('a', one)).toBe(100)
  await set('a', 5)
  await remove('b')
  await add({ _id: 'c', fen: 1, card: 3, kind: 'x' })
  expect([read('a', one), read('b', one), read('c', one)]).toEqual([100, 70, undefined])
  expect(list({ kind: 'x' }, one)).toEqual(['b70', 'a100'])
  const count = { collection: 'accounts', query: { kind: 'x' } }
  expect(database.count({ ...count, transactionId: one }).total).toBe(2)
  const grouped = {
    collection: 'accounts',
    stages: [{ $group: { _id: null, fen: { $sum: '$fen' } } }],
  }
  expect(database.aggregate({ ...grouped, transactionId: one }).documents[0]!.fen).toBe(170)
  expect(list({ kind: 'x' })).toEqual(['c1', 'a5'])
})

test('own writes are visible inside, by _id and in queries, and all at once outside', async () => {
  const { database, read, set, add, remove, list } = await bank()
  const one = database.startTransaction()
  await set('a', 50, one)
  await set('a', 40, one)
  await add({ _id: 'c', fen: 10, card: 3, kind: 'x' }, one)
  await set('c', 20, one)
  await remove('b', one)
  expect([read('a', one), read('b', one), read('c', one)]).toEqual([40, undefined, 20])
  expect(list({ kind: 'x' }, one)).toEqual(['c20', 'a40'])
  expect(list({ kind: 'x' })).toEqual(['a100', 'b100'])
  await database.commit(one)
  expect(list({ kind: 'x' })).toEqual(['c20', 'a40'])
  expect(database.count({ collection: 'accounts', query: { card: 2 } }).total).toBe(0)
})

test('removing and adding the same document inside is a change of it', async () => {
  const { database, add, remove, read } = await bank()
  const one = database.startTransaction()
  await remove('a', one)
  await add({ _id: 'a', fen: 1, card: 9 }, one)
  await add({ _id: 'c', fen: 2, card: 1 }, one)
  await remove('c', one)
  await database.commit(one)
  expect([read('a'), read('c')]).toEqual([1, undefined])
  await add({ _id: 'd', card: 1 })
})

test('write skew is possible: two who each keep the sum, but not together', async () => {
  const { database, read, set } = await bank()
  const [one, two] = [database.startTransaction(), database.startTransaction()]
  for (const id of [one, two]) expect([read('a', id), read('b', id)]).toEqual([100, 100])
  await set('a', -50, one)
  await set('b', -50, two)
  await database.commit(one)
  await database.commit(two)
  expect([read('a'), read('b')]).toEqual([-50, -50])
})

test('a plain write waits for the transaction that holds its document, and no other', async () => {
  const { database, read, set } = await bank()
  const one = database.startTransaction()
  await set('a', 90, one)
  const done: string[] = []
  const waiting = set('a', 10).then(() => done.push('plain'))
  await set('b', 1)
  expect([read('a'), read('b')]).toEqual([100, 1])
  await database.commit(one).then(() => done.push('commit'))
  expect(read('a')).not.toBe(100)
  await waiting
  expect(done).toEqual(['commit', 'plain'])
  expect(read('a')).toBe(10)
})

test('a guarded plain write that had to wait looks again at what it guards', async () => {
  const { database, read } = await bank()
  const take = (transactionId?: string) =>
    database.modify({
      collection: 'accounts',
      query: { _id: 'a', fen: { $gte: 100 } },
      update: { $inc: { fen: -100 } },
      multi: transactionId === undefined,
      merge: true,
      upsert: false,
      transactionId,
    })
  const one = database.startTransaction()
  expect(await take(one)).toMatchObject({ updated: 1 })
  const waiting = take()
  await database.commit(one)
  expect(await waiting).toMatchObject({ matched: 0, updated: 0 })
  expect(read('a')).toBe(0)
})

test('a plain write after the snapshot makes the transaction fail on that document', async () => {
  const { database, read, set, remove } = await bank()
  const one = database.startTransaction()
  expect(read('a', one)).toBe(100)
  await set('a', 60)
  await expect(set('a', 50, one)).rejects.toMatchObject(conflict)
  const two = database.startTransaction()
  expect(read('b', two)).toBe(100)
  await remove('b')
  await expect(remove('b', two)).rejects.toMatchObject(conflict)
  expect(read('a')).toBe(60)
})

test('an abandoned transaction is rolled back, and who waited for it goes on', async () => {
  const { database, read, set } = await bank({ transactionIdleMs: 20 })
  const one = database.startTransaction()
  await set('a', 90, one)
  await set('a', 10)
  expect(read('a')).toBe(10)
  expect(() => read('a', one)).toThrow(expect.objectContaining(over))
  await expect(database.commit(one)).rejects.toMatchObject(over)
})

test('a transaction in use is not abandoned', async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] })
  try {
    const { database, read } = await bank({ transactionIdleMs: 1000 })
    const one = database.startTransaction()
    for (let turn = 0; turn < 3; turn++) {
      jest.advanceTimersByTime(900)
      expect(read('a', one)).toBe(100)
    }
    jest.advanceTimersByTime(1000)
    expect(() => read('a', one)).toThrow(expect.objectContaining(over))
  } finally {
    jest.useRealTimers()
  }
})

test('after a restart nothing that was committed before is a conflict', async () => {
  const { database, path, set } = await bank()
  await set('a', 60)
  const again = Database.open({ path, clock: new Clock(), limits: defaultLimits })
  const one = again.startTransaction()
  const change = {
    collection: 'accounts',
    query: { _id: 'a' },
    update: { $inc: { fen: 1 } },
    multi: false,
    merge: true,
    upsert: false,
  }
  expect(await again.modify({ ...change, transactionId: one })).toMatchObject({ updated: 1 })
  await again.commit(one)
  expect(database.find({ collection: 'accounts', query: { _id: 'a' } }).documents[0]!.fen).toBe(61)
  again.close()
})

test('duplicate _id: taken before, taken by another transaction, taken since the snapshot', async () => {
  const { database, read, add } = await bank()
  const first = database.startTransaction()
  await expect(add({ _id: 'a', card: 7 }, first)).rejects.toThrow('E11000 duplicate key')
  expect(() => read('a', first)).toThrow(expect.objectContaining(over))

  const [one, two] = [database.startTransaction(), database.startTransaction()]
  await add({ _id: 'new', fen: 1, card: 7 }, one)
  await expect(add({ _id: 'new', fen: 2, card: 8 }, two)).rejects.toMatchObject(busy)
  const waiting = add({ _id: 'new', fen: 3, card: 9 })
  await database.commit(one)
  await expect(waiting).rejects.toThrow('E11000 duplicate key')

  const three = database.startTransaction()
  expect(read('later', three)).toBeUndefined()
  await add({ _id: 'later', card: 10 })
  await expect(add({ _id: 'later', card: 11 }, three)).rejects.toMatchObject(conflict)
  expect(read('new')).toBe(1)
})

test('a unique value is guarded inside as outside', async () => {
  const { database, add, remove, read } = await bank()
  const one = database.startTransaction()
  await add({ _id: 'c', card: 3 }, one)
  await expect(add({ _id: 'd', card: 3 }, one)).rejects.toThrow('index: !card')

  const two = database.startTransaction()
  await expect(add({ _id: 'd', card: 1 }, two)).rejects.toThrow('index: !card')

  const three = database.startTransaction()
  await remove('a', three)
  const waiting = add({ _id: 'e', card: 1, fen: 5 })
  await database.commit(three)
  await waiting
  expect(read('e')).toBe(5)
})

test('two documents may exchange a unique value in one transaction', async () => {
  const { database } = await bank()
  const one = database.startTransaction()
  const setCard = (_id: string, card: number) =>
    database.modify({
      collection: 'accounts',
      query: { _id },
      update: { $set: { card } },
      multi: false,
      merge: true,
      upsert: false,
      transactionId: one,
    })
  await setCard('a', 3)
  await setCard('b', 1)
  await setCard('a', 2)
  await database.commit(one)
  const holder = (card: number) =>
    database.find({ collection: 'accounts', query: { card } }).documents[0]!._id
  expect([holder(1), holder(2)]).toEqual(['b', 'a'])
})

test('an operand the document refuses ends the transaction', async () => {
  const { database, set, read } = await bank()
  const one = database.startTransaction()
  await set('a', 1, one)
  const wrong = database.modify({
    collection: 'accounts',
    query: { _id: 'a' },
    update: { $push: { fen: 1 } },
    multi: false,
    merge: true,
    upsert: false,
    transactionId: one,
  })
  await expect(wrong).rejects.toThrow('must be an array')
  await expect(database.commit(one)).rejects.toMatchObject(over)
  expect(read('a')).toBe(100)
})

test('an index made after the snapshot cannot be used in it, so the transaction conflicts', async () => {
  const { database, read } = await bank()
  const one = database.startTransaction()
  expect(read('a', one)).toBe(100)
  database.define(indexed('accounts', '!card', 'kind', 'fen'))
  expect(() => read('a', one)).toThrow(expect.objectContaining(conflict))
})

test('an empty transaction commits; an unknown one does not', async () => {
  const { database } = await bank()
  await database.commit(database.startTransaction())
  await expect(database.commit('none')).rejects.toMatchObject(over)
  expect(() => database.abort('none')).toThrow(expect.objectContaining(over))
})
