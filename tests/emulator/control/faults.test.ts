import { startCloud, type TestCloud } from '../../support/cloud'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud({ functions: 'fixtures' })
})
afterAll(() => cloud.stop())
afterEach(() => cloud.clearFaults())

const notes = <T = unknown>(procedure: string, input: object = {}) =>
  cloud.call<T>('li', 'notes', { procedure, input })
const stored = async (id: string) => (await cloud.admin.collection('notes').doc(id).get()).data[0]
const clean = () =>
  Promise.all(['first', 'second'].map((id) => cloud.admin.collection('notes').doc(id).remove()))
beforeEach(clean)

const refused = (text: string) => ({
  errCode: -504002,
  errMsg: expect.stringContaining(text) as string,
})

test('error: the service fails before doing it, once', async () => {
  await cloud.fault({ action: 'database.modifyDocument', kind: 'error' })
  await expect(notes('twoWrites')).rejects.toMatchObject(refused('-501001'))
  expect(await stored('first')).toBeUndefined()
  expect(await notes('twoWrites')).toBe('done')
})

test('lostReply: it is done, and the caller does not hear of it', async () => {
  await cloud.fault({ action: 'write', kind: 'lostReply' })
  await expect(notes('twoWrites')).rejects.toMatchObject(refused('-501001'))
  expect(await stored('first')).toMatchObject({ done: true })
  expect(await stored('second')).toBeUndefined()
})

test('busy: the text says TransactionBusy, and nothing is done', async () => {
  await cloud.fault({ action: 'database.*', kind: 'busy' })
  await expect(notes('twoWrites')).rejects.toMatchObject(refused('TransactionBusy'))
  expect(await stored('first')).toBeUndefined()
})

test('timeout: no answer, and nothing is done', async () => {
  await cloud.fault({ action: 'database.getDocument', procedure: 'byText', kind: 'timeout' })
  const silent = new AbortController()
  const answer = fetch(`${cloud.url}/call/notes`, {
    method: 'POST',
    body: '{"procedure":"byText","input":{"text":"x"}}',
    signal: silent.signal,
  })
  while ((await cloud.faults()).length > 0);
  expect((await cloud.metrics()).procedures['notes.byText']).toMatchObject({ calls: 0 })
  silent.abort()
  await expect(answer).rejects.toThrow()
})

test('pause: held until it is let go, and then done', async () => {
  await cloud.fault({ action: 'database.modifyDocument', kind: 'pause' })
  const answer = notes('twoWrites')
  await cloud.paused()
  expect(await stored('first')).toBeUndefined()
  await cloud.resume()
  expect(await answer).toBe('done')
  expect(await stored('second')).toMatchObject({ done: true })
})

describe('crash between any two writes', () => {
  test.each([
    [0, false, [false, false]],
    [0, true, [true, false]],
    [1, false, [true, false]],
    [1, true, [true, true]],
  ])('write %i, after it: %s', async (skip, after, done) => {
    await cloud.fault({ action: 'write', procedure: 'twoWrites', kind: 'crash', skip, after })
    await expect(notes('twoWrites')).rejects.toMatchObject(refused('crashed'))
    expect([await stored('first'), await stored('second')].map(Boolean)).toEqual(done)
    expect(await notes('twoWrites')).toBe('done')
  })
})

test('a fault hits the procedure and the collection it names, and no other', async () => {
  await cloud.fault({ action: 'write', procedure: 'notes.twoWrites', kind: 'error' })
  await cloud.fault({ action: 'write', collection: 'gates', kind: 'error' })
  await notes('put', { id: 'a', text: 'x' })
  expect(await cloud.faults()).toHaveLength(2)
  await expect(notes('twoWrites')).rejects.toMatchObject({ errCode: -504002 })
  expect(await cloud.faults()).toHaveLength(1)
})

test('times and skip count requests', async () => {
  await cloud.fault({ action: 'write', procedure: 'put', kind: 'error', times: 2, skip: 1 })
  const outcomes = []
  for (let i = 0; i < 4; i++)
    outcomes.push(
      await notes('put', { id: 'a', text: 'x' }).then(
        () => 'done',
        () => 'failed',
      ),
    )
  expect(outcomes).toEqual(['done', 'failed', 'failed', 'done'])
})

test('call: the answer to the phone is lost after the function has run', async () => {
  await cloud.fault({ action: 'call', procedure: 'put', kind: 'lostReply' })
  await expect(notes('put', { id: 'lost', text: 'kept' })).rejects.toThrow('fetch failed')
  expect(await stored('lost')).toMatchObject({ text: 'kept' })
})

test('a fault that says nothing sensible is refused', async () => {
  await expect(cloud.fault({ action: '', kind: 'error' })).rejects.toThrow('action')
  await expect(cloud.fault({ action: 'write', kind: 'fire' as 'error' })).rejects.toThrow('kind')
  await expect(cloud.fault({ action: 'call', kind: 'crash' })).rejects.toThrow('kind')
})
