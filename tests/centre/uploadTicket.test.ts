import { inHours } from '../activities/publishing'
import type { TestCloud } from '../support/cloud'
import { codeOf, newKey, resident, saturday, staffOf, startCentre } from '../support/people'
import { ask, isThere, send } from './uploading'

const { centreStaff, jingStaff, chunStaff, jingWorker } = staffOf

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCentre()
  await resident(cloud, 'o-li', '李奶奶')
})
afterAll(() => cloud.stop())
beforeEach(() => cloud.clock(saturday))

test('a ticket is for one file, good for a day, and the same tap gets the same one', async () => {
  const key = newKey()
  const [one, two] = await Promise.all([1, 2].map(() => ask(cloud, centreStaff, { key })))
  expect(one).toEqual(two)
  expect(one?.path).toMatch(/^uploads\/dl_u[a-z0-9]{16}\/dl_f[a-z0-9]{16}\.png$/)
  expect(one?.until).toBeGreaterThanOrEqual(inHours(24))
  expect(one?.until).toBeLessThan(inHours(24.1))
  expect((await ask(cloud, centreStaff)).path).not.toBe(one?.path)
})

test('residents get none for what staff publish, nor do roles that publish nothing', async () => {
  expect(await codeOf(ask(cloud, 'o-li'))).toBe('NotAllowed')
  expect(await codeOf(ask(cloud, jingWorker))).toBe('NotAllowed')
  expect(await codeOf(ask(cloud, 'o-nobody'))).toBe('NotSignedIn')
})

test.each([
  ['a picture of five megabytes', { bytes: 5 * 1024 * 1024 }, 'ok'],
  ['one byte more', { bytes: 5 * 1024 * 1024 + 1 }, 'FileTooLarge'],
  ['a paper of ten', { purpose: 'activityAttachment', ending: 'pdf', bytes: 10485760 }, 'ok'],
  [
    'one byte more',
    { purpose: 'activityAttachment', ending: 'pdf', bytes: 10485761 },
    'FileTooLarge',
  ],
  ['a paper where a picture belongs', { ending: 'pdf' }, 'WrongFileType'],
  ['a page', { purpose: 'activityAttachment', ending: 'html' }, 'WrongFileType'],
  ['a name without an ending', { ending: '' }, 'WrongFileType'],
  ['nothing at all', { bytes: 0 }, 'WrongFileType'],
] as const)('%s: %o is %s', async (_what, announced, expected) => {
  expect(await codeOf(ask(cloud, jingStaff, announced))).toBe(expected)
})

test('a phone that asks and asks gets thirty within a day, and others are not in its way', async () => {
  const asked: string[] = []
  for (let i = 0; i < 32; i++) asked.push(await codeOf(ask(cloud, chunStaff)))
  expect(asked).toEqual([...Array<string>(30).fill('ok'), 'TooManyFiles', 'TooManyFiles'])
  expect(await codeOf(ask(cloud, chunStaff, { purpose: 'activityAttachment' }))).toBe('ok')
  expect(await codeOf(ask(cloud, jingStaff))).toBe('ok')
})

test('taps at the same moment are counted one by one', async () => {
  const before = (await ticketsOf(cloud)).length
  const asked = await Promise.all(Array.from({ length: 4 }, () => codeOf(ask(cloud, jingStaff))))
  const given = asked.filter((code) => code === 'ok').length
  expect(given).toBeGreaterThan(0)
  expect((await ticketsOf(cloud)).length).toBe(before + given)
})

test('a file nobody used goes after a day, and so does its ticket', async () => {
  const file = await send(cloud, centreStaff)
  await cloud.clock(new Date(inHours(24)).toISOString())
  await cloud.timer('jobs')
  expect(await isThere(cloud, file)).toBe(true)
  const later = await send(cloud, centreStaff)
  await cloud.clock(new Date(inHours(26)).toISOString())
  await cloud.timer('jobs')
  expect(await isThere(cloud, file)).toBe(false)
  expect(await isThere(cloud, later)).toBe(true)
  expect((await ticketsOf(cloud)).map(({ path }) => path)).toEqual([pathOf(later)])
  await cloud.clock(new Date(inHours(50)).toISOString())
  await cloud.timer('jobs')
  expect(await isThere(cloud, later)).toBe(false)
  expect((await cloud.admin.collection('uploads').get()).data).toEqual([])
  // Who had asked too often may ask again.
  expect(await codeOf(ask(cloud, chunStaff))).toBe('ok')
})

const pathOf = (file: string): string => file.split('/').slice(3).join('/')

const ticketsOf = async ({ admin }: TestCloud): Promise<{ path: string }[]> => {
  const { data } = await admin.collection('uploads').get()
  return (data as { tickets: Record<string, { path: string }> }[]).flatMap(({ tickets }) =>
    Object.values(tickets),
  )
}
