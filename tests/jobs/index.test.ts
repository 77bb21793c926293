import { modules } from '@/cloudfunctions/jobs/modules'
import { lastDue } from '@/cloudfunctions/kit/jobs'
import { activities } from '@/types/activities'
import { notices } from '@/types/notices'
import { inHours } from '../activities/publishing'
import { choir, chooseTemplates, messages, signedUpTemplate, timerAt } from '../notices/telling'
import type { TestCloud } from '../support/cloud'
import { as, resident, seedCentre, startCentre } from '../support/people'

const all = Object.values(modules).flat()

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCentre()
  await chooseTemplates(cloud)
})
afterAll(() => cloud.stop())

interface Lease {
  holder: string | null
  heldUntil: number
  jobs: Record<string, { doneFor: number; cursor: string | null }>
}
const leaseOf = async (centre: string): Promise<Lease | undefined> => {
  const { data } = await cloud.admin.collection('leases').where({ centre }).get()
  return (data as Lease[])[0]
}

/** 李奶奶 agreed to one message and signed up: there is something to send. */
const somethingToSend = async (morning: number) => {
  await resident(cloud, 'o-li', '李奶奶')
  await cloud.consent('o-li', signedUpTemplate)
  await as(
    cloud,
    notices,
    'o-li',
  )('recordConsent', {
    answers: [{ template: signedUpTemplate, accepted: true }],
  })
  await as(cloud, activities, 'o-li')('signUp', { activity: await choir(cloud, morning) })
  await cloud.clearOutbox()
}

test('a phone that calls itself a timer gets nowhere', async () => {
  const event = { Type: 'Timer', TriggerName: 'everyFiveMinutes', Time: '2026-11-21T00:00:00Z' }
  for (const openid of ['o-li', null])
    expect(await cloud.call(openid, 'jobs', event)).toMatchObject({
      ok: false,
      error: { code: 'NotAllowed' },
    })
  expect(await leaseOf('dl')).toBeUndefined()
})

test('two timers at once send a message once', async () => {
  await somethingToSend(inHours(0))
  await cloud.clock(new Date(inHours(0.5)).toISOString())
  await Promise.all([cloud.timer('jobs'), cloud.timer('jobs')])
  expect(await messages(cloud)).toHaveLength(1)
})

test('every job of every module runs at every centre, and the lease is given back', async () => {
  await seedCentre(cloud, 'xi')
  await timerAt(cloud, inHours(1))
  for (const centre of ['dl', 'xi']) {
    const lease = await leaseOf(centre)
    expect(lease).toMatchObject({ holder: null, heldUntil: 0 })
    expect(Object.keys(lease?.jobs ?? {}).sort()).toEqual(
      all.map(({ name }) => name.replace('.', '-')).sort(),
    )
  }
})

test('a run that dies leaves its lease; the next one follows and does what was left', async () => {
  await cloud.clock(new Date(inHours(2)).toISOString())
  await somethingToSend(inHours(2))
  await cloud.fault({
    action: 'database.getDocument',
    collection: 'settings',
    kind: 'crash',
  })
  await expect(timerAt(cloud, inHours(2.5))).rejects.toThrow()
  expect((await leaseOf('dl'))?.holder).not.toBeNull()
  expect(await messages(cloud)).toEqual([])
  await timerAt(cloud, inHours(2.6))
  expect(await messages(cloud)).toHaveLength(1)
  expect((await leaseOf('dl'))?.holder).toBeNull()
})

test('a timer that finds nothing to do costs a handful of reads, however much is on', async () => {
  /** Requests and documents looked at of the timer five minutes later, when all that was due is done. */
  const idle = async (hours: number) => {
    for (const before of [0, 0.25]) await timerAt(cloud, inHours(hours + before))
    await cloud.resetMetrics()
    await timerAt(cloud, inHours(hours + 0.34))
    const { requests, examined } = (await cloud.metrics()).procedures.jobs ?? {}
    return { requests, examined }
  }
  const before = await idle(3)
  const looking = all.filter(({ cron }) => cron === '*/5 * * * *').length
  // Each costs a centre 8,640 of the 200,000 operations that the base plan has in a month.
  expect(looking).toBeLessThanOrEqual(10)
  // The centres; and of each its lease, looked at, taken and given back, and the jobs that look.
  expect(before.requests).toBe(1 + 2 * (3 + looking))
  for (let i = 0; i < 12; i++) {
    await choir(cloud, inHours(4))
    await resident(cloud, `o-somebody-${i}`, '李奶奶')
  }
  expect(await idle(4)).toEqual(before)
})

test('each job has a name of its module, of its own, and a cron that comes round', () => {
  const names = Object.entries(modules).flatMap(([module, jobs]) =>
    jobs.map(({ name, cron }) => {
      expect(name).toMatch(new RegExp(`^${module}\\.[a-zA-Z]+$`))
      expect(inHours(0) - lastDue(cron, inHours(0))).toBeLessThanOrEqual(24 * 3_600_000)
      return name
    }),
  )
  expect(new Set(names).size).toBe(names.length)
})
