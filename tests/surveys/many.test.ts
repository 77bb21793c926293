import { newPerson } from '@/domain/residents/person'
import { lookup } from '@/domain/residents/lookup'
import type { TestCloud } from '../support/cloud'
import { pathOf, places, startCentre } from '../support/people'
import { all, at, jingStaff, published } from './asking'

// More people than one step of telling looks at.

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startCentre()
})
afterEach(() => cloud.stop())

/** Two hundred and fifty people of a hundred and twenty-five households, every second of them with a phone. */
const neighbours = async () => {
  const documents = Array.from({ length: 250 }, (_, n) => {
    const id = `dl_pmany${String(n).padStart(3, '0')}`
    const household = `dl_fmany${String(Math.floor(n / 2)).padStart(3, '0')}`
    const person = newPerson(
      { id, name: `居民${n}`, household, path: pathOf(places.jing12) },
      { openid: n % 2 === 0 ? `o-many-${n}` : null },
    )
    return { _id: id, centre: 'dl', v: 1, ...person, ...lookup(person), rev: 1, endTold: false }
  })
  await cloud.admin.collection('people').add(documents)
}

test.each([
  ['person', 250],
  ['household', 125],
] as const)('a survey for each %s counts whom it is for and tells each once', async (per, whom) => {
  await neighbours()
  const survey = await published(cloud, { per, opens: at('11-21T07:00') })
  await cloud.timer('jobs')
  await cloud.clock('2026-11-21T08:20:00+08:00')
  await cloud.timer('jobs')
  const told = (await all<{ event: string; to: string }>(cloud, 'outbox')).filter(
    ({ event }) => event === 'surveyOpened',
  )
  expect(told).toHaveLength(125)
  expect(new Set(told.map(({ to }) => to)).size).toBe(125)
  const { items } = await jingStaff(cloud)('listForStaff', {})
  expect(items).toMatchObject([{ id: survey, audience: whom }])
})

test('cut off between two steps, nobody is told twice and nobody is counted twice', async () => {
  await neighbours()
  await published(cloud, { per: 'household', opens: at('11-21T07:00') })
  for (const skip of [0, 1, 2]) {
    await cloud.fault({
      ...{ action: 'database.modifyDocument', collection: 'surveys', kind: 'crash' },
      ...{ skip, after: true },
    })
    await cloud.timer('jobs').catch(() => null)
    await cloud.clearFaults()
  }
  for (const minute of ['16', '31']) {
    await cloud.clock(`2026-11-21T08:${minute}:00+08:00`)
    await cloud.timer('jobs')
  }
  const told = (await all<{ event: string }>(cloud, 'outbox')).filter(
    ({ event }) => event === 'surveyOpened',
  )
  expect(told).toHaveLength(125)
  const { items } = await jingStaff(cloud)('listForStaff', {})
  expect(items).toMatchObject([{ audience: 125 }])
})
