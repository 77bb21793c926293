import { errands } from '@/types/errands'
import type { TestCloud } from '../support/cloud'
import { as, dl, pathOf, places, seedMembers, staffId, startCentre } from '../support/people'
import { errandDoc, grandmother, onMenu, ordered, volunteer } from './neighbours'

// An over-scan is an error in every test: here there is enough to scan.

let cloud: TestCloud
/** One of those that were ordered. */
let errand = ''
beforeAll(async () => {
  cloud = await startCentre()
  const members = Array.from({ length: 400 }, (_, n) => ({
    openid: `o-many-${n}`,
    name: `邻居${n}`,
    role: 'volunteer' as const,
    node: places.jing,
    building: places.jing12,
  }))
  await seedMembers(cloud, members)
  const path = pathOf(places.jing12)
  const skills = ['plumbing', 'appliances']
  await cloud.admin.collection('volunteers').add(
    members.map(({ openid }) => ({
      _id: `dl_vr-${staffId(openid).slice(3)}`,
      centre: dl,
      v: 1,
      person: staffId(openid),
      path,
      skills,
      wishes: '',
      free: [],
      listed: false,
      contact: false,
      honours: false,
      since: '2026-01-01',
      ended: null,
      offers: path.flatMap((node) => ['', ...skills].map((skill) => `${node}|${skill}`)),
    })),
  )
})
afterAll(() => cloud.stop())

test('of four hundred in one building a few are looked at, and each errand begins with others', async () => {
  await grandmother(cloud)
  const kind = await onMenu(cloud)
  await cloud.resetMetrics()
  const first = await ordered(cloud, kind)
  const { requests, roundTrips } = (await cloud.metrics()).procedures['errands.order']!
  expect(requests).toBeLessThanOrEqual(24)
  expect(roundTrips).toBeLessThanOrEqual(17)
  errand = first.id
  const second = await ordered(cloud, kind, { part: 'afternoon' })
  const third = await ordered(cloud, kind, { part: 'evening' })
  const asked = await Promise.all(
    [first, second, third].map(async ({ id }) => (await errandDoc(cloud, id)).invited),
  )
  for (const invited of asked) expect(invited).toHaveLength(6)
  expect(new Set(asked.flat()).size).toBe(18)
})

test('lists of many errands are read a page at a time', async () => {
  const [known] = (await as(cloud, errands, 'o-li')('mine', {})).items
  const whole = await errandDoc(cloud, known!.id)
  await cloud.admin.collection('errands').add(
    Array.from({ length: 300 }, (_, n) => ({
      ...whole,
      _id: `dl_er-copy${n}`,
      turn: n + 10,
      key: `copy-${n}`,
      due: null,
      forStaff: n % 2 === 0,
      trouble: n % 2 === 0 ? 'unmatched' : null,
      people: ['dl_pmany-1'],
      claims: {
        'dl_pmany-1': {
          keys: [],
          name: '邻居1',
          by: null,
          showPhone: false,
          at: 1,
          state: 'accepted',
          came: null,
          reportedBy: null,
          minutes: null,
          rating: null,
        },
      },
    })),
  )
  const jing = as(cloud, errands, 'o-jing-staff')
  for (const view of ['trouble', 'open', 'over'] as const) {
    const { items } = await jing('listForStaff', { view })
    expect(items.length).toBe(view === 'over' ? 0 : 20)
  }
  const many = as(cloud, errands, 'o-many-1')
  expect((await many('myErrands', {})).items).toHaveLength(20)
  await volunteer(cloud, 'o-new', '新来的')
  expect((await as(cloud, errands, 'o-new')('open', {})).items).toHaveLength(20)
  const page = await as(cloud, errands, 'o-li')('mine', {})
  expect(page.items).toHaveLength(20)
  const next = await as(cloud, errands, 'o-li')('mine', { after: page.next! })
  expect(next.items[0]!.id).not.toBe(page.items[0]!.id)
})

test('a yes and a confirmation cost few round trips', async () => {
  const { invited } = await errandDoc(cloud, errand)
  const [one, other] = invited.map((id) => as(cloud, errands, `o-${id.slice('dl_p'.length)}`))
  await one!('accept', { errand })
  await cloud.resetMetrics()
  await other!('accept', { errand })
  const yes = (await cloud.metrics()).procedures['errands.accept']!
  expect(yes.requests).toBeLessThanOrEqual(15)
  expect(yes.roundTrips).toBeLessThanOrEqual(12)
  await cloud.clock('2026-11-25T20:00:00+08:00')
  await cloud.resetMetrics()
  await as(cloud, errands, 'o-li')('confirm', { errand, came: true, stars: 5 })
  const word = (await cloud.metrics()).procedures['errands.confirm']!
  expect(word.requests).toBeLessThanOrEqual(11)
  expect(word.roundTrips).toBeLessThanOrEqual(10)
})
