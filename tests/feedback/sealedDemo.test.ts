import { feedback } from '@/types/feedback'
import type { TestCloud } from '../support/cloud'
import { demoCloud } from '../support/demoCloud'
import { as, saturday } from '../support/people'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await demoCloud(saturday)
})
afterAll(() => cloud.stop())

const demo = (openid: string) => as(cloud, feedback, openid, 'chj')

test('the demo has a quarrel that is talked about, one that waits, and a lamp on the board', async () => {
  const { items } = await demo('demo-staff')('sealedCases', { view: 'active' })
  expect(items.map(({ mine, mayTake }) => [mine, mayTake])).toEqual(
    expect.arrayContaining([
      [true, false],
      [false, true],
    ]),
  )
  expect((await demo('demo-elder')('board', {})).items).toMatchObject([
    { title: '单元门口的路灯亮了', category: '路灯' },
  ])
  const { received, sealed } = await demo('demo-staff')('dashboard', {
    ...{ from: '2026-11-14', to: '2026-11-21' },
  })
  expect(received).toBeGreaterThanOrEqual(2)
  expect(sealed.received).toBeGreaterThanOrEqual(2)
})

test('a lamp was mended and praised, and a neighbour met with a leak too', async () => {
  const { items } = await demo('demo-elder')('mine', {})
  expect(items.map(({ category, state }) => [category, state])).toEqual(
    expect.arrayContaining([
      ['路灯', 'confirmed'],
      ['房屋维修', 'taken'],
    ]),
  )
})

test('who telephoned about the rubbish is still to be called', async () => {
  const { items } = await demo('demo-grid')('cases', { view: 'toRing' })
  expect(items).toMatchObject([{ category: '卫生', state: 'solved' }])
})
