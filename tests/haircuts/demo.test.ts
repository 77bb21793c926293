import { haircuts } from '@/types/haircuts'
import { volunteers } from '@/types/volunteers'
import { demoCloud } from '../support/demoCloud'
import { as } from '../support/people'

// Also where the demo begins in the middle of a session, on its evening, or on the day after it.
test.each([
  ['2026-11-23T08:00:00+08:00', '2026-12-16'],
  ['2026-11-16T10:00:00+08:00', '2026-11-16'],
  ['2026-11-17T00:30:00+08:00', '2026-12-16'],
])('the demo of %s shows the haircuts of %s with numbers and barbers', async (now, day) => {
  const cloud = await demoCloud(now)
  try {
    const cuts = (openid: string) => as(cloud, haircuts, openid, 'chj')
    const { sessions, family } = await cuts('demo-daughter')('schedule', {})
    const [session] = sessions
    expect(session).toMatchObject({ day, capacity: 45, state: 'open' })
    expect(family.find(({ self }) => !self)).toMatchObject({
      tickets: [{ state: 'booked', session: session!.id }],
    })
    const queue = await cuts('demo-staff')('queue', { session: session!.id })
    expect(queue).toMatchObject({ barbers: { length: 3 }, line: { length: 5 } })
    const helps = as(cloud, volunteers, 'demo-volunteer', 'chj')
    expect(
      (await helps('listShifts', { mine: true })).items.map(({ kind }) => kind).sort(),
    ).toEqual(['barber', 'canteenHelper'])
    expect((await helps('listShifts', {})).items.length).toBeGreaterThanOrEqual(3)
    expect(await helps('myHours', {})).toMatchObject({ lastYear: 150 })
  } finally {
    await cloud.stop()
  }
})
