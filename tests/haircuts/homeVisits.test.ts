import { haircuts } from '@/types/haircuts'
import { residents } from '@/types/residents'
import type { TestCloud } from '../support/cloud'
import {
  as,
  codeOf,
  jingHome,
  newKey,
  places,
  seedMembers,
  staffId,
  staffOf,
  startCentre,
  verify,
} from '../support/people'
import { registered } from '../volunteers/registered'
import { barberId, barbers, host, residentsOf, told } from './square'

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startCentre()
})
afterEach(() => cloud.stop())

const ask = (openid: string, more: { cannotWalk?: boolean; forResident?: string } = {}) =>
  as(cloud, haircuts, openid)('askHomeVisit', { note: '上午在家', cannotWalk: true, ...more })

/** 居民li, verified, and a visit they asked for. */
const asked = async () => {
  const ids = await residentsOf(cloud, ['o-li'])
  await verify(cloud, ids.get('o-li')!, '1940-01-01')
  return { li: ids.get('o-li')!, visit: await ask('o-li') }
}

const plan = (visit: string, on: string, who: string[], key?: string) =>
  host(cloud)('planHomeVisit', { visit, on, barbers: who, ...(key !== undefined && { key }) })

test('a haircut at home: verified, one at a time, by two, and everybody is told', async () => {
  const ids = await residentsOf(cloud, ['o-li'])
  expect(await codeOf(ask('o-li'))).toBe('NotVerified')
  await verify(cloud, ids.get('o-li')!, '1940-01-01')
  expect(await codeOf(ask('o-li', { cannotWalk: false }))).toBe('CanWalk')
  const visit = await ask('o-li')
  expect(visit).toMatchObject({ state: 'asked', homeName: expect.stringContaining('12号楼') })
  expect(await codeOf(ask('o-li'))).toBe('AlreadyAsked')
  const [one, two] = (await barbers(cloud, 2)).map(barberId) as [string, string]
  expect(await codeOf(plan(visit.id, '2026-11-20', [one, two]))).toBe('InPast')
  expect(await codeOf(plan(visit.id, '2026-11-25', [one, one]))).toBe('TwoNeeded')
  expect(await codeOf(host(cloud)('finishHomeVisit', { visit: visit.id }))).toBe('NotPlanned')
  expect((await host(cloud)('homeVisits', { state: 'asked' })).items).toHaveLength(1)
  await plan(visit.id, '2026-11-25', [one, two])
  expect((await told(cloud, 'homeVisitPlanned')).map(({ to }) => to).sort()).toEqual(
    [ids.get('o-li')!, one, two].sort(),
  )
  await host(cloud)('finishHomeVisit', { visit: visit.id })
  expect((await as(cloud, haircuts, 'o-li')('myHomeVisits', {})).items).toMatchObject([
    { state: 'done' },
  ])
  expect(await codeOf(as(cloud, haircuts, 'o-li')('cancelHomeVisit', { visit: visit.id }))).toBe(
    'AlreadyDone',
  )
  const again = await ask('o-li')
  await as(cloud, haircuts, 'o-li')('cancelHomeVisit', { visit: again.id })
})

test('only volunteers of the place go into a home', async () => {
  const { visit } = await asked()
  const [one] = (await barbers(cloud, 1)).map(barberId) as [string]
  const neighbours = await residentsOf(cloud, ['o-wang'])
  await seedMembers(cloud, [
    { openid: 'o-far', name: '远处的', role: 'volunteer', node: places.chun },
  ])
  for (const other of [neighbours.get('o-wang')!, staffId('o-far')])
    expect(await codeOf(plan(visit.id, '2026-11-25', [one, other]))).toBe('NotAVolunteer')
  await plan(visit.id, '2026-11-25', [one, staffId(staffOf.jingWorker)])
})

