import { activities } from '@/types/activities'
import { residents } from '@/types/residents'
import type { TestCloud } from '../support/cloud'
import { as, resident, staffOf, startCentre } from '../support/people'
import { timerAt } from '../notices/telling'
import { clockAt, inHours, lego, publish } from './publishing'

const day = 24

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCentre()
})
afterAll(() => cloud.stop())

test('who may collect a child is forgotten half a year after the course, the check-in after a year', async () => {
  const activity = await publish(
    cloud,
    lego({
      sessions: [{ startsAt: inHours(2), endsAt: inHours(4) }],
      closesAt: inHours(1),
      cancelUntil: inHours(1),
    }),
  )
  await resident(cloud, 'o-fang', '王芳')
  const child = await as(
    cloud,
    residents,
    'o-fang',
  )('addDependant', {
    name: '小明',
    relation: 'child',
    birthDate: '2018-05-01',
    consent: 'guardian',
  })
  const guardian = { emergencyName: '王芳', emergencyPhone: '13912345678', mayCollect: '爷爷' }
  await as(cloud, activities, 'o-fang')('signUp', { activity, forResident: child.id, guardian })
  await cloud.clock(clockAt(inHours(2)))
  const staff = as(cloud, activities, staffOf.centreStaff)
  await staff('tick', { activity, session: 0, person: child.id, present: true })

  const line = async () => (await staff('roster', { activity })).lines[0]
  await timerAt(cloud, inHours(180 * day))
  expect(await line()).toMatchObject({ guardian, attended: 1 })
  await timerAt(cloud, inHours(186 * day))
  expect(await line()).toMatchObject({ guardian: null, attended: 1 })
  await timerAt(cloud, inHours(365 * day))
  expect(await line()).toMatchObject({ attended: 1 })
  await timerAt(cloud, inHours(369 * day))
  expect(await line()).toMatchObject({ attended: 0 })
})
