import { residents } from '@/types/residents'
import { surveys } from '@/types/surveys'
import type { AnswerDoc, MarkDoc, TotalsDoc } from '@/cloudfunctions/surveys/store'
import type { TestCloud } from '../support/cloud'
import {
  as,
  chunHome,
  codeOf,
  jingHome,
  newKey,
  places,
  Refused,
  resident,
  staffOf,
  startCentre,
} from '../support/people'
import { all, answered, answering, at, draft, jingStaff, published, questions } from './asking'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCentre()
})
afterAll(() => cloud.stop())
beforeEach(async () => {
  for (const name of ['surveys', 'survey_versions', 'survey_marks', 'survey_answers'])
    await cloud.admin.collection(name).where({ centre: 'dl' }).remove()
  for (const name of ['survey_totals', 'survey_visits', 'outbox', 'leases'])
    await cloud.admin.collection(name).where({ centre: 'dl' }).remove()
  await cloud.clock('2026-11-21T08:00:00+08:00')
})

const li = { birthDate: '1942-03-01', home: jingHome('301') }
const refusal = (call: Promise<unknown>): Promise<Refused> =>
  call.then(
    () => Promise.reject(new Error('was not refused')),
    (error: unknown) => error as Refused,
  )
const resultsOf = (survey: string, more: { version?: number; slice?: string } = {}) =>
  jingStaff(cloud)('results', { survey, ...more })

test('what is published stays, and a correction is another version that answers name', async () => {
  await resident(cloud, 'o-li', '李奶奶', li)
  await resident(cloud, 'o-wang', '王叔叔', { home: jingHome('401') })
  const staff = jingStaff(cloud)
  const survey = await published(cloud)
  await answering(cloud, 'o-li', survey)

  const before = await staff('draft', { survey })
  expect(before).toMatchObject({ version: 1, changed: false, state: 'open' })
  expect(await codeOf(staff('publish', { survey, rev: before.rev }))).toBe('NothingChanged')
  const corrected = questions.map((one) =>
    one.id === 'q5' ? { ...one, words: '还有什么想说' } : one,
  )
  const saved = await staff('saveDraft', {
    survey,
    rev: before.rev,
    draft: draft({ questions: corrected }),
  })
  expect(saved).toMatchObject({ version: 1, changed: true })
  const open = await as(cloud, surveys, 'o-wang')('survey', { survey })
  expect(open.questions.at(-1)?.words).toBe('还想对我们说什么')

  await staff('publish', { survey, rev: saved.rev })
  const next = await as(cloud, surveys, 'o-wang')('survey', { survey })
  expect(next.survey.version).toBe(2)
  expect(next.questions.at(-1)?.words).toBe('还有什么想说')
  // A phone that opened the first version still answers that one.
  await as(cloud, surveys, 'o-wang')('answer', { survey, version: 1, answers: answered() })
  const answers = await all<AnswerDoc>(cloud, 'survey_answers')
  expect(answers.map(({ version }) => version)).toEqual([1, 1])

  const old = await refusal(staff('saveDraft', { survey, rev: before.rev, draft: draft() }))
  expect(old.code).toBe('ChangedMeanwhile')
  expect(
    await codeOf(
      staff('saveDraft', { survey, rev: saved.rev, draft: draft({ per: 'household' }) }),
    ),
  ).toBe('StaysAsItWas')
})

