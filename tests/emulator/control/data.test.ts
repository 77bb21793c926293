import { startCloud, type TestCloud } from '../../support/cloud'

const monday = '2026-11-16T08:00:00+08:00'
const template = 'template-of-a-reminder-0000000000000000000'

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startCloud({ functions: 'fixtures', strict: false, now: monday })
})
afterEach(() => cloud.stop())

const who = () => cloud.call<{ calls: number }>('li', 'edges', { procedure: 'who' })
const notes = async () => (await cloud.admin.collection('notes').count()).total

test('an emptied cloud has no documents, is at the time wanted, and its instances are warm', async () => {
  await cloud.call('li', 'notes', { procedure: 'put', input: { id: 'a', text: 'x' } })
  await cloud.consent('li', template)
  await cloud.fault({ action: 'write', kind: 'error' })
  expect((await who()).calls).toBe(1)
  expect(await notes()).toBe(1)

  await cloud.empty('2027-02-01T09:00:00+08:00')

  expect(await notes()).toBe(0)
  expect(await cloud.faults()).toEqual([])
  expect((await cloud.metrics()).procedures).toEqual({})
  expect((await who()).calls).toBe(2)
  await cloud.call('li', 'notes', { procedure: 'put', input: { id: 'b', text: 'y' } })
  const { at } = await cloud.call<{ at: string }>('li', 'notes', {
    procedure: 'get',
    input: { id: 'b' },
  })
  expect(at).toMatch(/^2027-02-01T01:0/)
})

test('nothing is emptied while a call is under way, nor without a time', async () => {
  await cloud.admin.collection('gates').doc('gate').set({ open: false })
  const held = cloud.call('li', 'edges', { procedure: 'gate' })
  for (;;)
    if ((await cloud.admin.collection('gates').where({ waiting: true }).count()).total > 0) break
  await expect(cloud.empty(monday)).rejects.toThrow('under way')
  await cloud.admin.collection('gates').doc('gate').update({ open: true })
  await held
  await expect(cloud.empty('soon')).rejects.toThrow('not a time')
})
