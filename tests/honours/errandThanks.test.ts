import readExcel from 'read-excel-file/node'
import { errands } from '@/types/errands'
import { honours } from '@/types/honours'
import { volunteers } from '@/types/volunteers'
import { grandmother, letter, onMenu, ordered, volunteer } from '../errands/neighbours'
import type { TestCloud } from '../support/cloud'
import { as, codeOf, places, resident, seedMembers, staffOf, startCentre } from '../support/people'

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startCentre()
})
afterEach(() => cloud.stop())

const thanks = (openid: string, to: string, id: string) =>
  as(cloud, honours, openid)('thank', { to, for: { kind: 'errand', id }, words: '字读得清楚' })

test('who ordered an errand thanks the neighbour who did it, once it is done, and nobody else does', async () => {
  await grandmother(cloud)
  const reader = await volunteer(cloud, 'o-reader', '读信的小何', { skills: ['reading'] })
  await resident(cloud, 'o-wang', '王大爷')
  const { id } = await ordered(cloud, await onMenu(cloud, letter()))
  await as(cloud, errands, 'o-reader')('accept', { errand: id })
  expect(await codeOf(thanks('o-li', reader, id))).toBe('NothingToThankFor')

  await cloud.clock('2026-11-25T09:30:00+08:00')
  await as(cloud, errands, 'o-reader')('finish', { errand: id, there: true, minutes: 20, stars: 5 })
  const { deed, people } = await as(
    cloud,
    honours,
    'o-li',
  )('whomToThank', {
    for: { kind: 'errand', id },
  })
  expect(deed).toMatchObject({ title: '读信', placeName: '' })
  expect(people).toEqual([{ id: reader, name: '读****' }])
  expect(await codeOf(thanks('o-wang', reader, id))).toBe('NothingToThankFor')
  expect(await codeOf(thanks('o-reader', reader, id))).toBe('NotYourself')
  expect(await thanks('o-li', reader, id)).toMatchObject({ state: 'waiting', what: '读信' })
  expect((await as(cloud, honours, staffOf.jingStaff)('thanksToRead', {})).items).toMatchObject([
    { from: '李奶奶', to: { name: '读信的小何' }, wall: 'notAgreed' },
  ])
})

test('who confirms before any volunteer said so says thanks at once, to who came and not to who stayed away', async () => {
  await grandmother(cloud)
  const came = await volunteer(cloud, 'o-came', '老陈')
  const away = await volunteer(cloud, 'o-away', '小方')
  const { id } = await ordered(cloud, await onMenu(cloud))
  for (const openid of ['o-came', 'o-away'])
    await as(cloud, errands, openid)('accept', { errand: id })
  await cloud.clock('2026-11-25T11:00:00+08:00')
  const confirmed = await as(
    cloud,
    errands,
    'o-li',
  )('confirm', { errand: id, came: true, who: [came], stars: 5 })
  expect(confirmed).toMatchObject({ state: 'confirmed', mayThank: true })
  const whom = await as(cloud, honours, 'o-li')('whomToThank', { for: { kind: 'errand', id } })
  expect(whom.people.map(({ id: one }) => one)).toEqual([came])
  expect(await codeOf(thanks('o-li', away, id))).toBe('NothingToThankFor')
  expect(await codeOf(thanks('o-li', came, id))).toBe('ok')
})

test('of two on it, only the one is to be thanked who says that they went alone', async () => {
  await grandmother(cloud)
  const [came] = [
    await volunteer(cloud, 'o-came', '老陈'),
    await volunteer(cloud, 'o-away', '小方'),
  ]
  const { id } = await ordered(cloud, await onMenu(cloud))
  for (const openid of ['o-came', 'o-away'])
    await as(cloud, errands, openid)('accept', { errand: id })
  await cloud.clock('2026-11-25T11:00:00+08:00')
  await as(
    cloud,
    errands,
    'o-came',
  )('finish', { errand: id, there: true, together: false, minutes: 40, stars: 5 })
  const whom = await as(cloud, honours, 'o-li')('whomToThank', { for: { kind: 'errand', id } })
  expect(whom.people.map(({ id: one }) => one)).toEqual([came])
})

test('a month later it is too late', async () => {
  await grandmother(cloud)
  const reader = await volunteer(cloud, 'o-reader', '读信的小何', { skills: ['reading'] })
  const { id } = await ordered(cloud, await onMenu(cloud, letter()))
  await as(cloud, errands, 'o-reader')('accept', { errand: id })
  await cloud.clock('2026-11-25T09:30:00+08:00')
  await as(cloud, errands, 'o-reader')('finish', { errand: id, there: true, minutes: 20, stars: 5 })
  await cloud.clock('2026-12-26T09:30:00+08:00')
  expect(await codeOf(thanks('o-li', reader, id))).toBe('NothingToThankFor')
})

test('hours of an errand are on the ministry’s record with their place and part of the day', async () => {
  await grandmother(cloud)
  await seedMembers(cloud, [
    { openid: 'o-jing-second', name: '第二位社工', role: 'communityStaff', node: places.jing },
  ])
  await volunteer(cloud, 'o-reader', '读信的小何', { skills: ['reading'] })
  const { id } = await ordered(cloud, await onMenu(cloud, letter()))
  await as(cloud, errands, 'o-reader')('accept', { errand: id })
  await cloud.clock('2026-11-25T09:30:00+08:00')
  await as(cloud, errands, 'o-reader')('finish', { errand: id, there: true, minutes: 20, stars: 5 })
  await as(cloud, errands, 'o-li')('confirm', { errand: id, came: true, stars: 5 })
  const second = as(cloud, volunteers, 'o-jing-second')
  const { items } = await second('hoursToConfirm', {})
  await second('confirmHours', { entry: items[0]!.id })
  const { url } = await as(
    cloud,
    honours,
    staffOf.centreStaff,
  )('exportRecords', { from: '2026-11-25', to: '2026-11-25' })
  const [sheet] = await readExcel(Buffer.from(await (await fetch(url)).arrayBuffer()))
  expect(sheet!.data[1]).toEqual(expect.arrayContaining(['读信', '上午', '居民指定的地方']))
})