test('who registered goes into a home when verified on the day, and nobody under 18', async () => {
  const { visit } = await asked()
  const [one] = (await barbers(cloud, 1)).map(barberId) as [string]
  const neighbours = await residentsOf(cloud, ['o-wang', 'o-boy'])
  const [wang, boy] = ['o-wang', 'o-boy'].map((openid) => neighbours.get(openid)!) as [
    string,
    string,
  ]
  const goes = (person: string) => codeOf(plan(visit.id, '2026-11-25', [one, person]))
  await registered(cloud, 'o-wang', ['haircut'])
  expect(await goes(wang)).toBe('NotAVolunteer')
  await verify(cloud, wang, '1980-03-01', undefined, '2026-11-24')
  expect(await goes(wang)).toBe('NotAVolunteer')
  await verify(cloud, wang, '1980-03-01')
  expect(await goes(wang)).toBe('ok')
  await registered(cloud, 'o-boy', ['haircut'])
  await verify(cloud, boy, '2008-11-26')
  expect(await goes(boy)).toBe('AdultsOnly')
})

test('a volunteer in whose place another goes is told, once, and the others hear the new day', async () => {
  const { li, visit } = await asked()
  const [one, two, three] = (await barbers(cloud, 3)).map(barberId) as [string, string, string]
  await plan(visit.id, '2026-11-25', [one, two])
  expect(await told(cloud, 'shiftCalledOff')).toEqual([])
  const key = newKey()
  await plan(visit.id, '2026-11-26', [one, three], key)
  await plan(visit.id, '2026-11-26', [one, three], key)
  expect((await told(cloud, 'shiftCalledOff')).map(({ to }) => to)).toEqual([two])
  expect((await told(cloud, 'homeVisitPlanned')).map(({ to }) => to).sort()).toEqual(
    [li, li, one, one, two, three].sort(),
  )
})

test('when staff cancel a visit, the person, whoever asked for them, and the volunteers hear it', async () => {
  const worker = as(cloud, residents, staffOf.jingWorker)
  const { id } = await worker('registerPerson', { name: '王奶奶', home: jingHome() })
  await verify(cloud, id, '1940-01-01')
  const visit = await ask(staffOf.jingWorker, { forResident: id })
  const two = (await barbers(cloud, 2)).map(barberId)
  await plan(visit.id, '2026-11-25', two)
  await as(
    cloud,
    haircuts,
    staffOf.centreStaff,
  )('cancelHomeVisit', { visit: visit.id, forResident: id })
  expect((await told(cloud, 'homeVisitCancelled')).map(({ to }) => to).sort()).toEqual(
    [id, staffId(staffOf.jingWorker)].sort(),
  )
  expect((await told(cloud, 'shiftCalledOff')).map(({ to }) => to).sort()).toEqual(two.sort())
})

test('who had visits before retention took the old ones can ask again', async () => {
  const { visit } = await asked()
  await as(cloud, haircuts, 'o-li')('cancelHomeVisit', { visit: visit.id })
  await cloud.clock('2027-06-01T10:00:00+08:00')
  const second = await ask('o-li')
  await as(cloud, haircuts, 'o-li')('cancelHomeVisit', { visit: second.id })
  // A year after the first: it is gone, the second is not.
  await cloud.clock('2027-12-01T03:35:00+08:00')
  await cloud.timer('jobs')
  const items = async () =>
    (await as(cloud, haircuts, 'o-li')('myHomeVisits', {})).items.map(({ id }) => id)
  expect(await items()).toEqual([second.id])
  const third = await ask('o-li')
  expect(await items()).toEqual([third.id, second.id])
})

test('two who ask for one person at once make one visit', async () => {
  const ids = await residentsOf(cloud, ['o-li'])
  await verify(cloud, ids.get('o-li')!, '1940-01-01')
  const codes = await Promise.all(Array.from({ length: 4 }, () => codeOf(ask('o-li'))))
  expect(codes.filter((code) => code === 'ok')).toHaveLength(1)
  expect((await as(cloud, haircuts, 'o-li')('myHomeVisits', {})).items).toHaveLength(1)
})