test('what is missing keeps it from being published, and is named', async () => {
  const staff = jingStaff(cloud)
  const tries = async (changes: Parameters<typeof draft>[0]) => {
    const { id, rev } = await staff('saveDraft', { draft: draft(changes) })
    const { code, data } = await refusal(staff('publish', { survey: id, rev }))
    return [code, data?.question]
  }
  const [first, second, third, ...rest] = questions as [never, never, never]
  expect(await tries({ questions: [] })).toEqual(['QuestionsMissing', undefined])
  expect(await tries({ questions: [second, first, third] })).toEqual(['BranchWrong', 1])
  expect(await tries({ questions: [third, second, ...rest] })).toEqual(['BranchWrong', 2])
  expect(
    await tries({ questions: [first, second, { ...(third as object), words: '' } as never] }),
  ).toEqual(['QuestionIncomplete', 3])
  expect(await tries({ questions: [first, first] })).toEqual(['QuestionIncomplete', 2])
  expect(await tries({ closes: at('11-20T20:00') })).toEqual(['TimesWrong', undefined])
  expect(await tries({ target: { node: places.jing, fromAge: 70, toAge: 60, tags: [] } })).toEqual([
    'AgesWrong',
    undefined,
  ])
  expect(await tries({ anonymous: true, mayChange: true })).toEqual(['AnonymousStays', undefined])
  // A community asks nobody because of an illness; the centre, who sees such tags, may.
  const delicate = draft({
    target: { node: places.jing, fromAge: null, toAge: null, tags: ['chronicIllness'] },
  })
  expect(await codeOf(staff('saveDraft', { draft: delicate }))).toBe('SensitiveTag')
  expect(
    await codeOf(as(cloud, surveys, staffOf.centreStaff)('saveDraft', { draft: delicate })),
  ).toBe('ok')
})

test('a hidden question is not asked, a required one is named, and what does not fit is refused', async () => {
  await resident(cloud, 'o-li', '李奶奶', li)
  const survey = await published(cloud)
  const answer = (answers: Parameters<typeof answered>[0]) =>
    refusal(answering(cloud, 'o-li', survey, { answers: answers! }))
  const { q2: _q2, ...withoutScale } = answered()
  expect(await answer(withoutScale)).toMatchObject({ code: 'AnswerMissing', data: { question: 2 } })
  expect(
    await answer(answered({ q3: { kind: 'multiple', options: ['o1', 'o2', 'o3'] } })),
  ).toMatchObject({ code: 'AnswerWrong', data: { question: 3 } })
  expect(await answer(answered({ q4: { kind: 'matrix', cells: { r1: 'c1' } } }))).toMatchObject({
    code: 'AnswerMissing',
    data: { question: 4 },
  })
  // Who was never there says nothing of the meals, whatever the phone sends.
  await answering(cloud, 'o-li', survey, {
    answers: answered({ q1: { kind: 'single', option: 'o2' } }),
  })
  const [kept] = await all<AnswerDoc>(cloud, 'survey_answers')
  expect(Object.keys(kept!.answers)).toEqual(['q1', 'q3', 'q4'])
})

test('a household answers once, and whoever comes second learns when and by whom', async () => {
  await resident(cloud, 'o-li', '李奶奶', li)
  await resident(cloud, 'o-son', '李明', { home: jingHome('301') })
  await resident(cloud, 'o-next', '邻居', { home: jingHome('302') })
  const survey = await published(cloud, { per: 'household' })
  const key = newKey()
  await answering(cloud, 'o-li', survey, { key })
  // The same tap, sent again, is the same answer.
  expect((await answering(cloud, 'o-li', survey, { key })).given.by).toBe('李奶奶')
  expect(await refusal(answering(cloud, 'o-son', survey))).toMatchObject({
    code: 'AlreadyAnswered',
    data: { by: '李奶奶' },
  })
  const mine = await as(cloud, surveys, 'o-son')('list', {})
  expect(mine.items[0]?.whom).toMatchObject([{ name: '李明', self: true }])
  const asked = { surveys: [survey] }
  expect((await as(cloud, surveys, 'o-son')('given', asked)).items).toMatchObject([
    { survey, person: mine.items[0]!.whom[0]!.id, by: '李奶奶' },
  ])
  expect(await as(cloud, surveys, 'o-next')('given', asked)).toEqual({ items: [] })
  await answering(cloud, 'o-next', survey)
  expect(await all(cloud, 'survey_answers')).toHaveLength(2)
})

