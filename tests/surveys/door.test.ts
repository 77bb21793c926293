import readExcel from 'read-excel-file/node'
import type { AnswerDoc } from '@/cloudfunctions/surveys/store'
import { residents } from '@/types/residents'
import { surveys, type AtDoor } from '@/types/surveys'
import type { TestCloud } from '../support/cloud'
import {
  as,
  chunHome,
  codeOf,
  jingHome,
  places,
  Refused,
  resident,
  staffOf,
  startCentre,
} from '../support/people'
import { all, answered, answering, at, jingStaff, published } from './asking'

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startCentre()
})
afterEach(() => cloud.stop())

const worker = () => as(cloud, surveys, staffOf.jingWorker)
const atDoor = (
  survey: string,
  of: AtDoor,
  more: { scannedAt?: number; key?: string; answers?: ReturnType<typeof answered> } = {},
) => worker()('answerAtDoor', { survey, version: 1, of, answers: answered(), ...more })
const home = (room: string): AtDoor => ({ kind: 'home', home: jingHome(room) })

test('a grid worker takes the list of the grid along, and puts down what came of each door', async () => {
  const { id: li } = await resident(cloud, 'o-li', '李奶奶', {
    birthDate: '1942-03-01',
    home: jingHome('301'),
  })
  await resident(cloud, 'o-son', '李明', { home: jingHome('301') })
  const { id: wang } = await resident(cloud, 'o-wang', '王叔叔', { home: jingHome('401') })
  await resident(cloud, 'o-far', '二网格的', { home: { building: places.jing30, room: '1' } })
  await resident(cloud, 'o-chun', '春柳的', { home: chunHome() })
  const survey = await published(cloud, { per: 'household' })

  const { items } = await worker()('listForStaff', {})
  expect(items).toMatchObject([{ id: survey, state: 'open' }])
  const door = await worker()('door', { survey })
  expect(door.questions).toHaveLength(5)
  expect(door.buildings.map(({ label }) => label)).toEqual([
    '静安里社区 3号楼',
    '静安里社区 12号楼',
  ])
  await answering(cloud, 'o-son', survey)
  await worker()('visit', { survey, of: { kind: 'person', person: wang }, outcome: 'notHome' })
  await worker()('visit', { survey, of: { kind: 'person', person: wang }, outcome: 'later' })
  const { items: lines } = await worker()('doorList', { survey })
  const byName = Object.fromEntries(lines.map((line) => [line.name, line]))
  expect(Object.keys(byName).sort()).toEqual(['李奶奶', '李明', '王叔叔'].sort())
  // One of the household answered: the door is done.
  expect(byName['李奶奶']).toMatchObject({
    person: li,
    given: { by: '李明' },
    buildingName: '12号楼',
  })
  expect(byName['王叔叔']).toMatchObject({ given: null, visit: { outcome: 'later', times: 2 } })
  const chun = as(cloud, surveys, staffOf.chunWorker)
  expect(await codeOf(chun('doorList', { survey }))).toBe('NotAllowed')
  expect(
    await codeOf(
      chun('answerAtDoor', { survey, version: 1, of: home('401'), answers: answered() }),
    ),
  ).toBe('NotAllowed')
})

