import { projects } from '@/types/projects'
import { votes } from '@/types/votes'
import type { TestCloud } from '../support/cloud'
import { demoCloud } from '../support/demoCloud'
import { as, saturday } from '../support/people'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await demoCloud(saturday)
})
afterAll(() => cloud.stop())

test('the demo has a vote that was counted, one that goes on, and the project that came of it', async () => {
  const elder = as(cloud, votes, 'demo-elder', 'chj')
  const { items } = await elder('list', {})
  expect(items.map(({ question, state }) => [question, state])).toEqual([
    ['小广场种什么树？', 'open'],
    ['楼道灯全部换成声控的，好不好？', 'ended'],
  ])
  const own = await elder('voted', { votes: items.map(({ id }) => id) })
  expect(items.map(({ id }) => own.items.find(({ vote }) => vote === id)?.voted)).toEqual([
    false,
    true,
  ])
  expect(items[1]?.result).toMatchObject({ ballots: 5, counts: [5, 0], carried: true })
  const reading = as(cloud, projects, 'demo-elder', 'chj')
  const [project] = (await reading('list', {})).items
  expect(project).toMatchObject({ title: '楼道换声控灯', done: 1, of: 3, hasFund: true })
  const { fund } = await reading('get', { project: project!.id })
  expect(fund?.sums).toEqual({
    ...{ own: 37_000, matched: 27_000, spent: 10_800, balance: 53_200, left: 273_000 },
  })
})
