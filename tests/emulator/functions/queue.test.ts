import { resolve } from 'node:path'
import { Clock } from '@/emulator/clock'
import { Metrics } from '@/emulator/control/metrics'
import { FunctionHost } from '@/emulator/functions'
import { defaultLimits } from '@/emulator/limits'
import { build, bundles } from '../../support/bundles'

// The host by itself: what arrives in one order over HTTP is not for a test to say.

build('emulator')
build('fixtures')
const host = new FunctionHost({
  root: resolve(bundles.fixtures.to),
  workerFile: resolve('dist/emulator/worker.js'),
  adminUrl: 'http://127.0.0.1:1/admin',
  env: 'queue',
  appid: 'wx0',
  clock: new Clock(),
  limits: { ...defaultLimits, instances: 1 },
  metrics: new Metrics(),
  variables: () => ({}),
  log: process.stdout,
})
afterAll(() => host.close())

test('calls that wait are served in the order they came', async () => {
  const served: number[] = []
  await Promise.all(
    [0, 1, 2, 3, 4].map(async (place) => {
      await host.invoke('edges', '{"procedure":"who"}', { source: 'wx_client' })
      served.push(place)
    }),
  )
  expect(served).toEqual([0, 1, 2, 3, 4])
})

test('an instance that died makes room for those who wait', async () => {
  const call = (procedure: string) =>
    host.invoke('edges', JSON.stringify({ procedure }), { source: 'wx_client' })
  const [died, served] = await Promise.allSettled([call('exit'), call('nothing')])
  expect(died.status).toBe('rejected')
  expect(served).toMatchObject({ status: 'fulfilled', value: { result: 'null' } })
})

test('an event that is not one JSON object never reaches a function', async () => {
  for (const event of ['', 'null', '[]', '"text"', '{'])
    await expect(host.invoke('edges', event, { source: 'wx_client' })).rejects.toMatchObject({
      code: 'INVALID_PARAM',
    })
})