test('what was said at a door without a network counts for that moment, and a household only once', async () => {
  await resident(cloud, 'o-li', '李奶奶', { home: jingHome('301') })
  const survey = await published(cloud, { per: 'household' })
  // A household nobody is registered of is known by its door, however it is written.
  await atDoor(survey, home('501'))
  await resident(cloud, 'o-new', '新来的', { home: jingHome('501室') })
  const again = (await answering(cloud, 'o-new', survey).catch(
    (error: unknown) => error,
  )) as Refused
  expect(again).toMatchObject({ code: 'AlreadyAnswered', data: { by: '赵网格员' } })

  await answering(cloud, 'o-li', survey)
  expect(await codeOf(atDoor(survey, home('301')))).toBe('AlreadyAnswered')
  expect(await codeOf(atDoor(survey, { kind: 'home', home: { building: places.jing12 } }))).toBe(
    'RoomNeeded',
  )
  expect(await codeOf(atDoor(survey, { kind: 'nobody', building: places.jing12 }))).toBe(
    'InvalidInput',
  )

  await cloud.clock('2026-11-29T09:00:00+08:00')
  expect(await codeOf(atDoor(survey, home('601')))).toBe('Closed')
  const before = at('11-28T19:00')
  expect(await codeOf(atDoor(survey, home('601'), { scannedAt: before }))).toBe('ok')
  expect(await codeOf(atDoor(survey, home('602'), { scannedAt: at('11-28T21:00') }))).toBe('Closed')
  await cloud.clock('2026-12-08T09:00:00+08:00')
  expect(await codeOf(atDoor(survey, home('603'), { scannedAt: before }))).toBe('TooOld')
  const answers = await all<AnswerDoc>(cloud, 'survey_answers')
  expect(answers.map((one) => one.at).sort()).toEqual(
    [at('11-21T08:00'), at('11-21T08:00'), before].map((moment) => expect.closeTo(moment, -5)),
  )
})

test('what was written down at a door is kept for staff to read, whatever WeChat says of its words', async () => {
  await resident(cloud, 'o-li', '李奶奶', { home: jingHome('301') })
  const { id: person } = await resident(cloud, 'o-wang', '王叔叔', { home: jingHome('401') })
  const survey = await published(cloud)
  const answers = answered({ q5: { kind: 'text', text: '楼下有人赌博' } })
  expect(await codeOf(answering(cloud, 'o-li', survey, { answers }))).toBe('TextRefused')
  await atDoor(survey, { kind: 'person', person }, { answers })
  const { items } = await jingStaff(cloud)('texts', { survey, question: 'q5' })
  expect(items).toMatchObject([{ words: '楼下有人赌博', unchecked: true }])
})

test('what came of a visit to somebody the survey is no longer for is refused, and says so', async () => {
  const { id: wang } = await resident(cloud, 'o-wang', '王叔叔', {
    birthDate: '1990-01-01',
    home: jingHome('401'),
  })
  const survey = await published(cloud, {
    target: { node: places.jing, fromAge: 60, toAge: null, tags: [] },
  })
  const visit = worker()('visit', {
    survey,
    of: { kind: 'person', person: wang },
    outcome: 'notHome',
    scannedAt: at('11-21T08:00'),
  })
  expect(await codeOf(visit)).toBe('NotForThem')
})

test('somebody nobody knows counts, each tap once, and is no part of whom it was for', async () => {
  await resident(cloud, 'o-li', '李奶奶', { home: jingHome('301') })
  const survey = await published(cloud)
  const nobody: AtDoor = { kind: 'nobody', building: places.jing12 }
  const key = 'test-key-of-one-tap'
  await atDoor(survey, nobody, { key })
  await atDoor(survey, nobody, { key })
  await atDoor(survey, nobody)
  await answering(cloud, 'o-li', survey)
  await cloud.timer('jobs')
  expect(await jingStaff(cloud)('results', { survey })).toMatchObject({ answers: 3, onRecord: 1 })
})