test('a survey is for whom it is for, and a relative or staff answer for them with both names', async () => {
  const { id } = await resident(cloud, 'o-li', '李奶奶', li)
  await resident(cloud, 'o-chun', '春柳居民', { birthDate: '1950-01-01', home: chunHome() })
  await resident(cloud, 'o-daughter', '李芳', { birthDate: '1990-01-01', home: jingHome('505') })
  const mother = await as(
    cloud,
    residents,
    'o-daughter',
  )('addDependant', {
    name: '李外婆',
    relation: 'parent',
    birthDate: '1938-02-02',
    home: jingHome('505'),
    consent: 'spoken',
  })
  const target = { node: places.jing, fromAge: 60, toAge: null, tags: [] }
  const survey = await published(cloud, { target })
  expect((await as(cloud, surveys, 'o-chun')('list', {})).items).toEqual([])
  expect(await codeOf(answering(cloud, 'o-chun', survey))).toBe('NotForThem')
  const whom = (await as(cloud, surveys, 'o-daughter')('list', {})).items[0]?.whom
  expect(whom?.map(({ name }) => name)).toEqual(['李外婆'])
  await answering(cloud, 'o-daughter', survey, { forResident: mother.id })
  await answering(cloud, staffOf.jingWorker, survey, { forResident: id })
  expect(await codeOf(answering(cloud, staffOf.chunWorker, survey, { forResident: id }))).toBe(
    'NotAllowed',
  )
  const answers = await all<AnswerDoc>(cloud, 'survey_answers')
  expect(answers.map(({ person, byName }) => [person, byName]).sort()).toEqual(
    [
      [mother.id, '李芳'],
      [id, '赵网格员'],
    ].sort(),
  )
  const [entry] = (
    await all<{ procedure: string; actor: string; subject: string }>(cloud, 'audit')
  ).filter(({ procedure }) => procedure === 'surveys.answer')
  expect(entry).toMatchObject({ subject: id })
})

test('records that became one answer once', async () => {
  const { id: young } = await resident(cloud, 'o-zhou', '周奶奶', {
    birthDate: '1945-05-05',
    home: jingHome('601'),
  })
  const { id: old } = await as(
    cloud,
    residents,
    staffOf.jingWorker,
  )('registerPerson', {
    name: '周奶奶',
    birthDate: '1945-05-05',
    home: jingHome('602'),
  })
  const survey = await published(cloud)
  await answering(cloud, staffOf.jingWorker, survey, { forResident: old })
  await as(cloud, residents, staffOf.centreStaff)('mergePeople', { keep: young, merge: old })
  expect(await codeOf(answering(cloud, 'o-zhou', survey))).toBe('AlreadyAnswered')
})

test('what somebody answered is read and changed by them, or by who gave it in their place, and by nobody else', async () => {
  const { id } = await resident(cloud, 'o-li', '李奶奶', li)
  await resident(cloud, 'o-son', '李明', { birthDate: '1970-01-01', home: jingHome('301') })
  const survey = await published(cloud, { mayChange: true })
  const asWorker = { survey, forResident: id }
  const before = async (openid: string, input: { survey: string; forResident?: string }) =>
    (await as(cloud, surveys, openid)('survey', input)).before
  await answering(cloud, 'o-li', survey)
  const { person } = await as(cloud, surveys, staffOf.jingWorker)('survey', asWorker)
  expect(person.given).toMatchObject({ by: '李奶奶' })
  expect(await before(staffOf.jingWorker, asWorker)).toBeNull()
  const replacing = answering(cloud, staffOf.jingWorker, survey, { forResident: id })
  expect(await codeOf(replacing)).toBe('AlreadyAnswered')
  expect(await before('o-li', { survey })).toEqual(answered())

  const house = await published(cloud, { title: '一户一份', per: 'household', mayChange: true })
  await answering(cloud, staffOf.jingWorker, house, { forResident: id })
  expect(await before('o-son', { survey: house })).toBeNull()
  expect(await codeOf(answering(cloud, 'o-son', house))).toBe('AlreadyAnswered')
  expect(await before(staffOf.jingWorker, { ...asWorker, survey: house })).toEqual(answered())
  expect(await before('o-li', { survey: house })).toEqual(answered())
  const answers = answered({ q2: { kind: 'scale', value: 1 } })
  await answering(cloud, staffOf.jingWorker, house, { forResident: id, answers })
  expect((await before('o-li', { survey: house }))?.q2).toEqual({ kind: 'scale', value: 1 })
})

