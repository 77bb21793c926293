import { CentreCollection } from '@/cloudfunctions/kit/collection'
import { issueTicket, takeUploads, uploads, uploadsId } from '@/cloudfunctions/kit/uploads'
import { picture, put } from '../centre/uploading'
import { startCloud, type TestCloud } from '../support/cloud'
import { codeOf, Refused } from '../support/people'
import { stepInto } from './inside'

const at = Date.parse('2026-11-21T08:00:00+08:00')
const most = 30

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud()
  stepInto(cloud)
})
afterAll(() => cloud.stop())
afterEach(() => jest.restoreAllMocks())

const issue = (person: string, key: string) =>
  issueTicket(
    { centre: 'dl', person, roles: ['centreStaff'], key, at },
    { purpose: 'activityPhoto', ending: 'png', bytes: picture().length },
  )

const ticketsOf = async (person: string) =>
  Object.keys((await uploads.of('dl').get(uploadsId('dl', person)))?.tickets ?? {})

/** What a store without the guard would do: whoever comes last has written last. */
const withoutGuard = () => {
  const change = CentreCollection.prototype.change
  jest.spyOn(CentreCollection.prototype, 'change').mockImplementation(function (
    this: CentreCollection<never>,
    id,
    changed,
  ) {
    return change.call(this, id, changed, {})
  })
}

const outcome = (act: Promise<unknown>): Promise<string> =>
  codeOf(act.catch(({ code }: { code: string }) => Promise.reject(new Refused(code))))

/** Four activities want the same file at the same moment; how many get it. */
const fourWant = async (person: string): Promise<number> => {
  const { path } = await issue(person, 'one')
  const file = await put(cloud, 'o-sun', path, picture())
  const answers = await Promise.all(
    [1, 2, 3, 4].map((n) =>
      outcome(
        takeUploads({ centre: 'dl', person, at }, `dl_a${n}`, [
          { file, purpose: 'activityPhoto', field: 'photo' },
        ]),
      ),
    ),
  )
  return answers.filter((code) => code === 'ok').length
}

/** One ticket is left when four are asked for at the same moment; how many there are then. */
const fourAsk = async (person: string): Promise<number> => {
  for (let i = 1; i < most; i++) await issue(person, `before-${i}`)
  await Promise.all([1, 2, 3, 4].map((n) => outcome(issue(person, `at-once-${n}`))))
  return (await ticketsOf(person)).length
}

describe('at the same moment', () => {
  test('one file goes to one record', async () => {
    expect(await fourWant('dl_pone')).toBe(1)
  })

  test('control: without the guard it goes to several', async () => {
    withoutGuard()
    expect(await fourWant('dl_ptwo')).toBeGreaterThan(1)
  })

  test('the last ticket is given once', async () => {
    expect(await fourAsk('dl_pthree')).toBe(most)
  })

  test('control: without the guard it is given to several', async () => {
    withoutGuard()
    expect(await fourAsk('dl_pfour')).toBeGreaterThan(most)
  })
})

test('a lost reply is no second ticket', async () => {
  await issue('dl_pfive', 'first')
  await cloud.fault({
    action: 'database.modifyDocument',
    collection: 'uploads',
    kind: 'lostReply',
  })
  const { path } = await issue('dl_pfive', 'second')
  expect((await issue('dl_pfive', 'second')).path).toBe(path)
  expect(await ticketsOf('dl_pfive')).toHaveLength(2)
})
