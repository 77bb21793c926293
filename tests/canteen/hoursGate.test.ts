import { volunteers } from '@/types/volunteers'
import type { TestCloud } from '../support/cloud'
import { as, jingHome, resident, staffOf, verify } from '../support/people'
import { clock, eats, lunchOf, oneOf, openCanteen, startCanteen } from './kitchen'

let cloud: TestCloud
const li = 'o-li'
let liId = ''

beforeAll(async () => {
  cloud = await startCanteen()
  await openCanteen(cloud)
  liId = (await resident(cloud, li, '李阿姨', { home: jingHome('301') })).id
  await verify(cloud, liId, '1961-03-01', jingHome('301'))
  await eats(cloud, staffOf.centreStaff)('savePriceRule', {
    rule: { from: '2026-11-22', bands: [{ fromAge: 60, percent: 80, hours: 10 }], cap: 3000 },
  })
})
afterAll(() => cloud.stop())

test('hours that staff entered open the gate once a second person confirmed them, and close it when they are too old', async () => {
  const day = '2026-11-22'
  await clock(cloud, '09:00', 1)
  const quoteOn = async (service: string, dishes: readonly string[]) => {
    const { pays, reason } = await eats(cloud, li)('quote', { service, lines: oneOf(...dishes) })
    return { pays, reason }
  }
  const { service, dishes } = await lunchOf(cloud, [1000], {
    day,
    cutOff: Date.parse('2026-11-22T02:00Z'),
  })
  const quote = () => quoteOn(service, dishes)
  const missing = (hours: number) => ({
    pays: 1000,
    reason: { kind: 'hoursMissing', age: 65, missing: hours },
  })
  expect(await quote()).toEqual(missing(10))
  const enter = async (on: string, minutes: number) =>
    (
      await as(
        cloud,
        volunteers,
        staffOf.centreStaff,
      )('enterHours', {
        ...{ person: liId, day: on, minutes, what: '食堂帮厨' },
      })
    ).id
  const confirm = (entry: string) =>
    as(cloud, volunteers, staffOf.jingStaff)('confirmHours', { entry })
  // Given on the first day of the month a year ago: that month still counts whole.
  const old = await enter('2025-11-01', 540)
  expect(await quote()).toEqual(missing(10))
  await confirm(old)
  await cloud.timer('jobs')
  expect(await quote()).toEqual(missing(1))
  // The month before it counts no more.
  await confirm(await enter('2025-10-31', 600))
  await cloud.timer('jobs')
  expect(await quote()).toEqual(missing(1))
  await confirm(await enter('2026-11-20', 60))
  await cloud.timer('jobs')
  expect(await quote()).toEqual({ pays: 800, reason: { kind: 'discount', age: 65, percent: 80 } })
  await clock(cloud, '08:00', 10)
  const later = await lunchOf(cloud, [1000], {
    ...{ day: '2026-12-01', cutOff: Date.parse('2026-12-01T02:00Z') },
  })
  expect(await quoteOn(later.service, later.dishes)).toEqual(missing(9))
})