test('results of one place are read by who lives there', async () => {
  for (let n = 0; n < 5; n++)
    await resident(cloud, `o-there-${n}`, `居民${n}`, { ...li, home: jingHome(`9${n}`) })
  await resident(cloud, 'o-chun', '春柳居民', { birthDate: '1950-01-01', home: chunHome() })
  const survey = await published(cloud)
  for (let n = 0; n < 5; n++) await answering(cloud, `o-there-${n}`, survey)
  await jingStaff(cloud)('close', { survey })
  await cloud.timer('jobs')
  await jingStaff(cloud)('release', { survey, released: true, words: '' })
  const seen = async (openid: string) => [
    (await as(cloud, surveys, openid)('list', {})).items.length,
    await codeOf(as(cloud, surveys, openid)('released', { survey })),
  ]
  expect(await seen('o-there-0')).toEqual([1, 'ok'])
  expect(await seen('o-chun')).toEqual([0, 'NotFound'])
  expect(await codeOf(as(cloud, surveys, 'o-visitor')('released', { survey }))).toBe('NotFound')
})

test('a form that was open while a colleague ended the survey is refused by name', async () => {
  const survey = await published(cloud)
  const { rev } = await jingStaff(cloud)('draft', { survey })
  await jingStaff(cloud)('close', { survey })
  const late = jingStaff(cloud)('saveDraft', { survey, rev, draft: draft({ title: '改晚了' }) })
  expect(await codeOf(late)).toBe('Closed')
})

test('an answer may be changed where the survey says so, and only the last one counts', async () => {
  await resident(cloud, 'o-li', '李奶奶', li)
  const survey = await published(cloud, { mayChange: true })
  await answering(cloud, 'o-li', survey)
  await cloud.timer('jobs')
  await answering(cloud, 'o-li', survey, { answers: answered({ q2: { kind: 'scale', value: 1 } }) })
  const { before } = await as(cloud, surveys, 'o-li')('survey', { survey })
  expect(before?.q2).toEqual({ kind: 'scale', value: 1 })
  await cloud.clock('2026-11-21T08:20:00+08:00')
  await cloud.timer('jobs')
  const { answers, questions: figures } = await resultsOf(survey)
  expect(answers).toBe(1)
  expect(figures[1]).toMatchObject({ mean: 1, answered: 1 })
})

