import { haircuts } from '@/types/haircuts'
import { volunteers } from '@/types/volunteers'
import type { TestCloud } from '../support/cloud'
import { as, staffOf, startCentre } from '../support/people'
import {
  barberId,
  barbers,
  confirm,
  december,
  decemberShift,
  openDecember,
  residentsOf,
  saveRule,
  sessionDoc,
  the16th,
  told,
} from './square'

// Instances die between any two writes. Whatever was begun is carried through by the next timer, and nobody is told twice.

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startCentre()
})
afterEach(() => cloud.stop())

const january = 'dl_hs-2027-01-16'
const runAt = async (time: string) => {
  await cloud.clock(time)
  await cloud.timer('jobs')
}
const mine = async (openid: string) => (await as(cloud, haircuts, openid)('mine', {})).items
const crash = (collection: string, procedure: string, skip = 0) =>
  cloud.fault({ action: 'write', collection, procedure, kind: 'crash', skip, after: true })
const lost = (call: Promise<unknown>) => call.catch(() => null)

/** Two barbers of an hour a cut, six who have a number. */
const six = async () => {
  await openDecember(cloud, the16th({ minutesPerCut: 60, walkInPercent: 0, opensDaysBefore: 40 }))
  const two = await barbers(cloud, 2)
  await confirm(cloud, two)
  const phones = Array.from({ length: 6 }, (_, n) => `o-${n}`)
  const ids = await residentsOf(cloud, phones)
  for (const openid of phones) await as(cloud, haircuts, openid)('book', { session: december })
  return { two, ids: phones.map((openid) => ids.get(openid)!) }
}

const takeOff = (openid: string) =>
  as(
    cloud,
    volunteers,
    staffOf.jingStaff,
  )('takeOffShift', { shift: decemberShift, person: barberId(openid), because: '发烧' })

// Between the shift and the session; between the session and what people are told.
test.each(['shifts', 'haircut_sessions', 'outbox'])(
  'a barber falls ill and the instance dies behind its write to %s: the last numbers are asked all the same, once',
  async (collection) => {
    const { two, ids } = await six()
    await crash(collection, 'volunteers.takeOffShift')
    await lost(takeOff(two[0]!))
    expect(await cloud.faults()).toEqual([])
    await runAt('2026-12-09T08:05:00+08:00')
    await runAt('2026-12-09T08:10:00+08:00')
    expect((await sessionDoc(cloud)).barbers).toEqual([barberId(two[1]!)])
    expect((await told(cloud, 'haircutAsk')).map(({ to }) => to).sort()).toEqual(
      ids.slice(3).sort(),
    )
  },
)

// Behind the answer itself, behind the number in January, behind the note in December of where it is.
test.each([0, 1, 2])(
  'a number kept for the next date is one number there, wherever the instance dies (write %i)',
  async (skip) => {
    const { two, ids } = await six()
    await runAt('2026-12-09T08:00:00+08:00')
    await takeOff(two[0]!)
    await crash('haircut_sessions', 'haircuts.choose', skip)
    await lost(as(cloud, haircuts, 'o-5')('choose', { session: december, choice: 'keepForNext' }))
    expect(await cloud.faults()).toEqual([])
    await runAt('2026-12-09T08:15:00+08:00')
    expect((await sessionDoc(cloud, january)).numbers).toEqual([ids[5]])
    expect(await mine('o-5')).toMatchObject([{ session: january, number: 1, state: 'booked' }])
    expect((await sessionDoc(cloud)).keeps).toBe(false)
  },
)

test('the day is closed though the instance dies in the middle of it', async () => {
  const { two, ids } = await six()
  await residentsOf(cloud, ['o-late'])
  await as(cloud, haircuts, 'o-late')('book', { session: december, wait: true })
  await takeOff(two[0]!)
  await cloud.clock('2026-12-16T11:45:00+08:00')
  await cloud.fault({
    action: 'write',
    collection: 'haircut_sessions',
    kind: 'crash',
    after: true,
  })
  await lost(cloud.timer('jobs'))
  expect(await cloud.faults()).toEqual([])
  await runAt('2026-12-16T12:00:00+08:00')
  await runAt('2026-12-16T12:15:00+08:00')
  expect(await told(cloud, 'haircutNotReached')).toHaveLength(1)
  expect((await sessionDoc(cloud, january)).numbers).toEqual(ids.slice(3))
})

test('a timer that was down for days opens what is due, and people can book at once', async () => {
  await saveRule(cloud, the16th())
  await runAt('2026-12-12T15:20:00+08:00')
  await residentsOf(cloud, ['o-li'])
  expect((await sessionDoc(cloud)).opensAt).toBe(Date.parse('2026-12-09T08:00:00+08:00'))
  expect(await as(cloud, haircuts, 'o-li')('book', { session: december })).toMatchObject({
    number: 1,
  })
})

test('a session that was over before any timer came is not opened any more', async () => {
  await saveRule(cloud, the16th())
  await runAt('2026-12-16T11:31:00+08:00')
  const { sessions, dates } = await as(cloud, haircuts, 'o-visitor')('schedule', {})
  expect(sessions).toEqual([])
  expect(dates.map(({ session }) => session)).not.toContain(december)
})
