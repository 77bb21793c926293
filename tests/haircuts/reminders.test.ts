import { haircuts } from '@/types/haircuts'
import type { TestCloud } from '../support/cloud'
import { as, places, staffId, staffOf, startCentre, verify } from '../support/people'
import {
  barberId,
  barbers,
  confirm,
  december,
  host,
  openDecember,
  residentsOf,
  saveRule,
  the16th,
  told,
} from './square'

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startCentre()
})
afterEach(() => cloud.stop())

const book = (openid: string) => as(cloud, haircuts, openid)('book', { session: december })
const runAt = async (time: string) => {
  await cloud.clock(time)
  await cloud.timer('jobs')
}
const reminded = async () => (await told(cloud, 'haircutTomorrow')).map(({ to }) => to)

test('a timer that was down from five o’clock past midnight reminds when it is back, and wakes nobody', async () => {
  await openDecember(cloud)
  const ids = await residentsOf(cloud, ['o-li'])
  await book('o-li')
  await runAt('2026-12-15T16:55:00+08:00')
  expect(await reminded()).toEqual([])
  await runAt('2026-12-16T00:10:00+08:00')
  expect(await told(cloud, 'haircutTomorrow')).toMatchObject([
    { to: ids.get('o-li'), urgent: false },
  ])
  await runAt('2026-12-16T08:35:00+08:00')
  expect(await reminded()).toHaveLength(1)
})

test('when it has begun nobody is reminded any more', async () => {
  await openDecember(cloud)
  await residentsOf(cloud, ['o-li'])
  await book('o-li')
  await runAt('2026-12-16T08:35:00+08:00')
  expect(await reminded()).toEqual([])
})

test('moved after the reminder, everybody is reminded of the new day', async () => {
  await openDecember(cloud)
  const ids = await residentsOf(cloud, ['o-li'])
  await book('o-li')
  await runAt('2026-12-15T17:00:00+08:00')
  await saveRule(
    cloud,
    the16th({
      exceptions: [{ kind: 'moved', day: '2026-12-16', to: '2026-12-18', because: '下雪' }],
    }),
  )
  await runAt('2026-12-16T17:00:00+08:00')
  expect(await reminded()).toEqual([ids.get('o-li')])
  await runAt('2026-12-17T17:00:00+08:00')
  expect(await reminded()).toEqual([ids.get('o-li'), ids.get('o-li')])
})

/** One barber of an hour a cut, so three cuts, and four who have a number. */
const tooMany = async () => {
  await openDecember(cloud, the16th({ planned: 4, walkInPercent: 0, minutesPerCut: 60 }))
  const phones = ['o-1', 'o-2', 'o-3', 'o-4']
  const ids = await residentsOf(cloud, phones)
  for (const openid of phones) await book(openid)
  await confirm(cloud, await barbers(cloud, 1))
  return phones.map((openid) => ids.get(openid)!)
}

const expectAskedAndReminded = async (ids: readonly string[]) => {
  expect((await told(cloud, 'haircutAsk')).map(({ to }) => to)).toEqual([ids[3]])
  expect((await reminded()).sort()).toEqual([...ids.slice(0, 3)].sort())
}

test('a reply lost when the last numbers are asked keeps nobody from being reminded', async () => {
  const ids = await tooMany()
  await cloud.fault({
    action: 'database.modifyDocument',
    collection: 'haircut_sessions',
    kind: 'lostReply',
  })
  await runAt('2026-12-15T17:00:00+08:00')
  expect(await cloud.faults()).toEqual([])
  await expectAskedAndReminded(ids)
})

test.each([0, 1, 2])('cut off after write %i, the next run reminds who was not', async (skip) => {
  const ids = await tooMany()
  const [collection, nth] = skip < 2 ? ['haircut_sessions', skip] : ['outbox', 1]
  await cloud.fault({ action: 'write', collection, kind: 'crash', skip: nth, after: skip < 2 })
  await runAt('2026-12-15T17:00:00+08:00').catch(() => null)
  expect(await cloud.faults()).toEqual([])
  await runAt('2026-12-15T17:05:00+08:00')
  await expectAskedAndReminded(ids)
})

test('nobody said they come to cut: on the eve the owner of the place hears it', async () => {
  await cloud.admin
    .collection('nodes')
    .doc(places.jing)
    .update({ owner: staffId(staffOf.jingStaff) })
  await openDecember(cloud)
  await runAt('2026-12-15T17:00:00+08:00')
  await runAt('2026-12-15T17:05:00+08:00')
  expect(await told(cloud, 'haircutNoBarbers')).toMatchObject([
    { to: staffId(staffOf.jingStaff), thing: december },
  ])
})

test('who has a barber is not warned', async () => {
  await cloud.admin
    .collection('nodes')
    .doc(places.jing)
    .update({ owner: staffId(staffOf.jingStaff) })
  await openDecember(cloud)
  await confirm(cloud, await barbers(cloud, 1))
  await runAt('2026-12-15T17:00:00+08:00')
  expect(await told(cloud, 'haircutNoBarbers')).toEqual([])
})

test('a haircut at home: the day before, the person and both volunteers are reminded, once', async () => {
  const ids = await residentsOf(cloud, ['o-li'])
  await verify(cloud, ids.get('o-li')!, '1940-01-01')
  const visit = await as(
    cloud,
    haircuts,
    'o-li',
  )('askHomeVisit', {
    note: '上午在家',
    cannotWalk: true,
  })
  const two = (await barbers(cloud, 2)).map(barberId)
  await host(cloud)('planHomeVisit', { visit: visit.id, on: '2026-11-25', barbers: two })
  await runAt('2026-11-24T16:30:00+08:00')
  expect(await told(cloud, 'homeVisitTomorrow')).toEqual([])
  await runAt('2026-11-24T17:00:00+08:00')
  await runAt('2026-11-24T17:30:00+08:00')
  expect((await told(cloud, 'homeVisitTomorrow')).map(({ to }) => to).sort()).toEqual(
    [ids.get('o-li')!, ...two].sort(),
  )
})