test('of an anonymous answer nothing leads back to who gave it, and nothing is shown of few', async () => {
  const people = await Promise.all(
    Array.from({ length: 6 }, (_, n) =>
      resident(cloud, `o-anon-${n}`, `居民${n}`, {
        birthDate: n < 4 ? '1950-01-01' : '1990-01-01',
        home: jingHome(`7${n}`),
      }),
    ),
  )
  const survey = await published(cloud, { anonymous: true })
  for (const n of people.keys())
    await answering(cloud, `o-anon-${n}`, survey, {
      answers: answered({ q5: { kind: 'text', text: `想说${n}` } }),
    })
  expect(await codeOf(answering(cloud, 'o-anon-1', survey))).toBe('AlreadyAnswered')
  const marks = await all<MarkDoc>(cloud, 'survey_marks')
  const answers = await all<AnswerDoc>(cloud, 'survey_answers')
  expect(marks).toHaveLength(6)
  expect(answers).toHaveLength(6)
  const ids = new Set(answers.map(({ _id }) => _id))
  for (const mark of marks) {
    expect(mark).toMatchObject({ open: null, answer: null, version: null })
    for (const value of Object.values(mark)) expect(ids.has(value as string)).toBe(false)
  }
  const text = JSON.stringify(answers)
  for (const { id } of people) expect(text).not.toContain(id)
  expect(
    answers.every(({ at: when, person, household, byName }) =>
      [when, person, household, byName].every((one) => one === null),
    ),
  ).toBe(true)

  await cloud.timer('jobs')
  expect(await resultsOf(survey)).toMatchObject({ withheld: 'open', questions: [], slices: [] })
  expect((await jingStaff(cloud)('texts', { survey, question: 'q5' })).items).toEqual([])
  expect(await codeOf(jingStaff(cloud)('exportResults', { survey }))).toBe('StillOpen')
  await jingStaff(cloud)('close', { survey })
  // What was taken at doors may come for a week: until then who reads the figures could tell what it changes.
  const { shownFrom, ...early } = await resultsOf(survey)
  expect(early).toMatchObject({ withheld: 'late', questions: [], slices: [] })
  expect(shownFrom).toBeGreaterThanOrEqual(at('11-28T09:00'))
  expect(shownFrom).toBeLessThan(at('11-28T09:05'))
  expect((await jingStaff(cloud)('texts', { survey, question: 'q5' })).items).toEqual([])
  const release = { survey, released: true, words: '' }
  const tooEarly = { code: 'AnswersMayCome', data: { from: shownFrom } }
  expect(await refusal(jingStaff(cloud)('release', release))).toMatchObject(tooEarly)
  expect(await refusal(jingStaff(cloud)('exportResults', { survey }))).toMatchObject(tooEarly)
  await cloud.clock('2026-11-28T09:05:00+08:00')
  const closed = await resultsOf(survey)
  expect(closed).toMatchObject({ withheld: null, shownFrom: null, answers: 6 })
  // Four of one age and two of another: neither is told apart. All are of one community.
  expect(closed.slices.map(({ kind, answers: n }) => [kind, n])).toEqual([['community', 6]])
  expect((await jingStaff(cloud)('texts', { survey, question: 'q5' })).items).toHaveLength(6)
})

test('figures are those of the answers, also of a part, and residents read what was released', async () => {
  for (let n = 0; n < 11; n++) {
    const birthDate = n < 5 ? '1945-01-01' : '1985-01-01'
    await resident(cloud, `o-part-${n}`, `居民${n}`, { birthDate, home: jingHome(`8${n}`) })
  }
  const survey = await published(cloud)
  for (let n = 0; n < 11; n++)
    await answering(cloud, `o-part-${n}`, survey, {
      answers: answered({
        q2: { kind: 'scale', value: n < 5 ? 5 : 2 },
        ...(n === 0 && { q1: { kind: 'single', option: 'other', other: '只去过一次' } }),
      }),
    })
  await cloud.timer('jobs')
  const figures = await resultsOf(survey)
  expect(figures).toMatchObject({ answers: 11, onRecord: 11, withheld: null })
  expect(figures.questions[0]?.options.map(({ count }) => count)).toEqual([10, 0, 1])
  expect(figures.questions[1]).toMatchObject({ answered: 10, mean: 3.2 })
  expect(figures.slices.map(({ id, answers }) => [id, answers])).toEqual([
    ['a40', 6],
    ['a75', 5],
    [places.jing, 11],
  ])
  const old = await resultsOf(survey, { slice: 'a75' })
  expect(old.questions[1]).toMatchObject({ answered: 4, mean: 5 })
  const [written] = (await jingStaff(cloud)('texts', { survey, question: 'q1' })).items
  expect(written).toMatchObject({ words: '只去过一次', name: '居民0', unchecked: false })

  const read = () => as(cloud, surveys, 'o-part-1')('released', { survey })
  expect(await codeOf(read())).toBe('NotFound')
  const release = { survey, released: true, words: '大家最想要书画' }
  expect(await codeOf(jingStaff(cloud)('release', release))).toBe('StillOpen')
  await jingStaff(cloud)('close', { survey })
  await jingStaff(cloud)('release', release)
  const shown = await read()
  expect(shown).toMatchObject({ answers: 11, summary: '大家最想要书画' })
  expect(JSON.stringify(shown)).not.toContain('只去过一次')
  expect((await as(cloud, surveys, 'o-part-1')('list', {})).items).toMatchObject([
    { released: true, isOpen: false },
  ])
  await jingStaff(cloud)('release', { ...release, released: false })
  expect(await codeOf(read())).toBe('NotFound')
})

