import { centre } from '@/types/centre'
import { inHours } from '../activities/publishing'
import type { TestCloud } from '../support/cloud'
import { as, newKey, startCentre } from '../support/people'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCentre()
})
afterAll(() => cloud.stop())

const fault = { page: 'pages/today/index', name: 'TypeError', place: 'today.ts:12', version: 3 }
const report = (openid: string, key = newKey()) =>
  as(cloud, centre, openid)('reportError', { ...fault, key })

const kept = async () => {
  const { data } = await cloud.admin.collection('error_reports').get()
  return (data as { reports: object[] }[]).map(({ reports }) => reports.length).sort()
}

test('ten reports a person and hour are kept, the same one once, and nothing says whose they are', async () => {
  const key = newKey()
  await report('o-li', key)
  await report('o-li', key)
  expect(await kept()).toEqual([1])
  await Promise.all(Array.from({ length: 15 }, () => report('o-li')))
  await report('o-wang')
  expect(await kept()).toEqual([1, 10])
  const { data } = await cloud.admin.collection('error_reports').get()
  expect(JSON.stringify(data)).not.toMatch(/o-li|o-wang|dl_p/)
  await cloud.clock(new Date(inHours(1)).toISOString())
  await report('o-li')
  expect(await kept()).toEqual([1, 1, 10])
})

test('they are forgotten after thirty days', async () => {
  await cloud.clock(new Date(inHours(24 * 29)).toISOString())
  await cloud.timer('jobs')
  expect(await kept()).toEqual([1, 1, 10])
  await cloud.clock(new Date(inHours(24 * 32)).toISOString())
  await cloud.timer('jobs')
  expect(await kept()).toEqual([])
})