test('to whom a survey about illness goes is known to their grid and the centre only', async () => {
  const { id } = await resident(cloud, 'o-li', '李奶奶', { home: jingHome('301') })
  await as(
    cloud,
    residents,
    staffOf.jingWorker,
  )('setTag', { person: id, tag: 'chronicIllness', until: '2027-06-01', consent: 'signedForm' })
  await resident(cloud, 'o-wang', '王叔叔', { home: jingHome('401') })
  const survey = await published(
    cloud,
    { target: { node: places.jing, fromAge: null, toAge: null, tags: ['chronicIllness'] } },
    staffOf.centreStaff,
  )
  expect((await worker()('doorList', { survey })).items.map(({ name }) => name)).toEqual(['李奶奶'])
  expect(await codeOf(jingStaff(cloud)('doorList', { survey }))).toBe('SensitiveTag')
  expect(await codeOf(answering(cloud, staffOf.jingStaff, survey, { forResident: id }))).toBe(
    'NotForThem',
  )
  expect((await as(cloud, surveys, 'o-wang')('list', {})).items).toEqual([])
  await answering(cloud, 'o-li', survey, {
    answers: answered({ q5: { kind: 'text', text: '药太贵' } }),
  })
  const asked = { surveys: [survey], forResident: id }
  expect((await worker()('given', asked)).items).toMatchObject([{ survey, person: id }])
  expect(await jingStaff(cloud)('given', asked)).toEqual({ items: [] })
  const read = { survey, question: 'q5' }
  const centreStaff = as(cloud, surveys, staffOf.centreStaff)
  expect((await centreStaff('texts', read)).items).toMatchObject([{ name: '李奶奶' }])
  expect((await jingStaff(cloud)('texts', read)).items).toMatchObject([
    { name: null, words: '药太贵' },
  ])
  expect(await codeOf(jingStaff(cloud)('exportResults', { survey }))).toBe('SensitiveTag')
})

const book = async (url: string) =>
  readExcel(Buffer.from(await (await fetch(url)).arrayBuffer())) as Promise<
    { sheet: string; data: (string | number | null)[][] }[]
  >

test('the table says what the screen says, and both are the sum of the answers', async () => {
  for (const n of [1, 2, 3])
    await resident(cloud, `o-${n}`, `居民${n}`, { home: jingHome(`30${n}`) })
  const survey = await published(cloud)
  for (const n of [1, 2, 3])
    await answering(cloud, `o-${n}`, survey, {
      answers: answered({
        q2: { kind: 'scale', value: n },
        ...(n === 3 && { q5: { kind: 'text', text: '=1+1' } }),
      }),
    })
  // Nothing was counted yet: whoever asks for the table gets all of it.
  const { url } = await jingStaff(cloud)('exportResults', { survey })
  const [sums, answers] = await book(url)
  const results = await jingStaff(cloud)('results', { survey })
  const line = (words: string) => sums!.data.find(([first]) => first === words)
  expect(line('答卷')?.[1]).toBe(3)
  expect(results.answers).toBe(3)
  expect(line('平均')?.[1]).toBe(results.questions[1]?.mean)
  expect(line('书画')).toEqual(['书画', 3, 1])
  expect(line('楼下停车：不满意')?.[1]).toBe(
    results.questions[3]?.rows[1]?.columns.find(({ id }) => id === 'c2')?.count,
  )
  const [titles, ...rows] = answers!.data
  expect(rows).toHaveLength(3)
  const column = titles!.indexOf('2. 饭菜怎么样')
  expect(rows.map((row) => row[column]).sort()).toEqual([1, 2, 3])
  expect(rows.map((row) => row[2]).sort()).toEqual(['居民1', '居民2', '居民3'])
  expect(rows.flat()).toContain('=1+1')
})

test('the table of an anonymous survey names nobody and no time', async () => {
  for (let n = 0; n < 5; n++)
    await resident(cloud, `o-${n}`, `居民${n}`, { home: jingHome(`30${n}`) })
  const survey = await published(cloud, { anonymous: true })
  for (let n = 0; n < 5; n++) await answering(cloud, `o-${n}`, survey)
  await jingStaff(cloud)('close', { survey })
  // A week on nothing can come from a door any more.
  await cloud.clock('2026-11-29T08:00:00+08:00')
  const { url } = await jingStaff(cloud)('exportResults', { survey })
  const sheets = await book(url)
  expect(sheets[1]?.data).toHaveLength(6)
  expect(JSON.stringify(sheets)).not.toMatch(/居民\d|姓名|时间|8:00/)
})

