import { startCloud, type TestCloud } from '../../support/cloud'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud({ functions: 'fixtures', now: '2026-11-16T08:00:00+08:00' })
})
afterAll(() => cloud.stop())

const writtenAt = async () => {
  await cloud.call('li', 'notes', { procedure: 'put', input: { id: 'a', text: 'x' } })
  const { at } = await cloud.call<{ at: string }>('li', 'notes', {
    procedure: 'get',
    input: { id: 'a' },
  })
  return at
}

test('server dates follow the clock that is set', async () => {
  expect(await writtenAt()).toMatch(/^2026-11-16T00:0/)
  expect(await cloud.clock('2027-10-01T12:00:00+08:00')).toEqual({
    now: '2027-10-01T04:00:00.000Z',
  })
  expect(await writtenAt()).toMatch(/^2027-10-01T04:0/)
})

test('a clock is set to a time', async () => {
  await expect(cloud.clock('soon')).rejects.toThrow('not a time')
})
