import { lastDue, once, runJobs, type Job, type JobRun } from '@/cloudfunctions/kit/jobs'
import { startCloud, type TestCloud } from '../support/cloud'
import { stepInto } from './inside'

const minute = 60_000
const hour = 60 * minute
const eight = Date.parse('2026-11-21T08:00:00+08:00')

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud()
  stepInto(cloud)
})
afterAll(() => cloud.stop())

jest.spyOn(console, 'log').mockReturnValue()
const clock = jest.spyOn(Date, 'now')
const at = (instant: number) => clock.mockReturnValue(instant)
afterAll(() => jest.restoreAllMocks())
beforeEach(async () => {
  at(eight)
  await cloud.clearFaults()
  await cloud.admin.collection('leases').where({ v: 1 }).remove()
})

/** A job that writes down its runs and does what is said in turn; then it is done. */
const job = (cron: string, ...turns: ((run: JobRun) => string | null)[]) => {
  const runs: JobRun[] = []
  const made: Job = {
    name: 'test.job',
    cron,
    run: (run) => {
      runs.push(run)
      const turn = turns[runs.length - 1]
      return Promise.resolve({ handled: 1, cursor: turn?.(run) ?? null })
    },
  }
  return { made, runs }
}

const always = '*/5 * * * *'

describe('the last moment a cron names', () => {
  test.each([
    [always, eight, '08:00'],
    [always, eight + 4 * minute + 59_000, '08:00'],
    ['0 17 * * *', eight + 9 * hour, '17:00'],
    ['30 7 * * *', eight, '07:30'],
  ])('%s at %s is %s of that day, at the centre', (cron, now, time) => {
    expect(lastDue(cron, now)).toBe(Date.parse(`2026-11-21T${time}:00+08:00`))
  })

  test('is that of yesterday before its hour', () => {
    expect(lastDue('0 17 * * *', eight)).toBe(Date.parse('2026-11-20T17:00:00+08:00'))
  })
})

test('two timers at once run a job once', async () => {
  const { made, runs } = job(always)
  await Promise.all([1, 2, 3].map(() => runJobs(['dl'], [made])))
  expect(runs).toHaveLength(1)
})

test('a job runs once for each time it is due, and once for all it missed', async () => {
  const { made, runs } = job('0 * * * *')
  await runJobs(['dl'], [made])
  await runJobs(['dl'], [made])
  expect(runs).toHaveLength(1)
  at(eight + 30 * minute)
  await runJobs(['dl'], [made])
  expect(runs).toHaveLength(1)
  at(eight + 7 * hour)
  await runJobs(['dl'], [made])
  await runJobs(['dl'], [made])
  expect(runs).toHaveLength(2)
})

test('cut off by its time, it goes on from its cursor at the next timer', async () => {
  const { made, runs } = job(
    always,
    () => 'page 2',
    () => {
      at(eight + 19_000)
      return 'page 3'
    },
  )
  await runJobs(['dl'], [made])
  expect(runs.map(({ cursor }) => cursor)).toEqual([null, 'page 2'])
  at(eight + minute)
  await runJobs(['dl'], [made])
  expect(runs.map(({ cursor }) => cursor)).toEqual([null, 'page 2', 'page 3'])
  await runJobs(['dl'], [made])
  expect(runs).toHaveLength(3)
})

test('while one timer runs, another leaves it alone; a holder that died is followed after a minute', async () => {
  const { made, runs } = job(always)
  await cloud.admin.collection('leases').add([
    {
      _id: 'dl_lease',
      centre: 'dl',
      v: 1,
      holder: 'somebody',
      heldUntil: eight + 30_000,
      jobs: { 'test-job': { doneFor: 0, cursor: 'page 7' } },
    },
  ])
  await runJobs(['dl'], [made])
  expect(runs).toEqual([])
  at(eight + 30_000)
  await runJobs(['dl'], [made])
  expect(runs.map(({ cursor }) => cursor)).toEqual(['page 7'])
})

test('a job that fails keeps nobody else from running, and is due again at the next timer', async () => {
  const quiet = jest.spyOn(console, 'error').mockReturnValue()
  const { made, runs } = job(always)
  let tries = 0
  const failing: Job = {
    name: 'test.failing',
    cron: always,
    run: () => {
      tries++
      throw new TypeError('a mistake')
    },
  }
  await runJobs(['dl'], [failing, made])
  await runJobs(['dl'], [failing, made])
  expect(tries).toBe(2)
  expect(runs).toHaveLength(1)
  quiet.mockRestore()
})

test('replies lost while taking and giving back the lease change nothing', async () => {
  const { made, runs } = job(always)
  for (const skip of [0, 1]) {
    await cloud.fault({
      action: 'database.modifyDocument',
      collection: 'leases',
      kind: 'lostReply',
      skip,
    })
    at(eight + (skip + 1) * hour)
    await runJobs(['dl'], [made])
    await runJobs(['dl'], [made])
    expect(runs).toHaveLength(skip + 1)
  }
  expect(await cloud.faults()).toEqual([])
})

test('each centre has its turn at being first, and its own progress', async () => {
  const { made, runs } = job(always)
  await runJobs(['dl', 'xi'], [made])
  at(eight + 5 * minute)
  await runJobs(['dl', 'xi'], [made])
  const order = runs.map(({ centre }) => centre)
  expect(order.slice(0, 2)).not.toEqual(order.slice(2))
  expect([...order].sort()).toEqual(['dl', 'dl', 'xi', 'xi'])
})

test('a run that finds nothing to do costs three requests besides those of the jobs', async () => {
  const idle: Job = {
    name: 'test.idle',
    cron: always,
    run: () => Promise.resolve({ handled: 0, cursor: null }),
  }
  const jobs = [idle, { ...idle, name: 'test.other' }]
  await runJobs(['dl'], jobs)
  at(eight + 5 * minute)
  await cloud.resetMetrics()
  await runJobs(['dl'], jobs)
  const { actions } = await cloud.metrics()
  expect(actions).toEqual({ 'database.getDocument': 1, 'database.modifyDocument': 2 })
})

test('a migration goes on where it was cut off, is done once, and never again', async () => {
  const { made, runs } = job(once, () => {
    at(eight + 20_000)
    return 'half'
  })
  await runJobs(['dl'], [made])
  expect(runs.map(({ cursor }) => cursor)).toEqual([null])
  at(eight + 2 * minute)
  await runJobs(['dl'], [made])
  expect(runs.map(({ cursor }) => cursor)).toEqual([null, 'half'])
  at(eight + 400 * 24 * hour)
  await runJobs(['dl'], [made])
  expect(runs).toHaveLength(2)
})