test('who leaves is named by no answer, and what they chose still counts', async () => {
  await resident(cloud, 'o-li', '李奶奶', { home: jingHome('301') })
  const survey = await published(cloud)
  await answering(cloud, 'o-li', survey, {
    answers: answered({
      q1: { kind: 'single', option: 'other', other: '我叫李奶奶' },
      q5: { kind: 'text', text: '我住三楼' },
    }),
  })
  await cloud.timer('jobs')
  const { url } = await as(cloud, residents, 'o-li')('exportMyData', {})
  const mine = await (await fetch(url)).text()
  expect(mine).toContain('我住三楼')
  await as(cloud, residents, 'o-li')('deleteMyAccount', {})
  await cloud.clock('2026-12-10T04:00:00+08:00')
  await cloud.timer('jobs')
  const kept = JSON.stringify([
    await all(cloud, 'survey_answers'),
    await all(cloud, 'survey_marks'),
  ])
  expect(kept).not.toMatch(/李奶奶|三楼/)
  const { answers, questions } = await jingStaff(cloud)('results', { survey })
  expect(answers).toBe(1)
  expect(questions[0]?.options.map(({ count }) => count)).toEqual([0, 0, 1])
})

test('who answered for others and leaves is named by none of those answers', async () => {
  const { id } = await resident(cloud, 'o-li', '李奶奶', { home: jingHome('301') })
  const survey = await published(cloud)
  await answering(cloud, staffOf.jingWorker, survey, { forResident: id })
  const kept = async () =>
    JSON.stringify([await all(cloud, 'survey_answers'), await all(cloud, 'survey_marks')])
  expect(await kept()).toContain('赵网格员')
  await as(cloud, residents, staffOf.jingWorker)('deleteMyAccount', {})
  await cloud.clock('2026-12-10T04:00:00+08:00')
  await cloud.timer('jobs')
  expect(await kept()).not.toContain('赵网格员')
  // Whose answer it is stays.
  expect(await kept()).toContain(id)
})

test('two years after it closed nobody’s answers are kept, and what they came to is', async () => {
  await resident(cloud, 'o-li', '李奶奶', { home: jingHome('301') })
  const survey = await published(cloud)
  await answering(cloud, 'o-li', survey)
  await cloud.timer('jobs')
  await cloud.clock('2028-11-28T04:00:00+08:00')
  await cloud.timer('jobs')
  expect(await all(cloud, 'survey_answers')).toHaveLength(1)
  await cloud.clock('2028-12-01T04:00:00+08:00')
  await cloud.timer('jobs')
  for (const name of ['survey_answers', 'survey_marks']) expect(await all(cloud, name)).toEqual([])
  expect((await jingStaff(cloud)('results', { survey })).answers).toBe(1)
})

test('results of many answers are read without reading one of them', async () => {
  const survey = await published(cloud)
  const documents = Array.from({ length: 1000 }, (_, n) => ({
    ...{ _id: `dl_sa${String(n).padStart(6, '0')}`, centre: 'dl', v: 1, survey, version: 1 },
    ...{ answers: answered(), slices: ['all', n % 2 === 0 ? 'a60' : 'a40', places.jing] },
    ...{ onRecord: true, unchecked: false, texts: [], state: 'given' },
    ...{ inTotals: false, counted: false, person: null, household: null, byName: null, at: 1 },
  }))
  await cloud.admin.collection('survey_answers').add(documents)
  await cloud.timer('jobs')
  await cloud.resetMetrics()
  const results = await jingStaff(cloud)('results', { survey })
  expect(results.answers).toBe(1000)
  expect(results.slices.map(({ answers }) => answers)).toEqual([500, 500, 1000])
  const { examined } = (await cloud.metrics()).procedures['surveys.results']!
  expect(examined).toBeLessThan(20)
})
