import { feedback } from '@/types/feedback'
import { startCloud, type TestCloud } from '../support/cloud'
import { as, saturday } from '../support/people'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud({ seed: 'demo', now: saturday })
})
afterAll(() => cloud.stop())

test('the demo has a lamp that was mended and praised, and a leak that a neighbour met with too', async () => {
  const elder = as(cloud, feedback, 'demo-elder', 'chj')
  const { items } = await elder('mine', {})
  expect(items.map(({ category, state }) => [category, state]).sort()).toEqual([
    ['房屋维修', 'taken'],
    ['路灯', 'confirmed'],
  ])
})