test('it opens and closes by itself: who it is for hears of it, and once more who has not answered', async () => {
  await resident(cloud, 'o-li', '李奶奶', li)
  await resident(cloud, 'o-wang', '王叔叔', { home: jingHome('401') })
  // Without a phone and without family: met at the door, not on the list of calls.
  await as(
    cloud,
    residents,
    staffOf.jingWorker,
  )('registerPerson', {
    name: '独居老人',
    home: jingHome('909'),
  })
  const target = { node: places.jing12, fromAge: null, toAge: null, tags: [] }
  const survey = await published(cloud, { target, opens: at('11-21T09:00') })
  const told = async (event: string) =>
    (await all<{ event: string; aboutName: string; to: string }>(cloud, 'outbox')).filter(
      (row) => row.event === event && ['李奶奶', '王叔叔', '独居老人'].includes(row.aboutName),
    )
  const runAt = async (time: string) => {
    await cloud.clock(`2026-${time}:00+08:00`)
    await cloud.timer('jobs')
    await cloud.clock(`2026-${time}:30+08:00`)
    await cloud.timer('jobs')
  }
  await runAt('11-21T08:30')
  expect(await told('surveyOpened')).toEqual([])
  expect(await codeOf(answering(cloud, 'o-li', survey))).toBe('NotOpenYet')
  await runAt('11-21T09:00')
  expect((await told('surveyOpened')).map(({ aboutName }) => aboutName).sort()).toEqual([
    '李奶奶',
    '王叔叔',
  ])
  await answering(cloud, 'o-li', survey)
  await runAt('11-27T20:00')
  expect((await told('surveyCloses')).map(({ aboutName }) => aboutName)).toEqual(['王叔叔'])
  await runAt('11-28T20:00')
  const { items } = await jingStaff(cloud)('listForStaff', { view: 'closed' })
  expect(items).toMatchObject([{ id: survey, state: 'closed', answers: 1 }])
  expect(items[0]?.audience).toBeGreaterThanOrEqual(3)
  expect(await codeOf(answering(cloud, 'o-wang', survey))).toBe('Closed')
})

test('a list asks the database for who reads it and what is open, no more', async () => {
  await resident(cloud, 'o-li', '李奶奶', li)
  const requests = async () => {
    await cloud.resetMetrics()
    await as(cloud, surveys, 'o-li')('list', {})
    return (await cloud.metrics()).procedures['surveys.list']?.requests
  }
  for (const title of ['一', '二', '三']) await published(cloud, { title })
  expect(await requests()).toBe(2)
})

test('while WeChat does not look at words, what was written is kept and shown as unread by it', async () => {
  await resident(cloud, 'o-li', '李奶奶', li)
  const survey = await published(cloud)
  await cloud.fault({ action: 'wx.openApi', kind: 'error', times: 3 })
  await answering(cloud, 'o-li', survey, {
    answers: answered({ q5: { kind: 'text', text: '谢谢' } }),
  })
  await cloud.clearFaults()
  expect((await jingStaff(cloud)('texts', { survey, question: 'q5' })).items).toMatchObject([
    { words: '谢谢', unchecked: true },
  ])
})

test('totals that went wrong are put right in the night', async () => {
  await resident(cloud, 'o-li', '李奶奶', li)
  const survey = await published(cloud)
  await answering(cloud, 'o-li', survey)
  await cloud.timer('jobs')
  const [sum] = await all<TotalsDoc>(cloud, 'survey_totals')
  await cloud.admin
    .collection('survey_totals')
    .doc(sum!._id)
    .update({ 'counts.all._n': 7, unchecked: true })
  expect((await resultsOf(survey)).answers).toBe(7)
  await cloud.clock('2026-11-22T03:21:00+08:00')
  await cloud.timer('jobs')
  expect((await resultsOf(survey)).answers).toBe(1)
})
