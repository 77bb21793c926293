import { errands } from '@/types/errands'
import { residents } from '@/types/residents'
import { volunteers } from '@/types/volunteers'
import type { TestCloud } from '../support/cloud'
import { as, startCentre } from '../support/people'
import {
  errandDoc,
  grandmother,
  letter,
  onMenu,
  ordered,
  runAt,
  told,
  volunteer,
} from './neighbours'

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startCentre()
})
afterEach(() => cloud.stop())

const everything = async () =>
  JSON.stringify(
    ((await cloud.admin.collection('errands').limit(1000).get()) as { data: unknown[] }).data,
  )

/** Two errands: one that is over with words on both sides, and one that is still to come. */
const helped = async () => {
  await grandmother(cloud)
  await volunteer(cloud, 'o-reader', '老陈', { skills: ['reading'] })
  const kind = await onMenu(cloud, letter())
  const first = await ordered(cloud, kind)
  await as(cloud, errands, 'o-reader')('accept', { errand: first.id })
  await cloud.clock('2026-11-25T09:00:00+08:00')
  await as(
    cloud,
    errands,
    'o-reader',
  )('finish', {
    errand: first.id,
    there: true,
    minutes: 20,
    stars: 5,
    words: '奶奶泡了茶',
  })
  await as(
    cloud,
    errands,
    'o-li',
  )('confirm', {
    errand: first.id,
    came: true,
    stars: 5,
    words: '读得清楚',
  })
  const next = await ordered(cloud, kind, { day: '2026-12-20' })
  await as(cloud, errands, 'o-reader')('accept', { errand: next.id })
  return { first: first.id, next: next.id }
}

const erase = async (openid: string) => {
  await as(cloud, residents, openid)('deleteMyAccount', {})
  await runAt(cloud, '2026-12-15T04:00:00+08:00')
}

test('a resident who leaves: what was to come is called off, and nothing names them', async () => {
  const { next } = await helped()
  await erase('o-li')
  expect(await errandDoc(cloud, next)).toMatchObject({ state: 'cancelled' })
  expect(await told(cloud, 'helpingCancelled')).toHaveLength(1)
  expect(await everything()).not.toMatch(/李奶奶|读得清楚|滴水/)
})

test('a volunteer who leaves: others are asked, and nothing names them', async () => {
  const { next } = await helped()
  await erase('o-reader')
  expect((await errandDoc(cloud, next)).people).toEqual([])
  expect(await told(cloud, 'errandHelperLeft')).toHaveLength(1)
  expect(await everything()).not.toMatch(/老陈|泡了茶/)
  const { data } = (await cloud.admin.collection('errand_helpers').get()) as { data: unknown[] }
  expect(data).toEqual([])
})

test('a volunteer who gives up serving is off what they promised, and others are asked', async () => {
  const { first, next } = await helped()
  await as(cloud, volunteers, 'o-reader')('resign', {})
  expect((await errandDoc(cloud, next)).people).toEqual([])
  expect(await told(cloud, 'errandHelperLeft')).toHaveLength(1)
  expect((await errandDoc(cloud, first)).people).toHaveLength(1)
})

test('each takes along what is theirs, and nothing of what the other said', async () => {
  await helped()
  const file = async (openid: string): Promise<string> => {
    const { url } = await as(cloud, residents, openid)('exportMyData', {})
    return (await fetch(url)).text()
  }
  const hers = await file('o-li')
  expect(hers).toMatch(/读得清楚/)
  expect(hers).not.toMatch(/泡了茶/)
  const his = JSON.parse(await file('o-reader')) as Record<string, unknown>
  expect(his).toMatchObject({ helped: { length: 2 }, askedToHelp: { length: 1 } })
  expect(JSON.stringify(his.helped)).toMatch(/泡了茶/)
  expect(JSON.stringify(his.helped)).not.toMatch(/李奶奶|读得清楚|滴水/)
})

test('a year later an errand is gone', async () => {
  await helped()
  await runAt(cloud, '2027-11-28T03:45:00+08:00')
  const { data } = (await cloud.admin.collection('errands').get()) as { data: { day: string }[] }
  expect(data.map(({ day }) => day)).toEqual(['2026-12-20'])
})

test('having been asked is forgotten after ninety days', async () => {
  await helped()
  await cloud.clock('2027-03-01T09:00:00+08:00')
  const kind = await onMenu(cloud, letter())
  const { id } = await ordered(cloud, kind, { day: '2027-03-10' })
  const { data } = (await cloud.admin.collection('errand_helpers').get()) as {
    data: { asked: Record<string, number> }[]
  }
  expect(data.map(({ asked }) => Object.keys(asked))).toEqual([[id]])
})
