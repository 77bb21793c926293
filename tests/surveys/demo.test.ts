import { surveys } from '@/types/surveys'
import type { TestCloud } from '../support/cloud'
import { demoCloud } from '../support/demoCloud'
import { as, saturday } from '../support/people'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await demoCloud(saturday)
})
afterAll(() => cloud.stop())

const demo = (openid: string) => as(cloud, surveys, openid, 'chj')

test('the demo asks seventeen questions of all five kinds, and some have answered', async () => {
  const { items } = await demo('demo-resident')('list', {})
  const [open] = items
  expect(open).toMatchObject({ survey: { questions: 17 }, whom: [{ self: true }] })
  const survey = open!.survey.id
  const asked = { surveys: [survey] }
  expect(await demo('demo-resident')('given', asked)).toEqual({ items: [] })
  expect((await demo('demo-elder')('given', asked)).items).toMatchObject([{ survey }])
  const { questions } = await demo('demo-resident')('survey', { survey })
  expect(new Set(questions.map(({ kind }) => kind)).size).toBe(5)
  expect(questions.filter(({ showIf }) => showIf !== null).length).toBeGreaterThanOrEqual(1)
  expect((await demo('demo-elder')('survey', { survey })).before?.q17).toBeDefined()
  await cloud.timer('jobs')
  const results = await demo('demo-staff')('results', { survey })
  expect(results).toMatchObject({ answers: 4, onRecord: 4 })
  expect((await demo('demo-staff')('listForStaff', { view: 'draft' })).items).toHaveLength(1)
})
