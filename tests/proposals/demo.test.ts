import { proposals } from '@/types/proposals'
import type { TestCloud } from '../support/cloud'
import { demoCloud } from '../support/demoCloud'
import { as, saturday } from '../support/people'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await demoCloud(saturday)
})
afterAll(() => cloud.stop())

const demo = (openid: string) => as(cloud, proposals, openid, 'chj')

test('the demo has wishes that wait and one that came true, proposals that are co-signed, and a meeting', async () => {
  const resident = demo('demo-resident')
  expect((await resident('wishes', {})).items.map(({ title }) => title)).toEqual(['几本旧绘本'])
  expect((await resident('wishes', { view: 'done' })).items[0]?.thanks).toMatch(/谢谢/)
  const { items } = await resident('proposals', {})
  expect(items.map(({ count }) => count)).toEqual([2, 2])
  expect(items.filter(({ wishes }) => wishes === 2)).toHaveLength(1)
  const [meeting] = (await resident('meetings', {})).items
  expect(meeting).toMatchObject({ left: 28, state: 'called' })
  expect((await demo('demo-staff')('wishesForStaff', {})).items).toHaveLength(1)
})
