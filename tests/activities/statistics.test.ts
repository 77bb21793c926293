import fc from 'fast-check'
import { AttendanceCount, sessionsNeeded, type CheckIn } from '@/domain/activities/attendance'
import { activities } from '@/types/activities'
import type { TestCloud } from '../support/cloud'
import { as, codeOf, places, resident, saturday, staffOf, startCentre } from '../support/people'
import { clockAt, inHours, lego, publish } from './publishing'

const hour = 3_600_000
const begins = inHours(2)

test('场次, 人次 and 人数 are those of counting by hand', () => {
  const checkIns = fc.uniqueArray(
    fc.record({
      activity: fc.constantFrom('dl_a1', 'dl_a11', 'dl_a2'),
      session: fc.integer({ min: 0, max: 12 }),
      person: fc.constantFrom('dl_p1', 'dl_p2', 'dl_p3', 'dl_p4'),
    }),
    { selector: ({ activity, session, person }) => `${activity}/${session}/${person}` },
  )
  const byHand = (all: readonly CheckIn[]) => ({
    sessions: all.filter(
      (one, index) =>
        all.findIndex((o) => o.activity === one.activity && o.session === one.session) === index,
    ).length,
    checkIns: all.length,
    people: all.filter((one, index) => all.findIndex((o) => o.person === one.person) === index)
      .length,
  })
  fc.assert(
    fc.property(checkIns, (all) => {
      const count = new AttendanceCount()
      all.forEach((one) => count.add(one))
      expect(count.total).toEqual(byHand(all))
    }),
  )
})

test('a share of the sessions is rounded up, and never further', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 60 }), (share, all) => {
      const needed = sessionsNeeded(share, all)
      expect(needed * 100).toBeGreaterThanOrEqual(share * all)
      expect((needed - 1) * 100).toBeLessThan(share * all)
    }),
  )
})

describe('of a centre', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startCentre()
  })
  afterAll(() => cloud.stop())

  const staff = (openid: string = staffOf.centreStaff) => as(cloud, activities, openid)
  const week = { from: '2026-11-16', to: '2026-11-22' }

  test('only who came counts, each community counts its own, and the day of the session decides', async () => {
    const mornings = [0, 24].map((later) => ({
      startsAt: begins + later * hour,
      endsAt: begins + (later + 1) * hour,
    }))
    const open = { sessions: mornings, closesAt: inHours(1), cancelUntil: inHours(1) }
    const ofJing = await publish(cloud, lego({ ...open, node: places.jing }))
    const ofCentre = await publish(cloud, lego(open))
    const li = (await resident(cloud, 'o-li', '李奶奶')).id
    const wang = (await resident(cloud, 'o-wang', '王芳')).id
    for (const openid of ['o-li', 'o-wang'])
      for (const activity of [ofJing, ofCentre])
        await as(cloud, activities, openid)('signUp', { activity })
    await cloud.clock(clockAt(begins + 25 * hour))
    const tick = (activity: string, person: string, session: number, present = true) =>
      staff()('tick', { activity, person, session, present })
    await tick(ofJing, li, 0)
    await tick(ofJing, wang, 0)
    await tick(ofJing, li, 1)
    await tick(ofCentre, li, 1)
    await tick(ofCentre, wang, 0)
    await tick(ofCentre, wang, 0, false)

    expect(await staff()('statistics', week)).toEqual({ sessions: 3, checkIns: 4, people: 2 })
    expect(await staff(staffOf.jingStaff)('statistics', week)).toEqual({
      sessions: 2,
      checkIns: 3,
      people: 2,
    })
    expect(await staff(staffOf.chunStaff)('statistics', week)).toEqual({
      sessions: 0,
      checkIns: 0,
      people: 0,
    })
    const saturdayOnly = { from: '2026-11-21', to: '2026-11-21' }
    expect(await staff()('statistics', saturdayOnly)).toEqual({
      sessions: 1,
      checkIns: 2,
      people: 2,
    })
  })

  test('more check-ins than one request answers are all counted', async () => {
    const startsAt = Date.parse('2026-03-02T09:00:00+08:00')
    const attendances = Array.from({ length: 2_100 }, (_, number) => ({
      _id: `dl_h-many-${number}`,
      centre: 'dl',
      v: 1,
      activity: 'dl_amany',
      session: number % 3,
      person: `dl_p${Math.floor(number / 3)}`,
      path: [places.centre],
      state: 'present',
      startsAt: startsAt + (number % 3) * 24 * hour,
    }))
    for (let from = 0; from < attendances.length; from += 700)
      await cloud.admin.collection('attendances').add(attendances.slice(from, from + 700))
    const march = { from: '2026-03-01', to: '2026-03-31' }
    expect(await staff()('statistics', march)).toEqual({
      sessions: 3,
      checkIns: 2_100,
      people: 700,
    })
  })

  test('a period is at most a year, and ends after it begins', async () => {
    await cloud.clock(saturday)
    const counted = (from: string, to: string) => codeOf(staff()('statistics', { from, to }))
    expect(await counted('2026-01-01', '2026-12-31')).toBe('ok')
    expect(await counted('2025-12-31', '2027-01-01')).toBe('PeriodTooLong')
    expect(await counted('2026-12-31', '2026-01-01')).toBe('InvalidInput')
  })
})
