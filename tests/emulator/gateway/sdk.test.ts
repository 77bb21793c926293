import { startCloud, type TestCloud } from '../../support/cloud'

// The genuine wx-server-sdk, inside a function, through the wire and back.

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud({ functions: 'fixtures', now: '2026-11-16T08:00:00+08:00' })
})
afterAll(() => cloud.stop())

const notes = <T = unknown>(procedure: string, input: object = {}) =>
  cloud.call<T>('li', 'notes', { procedure, input })

test('a document written by doc().set() is read by doc().get()', async () => {
  const written = await notes('put', { id: 'wall', text: '今天停水' })
  expect(written).toMatchObject({ _id: 'wall', stats: { created: 1 } })
  const { at, ...note } = await notes<{ at: string }>('get', { id: 'wall' })
  expect(note).toEqual({ _id: 'wall', text: '今天停水' })
  expect(at).toMatch(/^2026-11-16T00:0/)
})

test('add() answers the made-up _id, and the document is there', async () => {
  const { _id } = await notes<{ _id: string }>('add', { serial: 7, big: 2 ** 40, half: 0.5 })
  expect((await cloud.admin.collection('notes').doc(_id).get()).data).toEqual([
    { _id, serial: 7, big: 2 ** 40, half: 0.5 },
  ])
})

test('an operator changes the document where it is', async () => {
  await notes('put', { id: 'counted', text: 'x' })
  await Promise.all([1, 2, 3, 4, 5].map(() => notes('count', { id: 'counted' })))
  expect(await notes('get', { id: 'counted' })).toMatchObject({ count: 5 })
})

test('the second document with the same _id is -502001, as in the cloud', async () => {
  await notes('add', { _id: 'once' })
  await expect(notes('add', { _id: 'once' })).rejects.toMatchObject({
    errMsg: expect.stringMatching(/-502001.*E11000 duplicate key/s) as string,
  })
})

test('runTransaction reads, writes and commits', async () => {
  await notes('put', { id: 'loud', text: 'hello' })
  expect(await notes('transaction', { id: 'loud' })).toBe('hello')
  expect(await notes('get', { id: 'loud' })).toMatchObject({ text: 'hello!' })
})
