import { volunteers } from '@/types/volunteers'
import type { TestCloud } from '../support/cloud'
import { demoCloud } from '../support/demoCloud'
import { as } from '../support/people'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await demoCloud('2026-11-23T08:00:00+08:00')
})
afterAll(() => cloud.stop())

test('the demo shows points, and hours that follow from coming and going', async () => {
  await cloud.timer('jobs')
  const demo = (openid: string) => as(cloud, volunteers, openid, 'chj')
  const { lines } = await demo('demo-volunteer')('myPoints', {})
  expect(lines.items).toContainEqual(expect.objectContaining({ points: 25, what: '食堂帮厨' }))
  const { items } = await demo('demo-staff')('hoursToConfirm', {})
  const came = items.filter(({ attendance }) => attendance)
  expect(came.map(({ minutes, attendance }) => [minutes, attendance?.flags])).toEqual(
    expect.arrayContaining([
      [163, []],
      [140, ['closedByRule']],
    ]),
  )
  const { rules } = await demo('demo-staff')('pointRules', {})
  expect(rules).toHaveLength(2)
})
