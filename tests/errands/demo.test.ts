import { errands } from '@/types/errands'
import type { TestCloud } from '../support/cloud'
import { demoCloud } from '../support/demoCloud'
import { as, saturday } from '../support/people'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await demoCloud(saturday)
})
afterAll(() => cloud.stop())

const demo = (openid: string) => as(cloud, errands, openid, 'chj')

test('the demo has a menu, a lesson for today, and a tap that still looks for two', async () => {
  const { kinds, family } = await demo('demo-elder')('menu', {})
  expect(kinds).toHaveLength(6)
  expect(family[0]!.cannot).toEqual([])
  const states = (await demo('demo-elder')('mine', {})).items.map(({ kind, state }) => [
    kind.name,
    state,
  ])
  expect(states).toEqual(
    expect.arrayContaining([
      ['教用手机', 'accepted'],
      ['修水龙头', expect.stringMatching(/open|unmatched/)],
    ]),
  )
  expect((await demo('demo-volunteer')('open', { asked: true })).items).toMatchObject([
    { kind: { name: '修水龙头' }, askedMe: true },
  ])
  expect((await demo('demo-volunteer')('myErrands', {})).items).toMatchObject([
    { kind: { name: '教用手机' }, maySetOff: true },
  ])
})
