import { keptLongEnough } from '@/domain/centre/retention'
import { centre } from '@/types/centre'
import { inHours, lego, publish } from '../activities/publishing'
import { timerAt } from '../notices/telling'
import type { TestCloud } from '../support/cloud'
import { as, saturday, staffOf, startCentre } from '../support/people'

const day = 24

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCentre()
})
beforeEach(() => cloud.clock(saturday))
afterAll(() => cloud.stop())

const staff = () => as(cloud, centre, staffOf.centreStaff)

test('a revoked screen is forgotten after a month, one in use is not', async () => {
  const thing = await publish(cloud, lego())
  const old = await staff()('issueDisplay', { shows: 'checkIn', thing })
  const used = await staff()('issueDisplay', { shows: 'checkIn', thing })
  await staff()('revokeDisplay', { display: old.display })
  const kept = async () => {
    const { data } = await cloud.admin.collection('displays').get()
    return (data as { _id: string }[]).map(({ _id }) => _id).sort()
  }
  await timerAt(cloud, inHours(29 * day))
  expect(await kept()).toEqual([old.display, used.display].sort())
  await timerAt(cloud, inHours(32 * day))
  expect(await kept()).toEqual([used.display])
})

test('who did what is on record for three years, however much it is', async () => {
  const entries = 450
  await cloud.admin.collection('audit').add(
    Array.from({ length: entries }, (_, i) => ({
      _id: `dl_a-old-${i}`,
      centre: 'dl',
      v: 1,
      actor: 'dl_pcentre-staff',
      subject: null,
      procedure: 'activities.publish',
      requestId: 'r',
      state: 'done',
      code: null,
      at: inHours(i / 100),
      closedAt: inHours(i / 100),
    })),
  )
  const kept = async () => {
    const { total } = await cloud.admin.collection('audit').where({ requestId: 'r' }).count()
    return total
  }
  await timerAt(cloud, inHours(3 * 365 * day))
  expect(await kept()).toBe(entries)
  await timerAt(cloud, inHours((3 * 365 + 3) * day))
  expect(await kept()).toBe(0)
})

test('another number of years holds for what is written from then on', () => {
  const kept = [
    { from: '2026-01-01', years: 3 },
    { from: '2028-07-01', years: 5 },
  ]
  expect(keptLongEnough(kept, '2028-12-31')).toEqual([])
  expect(keptLongEnough(kept, '2029-01-02')).toEqual([{ from: '2026-01-01', before: '2026-01-02' }])
  expect(keptLongEnough(kept, '2032-02-29')).toEqual([{ from: '2026-01-01', before: '2028-07-01' }])
  expect(keptLongEnough(kept, '2033-07-03')).toEqual([
    { from: '2026-01-01', before: '2028-07-01' },
    { from: '2028-07-01', before: '2028-07-03' },
  ])
  expect(keptLongEnough([{ from: '2000-01-01', years: 3 }], '2028-02-29')[0]?.before).toBe(
    '2025-03-01',
  )
})
