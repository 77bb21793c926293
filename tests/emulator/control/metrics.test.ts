import { startCloud, type TestCloud } from '../../support/cloud'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud({ functions: 'fixtures' })
  for (const id of ['a', 'b']) await cloud.admin.collection('notes').doc(id).set({ text: id })
})
afterAll(() => cloud.stop())
beforeEach(() => cloud.resetMetrics())

const notes = (procedure: string, input: object = {}) =>
  cloud.call('li', 'notes', { procedure, input })

test('requests at the same time are one round trip', async () => {
  await notes('twoAtOnce')
  const { procedures } = await cloud.metrics()
  expect(procedures['notes.twoAtOnce']).toMatchObject({
    calls: 1,
    requests: 3,
    roundTrips: 2,
    examined: 3,
    overScans: 0,
  })
})

test('the same calls cost the same, however they overlap', async () => {
  await Promise.all(Array.from({ length: 20 }, () => notes('twoAtOnce')))
  const { procedures } = await cloud.metrics()
  expect(procedures['notes.twoAtOnce']).toMatchObject({ calls: 20, requests: 60, roundTrips: 40 })
})

test('a request whose connection dies has ended too', async () => {
  await cloud.fault({ action: 'write', procedure: 'insist', kind: 'lostReply' })
  await notes('insist', { id: 'a' })
  const { procedures } = await cloud.metrics()
  expect(procedures['notes.insist']).toMatchObject({ calls: 1, requests: 2, roundTrips: 2 })
})

test('what other clients ask is not put on a procedure', async () => {
  await cloud.admin.collection('notes').get()
  const { procedures, actions } = await cloud.metrics()
  expect(procedures).toEqual({})
  expect(actions).toMatchObject({ 'database.getDocument': 1 })
})

describe('over-scan', () => {
  const many = Array.from({ length: 300 }, (_, serial) => ({ serial, text: `n${serial}` }))

  test('is an error for a strict cloud, and counted', async () => {
    await cloud.admin.collection('notes').add(many)
    await expect(notes('byText', { text: 'n7' })).rejects.toMatchObject({
      errMsg: expect.stringMatching(/over-scan.*notes/) as string,
    })
    expect((await cloud.metrics()).procedures['notes.byText']).toMatchObject({ overScans: 1 })
  })

  test('is a warning for the demo, and answered', async () => {
    const demo = await startCloud({ functions: 'fixtures', strict: false })
    try {
      await demo.admin.collection('notes').add(many)
      expect(
        await demo.call('li', 'notes', { procedure: 'byText', input: { text: 'n7' } }),
      ).toHaveLength(1)
      expect(demo.output()).toContain('over-scan: notes.byText')
    } finally {
      await demo.stop()
    }
  })
})
