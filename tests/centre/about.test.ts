import { centre } from '@/types/centre'
import type { TestCloud } from '@/tests/support/cloud'
import { as, codeOf, seedCentre, staffOf, startCentre } from '@/tests/support/people'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startCentre()
})
afterAll(() => cloud.stop())

const lifted = {
  name: '桂林路党群服务中心',
  about: '一楼是大厅，二楼是教室。',
  phone: '0411-84555555',
  opens: '08:00',
  closes: '20:00',
  points: [
    {
      name: '暖心驿站',
      address: '桂林路 8 号',
      hours: '全天',
      phone: null,
      latitude: 38.91,
      longitude: 121.6,
      onMap: true,
    },
    {
      name: '老年食堂',
      address: '桂林路 12 号院里',
      hours: '中午',
      phone: null,
      latitude: 0,
      longitude: 0,
      onMap: false,
    },
  ],
}

test('whoever has not signed in yet reads what the centre says of itself', async () => {
  const about = await as(cloud, centre, 'o-nobody')('about', {})
  expect(about).toMatchObject({ code: 'dl', name: '党群服务中心', opens: '08:30', points: [] })
})

test('there is no centre of that code', async () => {
  const elsewhere = as(cloud, centre, 'o-nobody', 'nowhere')
  expect(await codeOf(elsewhere('about', {}))).toBe('UnknownCentre')
})

test('centre staff change it, and the list of centres has the new name', async () => {
  await seedCentre(cloud, 'xi')
  await as(cloud, centre, staffOf.centreStaff)('saveAbout', { about: lifted })
  expect(await as(cloud, centre, 'o-nobody')('about', {})).toEqual({ code: 'dl', ...lifted })
  expect(await as(cloud, centre, 'o-nobody', 'all')('list', {})).toEqual({
    items: [
      { code: 'dl', name: '桂林路党群服务中心' },
      { code: 'xi', name: '党群服务中心' },
    ],
  })
})

test('a phone that knows of no places without a position says where each lies', async () => {
  const { onMap: _, ...point } = lifted.points[0]!
  await as(
    cloud,
    centre,
    staffOf.centreStaff,
  )('saveAbout', {
    about: { ...lifted, points: [point] },
  })
  expect((await as(cloud, centre, 'o-nobody')('about', {})).points).toEqual([lifted.points[0]])
})

test('staff of one community do not speak for the centre', async () => {
  const saving = as(cloud, centre, staffOf.jingStaff)('saveAbout', { about: lifted })
  expect(await codeOf(saving)).toBe('NotAllowed')
})

test('saving what is there already is no mistake', async () => {
  const staff = as(cloud, centre, staffOf.centreStaff)
  await staff('saveAbout', { about: lifted })
  expect(await codeOf(staff('saveAbout', { about: lifted }))).toBe('ok')
})
