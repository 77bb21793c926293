import Taro from '@tarojs/taro'
import { cleanup, fireEvent, render, screen } from '@testing-library/react/pure'
import * as v from 'valibot'
import type { ComponentType } from 'react'
import { CallError } from '@/src/api/call'
import { learnTime } from '@/src/api/clock'
import { refreshMode } from '@/src/design/mode'
import SurveyDoor from '@/src/packages/surveys-staff/door'
import SurveyDoorFill from '@/src/packages/surveys-staff/door-fill'
import SurveyEdit from '@/src/packages/surveys-staff/edit'
import StaffSurveys from '@/src/packages/surveys-staff/list'
import SurveyPreview from '@/src/packages/surveys-staff/preview'
import SurveyQuestionEdit from '@/src/packages/surveys-staff/question'
import SurveyResults from '@/src/packages/surveys-staff/results'
import StaffSurvey from '@/src/packages/surveys-staff/survey'
import SurveyTexts from '@/src/packages/surveys-staff/texts'
import SurveyFill from '@/src/packages/surveys/fill'
import Surveys from '@/src/packages/surveys/list'
import SurveyReleased from '@/src/packages/surveys/released'
import { surveys, type DoorLine, type SurveyHead, type SurveyWhole } from '@/types/surveys'
import { choose, inSheet, leaveScreen, open, seen, tap, type } from '../support/screens'
import { at, draft, questions } from './asking'

// The screens as people meet them: what the cloud answers is held against the contract, what they send is kept.

let mockParams: Record<string, string> = {}
const mockAnswers: Record<string, unknown> = {}
let mockSent: [string, unknown][] = []
let mockWent: [string, unknown][] = []
let mockMore = false
let mockWaiting = false

jest.mock('@tarojs/taro', () => ({
  ...jest.requireActual<object>('@/tests/support/taro/taro'),
  __esModule: true,
  useRouter: () => ({ params: mockParams }),
}))
jest.mock('@/src/routes', () => ({
  goTo: (route: string, params: unknown) => void mockWent.push([route, params]),
  replaceBy: (route: string, params: unknown) => void mockWent.push([route, params]),
  goBack: () => void mockWent.push(['back', {}]),
}))
jest.mock('@/src/platform/toTop', () => ({ toTop: () => undefined }))
jest.mock('@/src/queries/client', () => ({
  submitKey: ['submit'],
  retryDelay: () => 0,
  queryClient: { invalidateQueries: () => Promise.resolve() },
}))
jest.mock('@/src/api/call', () => {
  const actual = jest.requireActual<{ CallError: typeof CallError }>('@/src/api/call')
  return {
    ...actual,
    call: (module: 'surveys', procedure: string, input: unknown) => {
      mockSent.push([`${module}.${procedure}`, input])
      const value = mockAnswers[`${module}.${procedure}`]
      if (value instanceof actual.CallError) return Promise.reject(value)
      return value === undefined
        ? Promise.reject(new actual.CallError(module, 'Offline'))
        : Promise.resolve(value)
    },
  }
})
jest.mock('@/src/queries/hooks', () => {
  const idle = { error: null, isError: false, isFetching: false, fetchStatus: 'idle' }
  const read = (module: string, procedure: string) => ({
    ...idle,
    dataUpdatedAt: 0,
    refetch: () => undefined,
    hasNextPage: mockMore,
    data: mockAnswers[`${module}.${procedure}`],
  })
  return {
    useRead: read,
    usePages: read,
    useSubmit: (module: string, procedure: string) => ({
      submit: (input: unknown, then?: { done?: (value: unknown) => void }) => {
        mockSent.push([`${module}.${procedure}`, input])
        if (!mockWaiting) then?.done?.(mockAnswers[`${module}.${procedure}`] ?? {})
      },
      busy: false,
      waiting: mockWaiting,
      error: null,
      value: undefined,
      reset: () => undefined,
    }),
  }
})

type Name = keyof typeof surveys.procedures
const answer = (procedure: Name, value: unknown) => {
  mockAnswers[`surveys.${procedure}`] = v.parse(surveys.procedures[procedure].output, value)
}

const head: SurveyHead = {
  ...{ id: 'dl_sv1', title: '邻里生活问卷', about: '听听大家的想法', questions: 5 },
  ...{ per: 'household', anonymous: false, mayChange: false, version: 1 },
  ...{ opens: at('11-21T07:00'), closes: at('11-28T20:00') },
}
const me = { id: 'dl_pli', name: '李奶奶', self: true }
const mother = { id: 'dl_pm', name: '张奶奶', self: false }
const toFill = {
  survey: head,
  questions,
  person: { ...me, given: null },
  isOpen: true,
  before: null,
}
const whole: SurveyWhole = {
  ...{ id: head.id, title: head.title, state: 'open', node: 'dl_jing', nodeName: '静安里社区' },
  ...{ per: 'household', anonymous: false, opens: head.opens, closes: head.closes, version: 1 },
  ...{ answers: 3, audience: 40, released: false, draft: draft({ per: 'household' }) },
  ...{ rev: 4, changed: false, summary: '' },
}
const line = (n: number, changes: Partial<DoorLine> = {}): DoorLine => ({
  ...{ person: `dl_p${n}`, name: `居民${n}`, birthYear: 1950, household: `dl_f${n}` },
  ...{ homeName: `静安里社区 12号楼 ${n}室`, building: 'dl_jing-12', buildingName: '12号楼' },
  ...{ given: null, visit: null },
  ...changes,
})
const figures = {
  ...{ id: 'q1', number: 1, kind: 'single', words: '您去过共享餐厅吗', answered: 10 },
  options: [
    { id: 'o1', words: '去过', count: 6 },
    { id: 'other', words: '其他', count: 4 },
  ],
  ...{ mean: null, rows: [], texts: 4 },
}
const results = {
  ...{ survey: head, state: 'closed', answers: 10, onRecord: 9, audience: 40 },
  ...{
    countedAt: at('11-21T08:00'),
    withheld: null,
    shownFrom: null,
    summary: '',
    released: false,
  },
  versions: [{ version: 1, at: at('11-21T07:00'), answers: 10 }],
  questions: [
    figures,
    {
      ...figures,
      ...{ id: 'q4', number: 2, kind: 'matrix', words: '满意吗', options: [], texts: 0 },
      rows: [{ id: 'r1', words: '楼道', columns: [{ id: 'c1', words: '满意', count: 10 }] }],
    },
  ],
  slices: [{ id: 'a60', kind: 'age', label: null, answers: 6 }],
}

const show = (Screen: ComponentType, params: Record<string, string> = {}) => {
  mockParams = params
  return render(<Screen />)
}
const inMode = (mode: 'normal' | 'elder') => {
  Taro.setStorageSync('design.mode', mode)
  refreshMode()
}
const at12 = { survey: head.id, person: 'dl_p1' }

beforeEach(() => {
  Taro.clearStorageSync()
  inMode('normal')
  mockSent = []
  mockWent = []
  mockWaiting = false
  mockMore = false
  for (const name of Object.keys(mockAnswers)) delete mockAnswers[name]
  learnTime(at('11-21T08:30'))
  mockAnswers['residents.me'] = {
    person: { id: me.id, name: me.name },
    dependants: [],
    roles: [
      { role: 'communityStaff', node: 'dl_jing', nodeName: '静安里社区', until: null },
      { role: 'gridWorker', node: 'dl_jing', nodeName: '静安里社区', until: null },
    ],
  }
  mockAnswers['residents.listPlaces'] = { items: [] }
  answer('list', {
    items: [
      {
        survey: head,
        whom: [me, mother],
        isOpen: true,
        released: false,
      },
      {
        survey: { ...head, id: 'dl_sv0', title: '去年的' },
        whom: [],
        isOpen: false,
        released: true,
      },
    ],
  })
  answer('given', {
    items: [{ survey: head.id, person: mother.id, at: at('11-21T08:00'), by: '李明' }],
  })
  answer('survey', toFill)
  answer('draft', whole)
  answer('saveDraft', { ...whole, rev: 5 })
  answer('listForStaff', { items: [], next: null })
  mockAnswers['surveys.listForStaff'] = [whole]
  answer('door', {
    survey: head,
    questions,
    buildings: [{ id: 'dl_jing-12', label: '静安里社区 12号楼' }],
  })
  mockAnswers['surveys.doorList'] = [
    line(1),
    line(2, { household: 'dl_f1' }),
    line(3, { given: { at: at('11-21T08:00'), by: '居民3' } }),
    line(4, { visit: { outcome: 'notHome', at: at('11-21T08:00'), times: 2 } }),
  ]
  answer('results', results)
  answer('released', {
    survey: head,
    summary: '大家最想要书画',
    answers: 10,
    questions: results.questions,
  })
  mockAnswers['surveys.texts'] = [
    { id: 'dl_sa1', words: '多开书画课', name: '李奶奶', unchecked: true },
  ]
})
afterEach(leaveScreen)

const answerAll = async () => {
  await choose(/^去过/)
  await choose('4 分')
  await tap('书画', 'checkbox')
}

test('a resident sees what is for the family, and what came of earlier ones', async () => {
  show(Surveys)
  await seen('每户填一份')
  await seen('李明填的')
  await open('我来填')
  await open(/去年的/)
  expect(mockWent).toEqual([
    ['surveyFill', { survey: head.id }],
    ['surveyReleased', { survey: 'dl_sv0' }],
  ])
})

test('a survey is answered on one page of five, a branch opens, and what is missing is named', async () => {
  show(SurveyFill, { survey: head.id })
  await seen('第 1 到 5 题，共 5 题')
  expect(screen.queryByText(/饭菜怎么样/)).toBeNull()
  await tap('交上去')
  await seen('还有没填好的')
  expect(mockSent).toEqual([])
  await answerAll()
  const rows = screen.getAllByRole('radio', { name: '满意' })
  expect(rows).toHaveLength(2)
  for (const row of rows) fireEvent.click(row)
  await tap('交上去')
  expect(mockSent).toEqual([
    [
      'surveys.answer',
      {
        survey: head.id,
        version: 1,
        answers: {
          q1: { kind: 'single', option: 'o1' },
          q2: { kind: 'scale', value: 4 },
          q3: { kind: 'multiple', options: ['o1'] },
          q4: { kind: 'matrix', cells: { r1: 'c1', r2: 'c1' } },
        },
      },
    ],
  ])
  expect(mockWent).toEqual([['back', {}]])
})

test('in 长辈版 it is one question a page, and nothing is lost on the way back or when it is closed', async () => {
  inMode('elder')
  const { unmount } = show(SurveyFill, { survey: head.id })
  await seen('第 1 题，共 5 题')
  await choose(/^没去过/)
  await tap('下一题')
  // Who was never there is not asked how it tasted.
  await seen('第 3 题，共 5 题')
  await tap('唱歌', 'checkbox')
  await tap('上一题')
  expect(screen.getByRole('radio', { name: '没去过' }).getAttribute('aria-checked')).toBe('true')
  unmount()
  show(SurveyFill, { survey: head.id })
  await seen('上次填的还在')
  await tap('下一题')
  expect(screen.getByRole('checkbox', { name: '唱歌' }).getAttribute('aria-checked')).toBe('true')
})

test('what was begun goes on with the version it began with, whatever is published meanwhile', async () => {
  const { rerender } = show(SurveyFill, { survey: head.id })
  await answerAll()
  const renamed = questions.map((one) => ({ ...one, words: `新：${one.words}` }))
  answer('survey', { ...toFill, survey: { ...head, version: 2 }, questions: renamed })
  rerender(<SurveyFill />)
  expect(screen.getByRole('radio', { name: '去过' }).getAttribute('aria-checked')).toBe('true')
  await screen.findByText(/您去过共享餐厅吗/)
  expect(document.body.textContent).not.toContain('新：')
})

test('a list too long to be read by itself says that it is not all, on the screen and on paper', async () => {
  mockMore = true
  mockAnswers['surveys.doorList'] = Array.from({ length: 3000 }, (_, n) =>
    line(n, { household: `dl_f${n % 3}` }),
  )
  show(SurveyDoor, { survey: head.id })
  await seen('名单太长，手机里先放了 3 户，下面不是全部')
  await seen('接着读名单')
  expect(document.body.textContent).not.toContain('正在把名单读到手机里')
})

test('what waits for the network is kept, and what somebody else answered is said', async () => {
  mockWaiting = true
  answer('survey', { ...toFill, questions: questions.slice(4) })
  const { unmount } = show(SurveyFill, { survey: head.id })
  await type(/还想对我们说什么/, '谢谢')
  await tap(/交上去/)
  await seen('已经替您记下')
  expect(mockWent).toEqual([])
  unmount()
  show(SurveyFill, { survey: head.id })
  await seen('上次填的还在')
  cleanup()
  answer('survey', { ...toFill, person: { ...me, given: { at: at('11-21T08:00'), by: '李明' } } })
  show(SurveyFill, { survey: head.id })
  await seen('李明填的')
})

test('at a door without a network: a household is taken down, and waits in the phone', async () => {
  const { unmount } = show(SurveyDoor, { survey: head.id })
  await seen('名单都在手机里了')
  await seen('1/3 户办完了')
  await open(/12号楼/)
  await seen('不在家，再来')
  await seen('去过 2 次')
  await open(/1室/)
  expect(mockWent).toEqual([['surveyDoorFill', at12]])
  unmount()

  mockAnswers['surveys.answerAtDoor'] = undefined
  show(SurveyDoorFill, at12)
  await seen('居民1（1950 年生）、居民2')
  await tap('开始填')
  await answerAll()
  for (const row of screen.getAllByRole('radio', { name: '不满意' })) fireEvent.click(row)
  await tap('填好了，交上去')
  await seen('先记在手机里')
  expect(mockSent[0]).toMatchObject([
    'surveys.answerAtDoor',
    { survey: head.id, version: 1, of: { kind: 'person', person: 'dl_p1' } },
  ])
  cleanup()
  show(SurveyDoor, { survey: head.id })
  await seen('有 1 份还在这部手机里')
  await seen('2/3 户办完了')
})

test('nobody at home is put down; who answered meanwhile is said at the door', async () => {
  answer('visit', {})
  const { unmount } = show(SurveyDoorFill, at12)
  await choose(/不在家/)
  await tap('记下来')
  await seen('记下了')
  expect(mockSent[0]).toMatchObject([
    'surveys.visit',
    { of: { kind: 'person', person: 'dl_p1' }, outcome: 'notHome' },
  ])
  unmount()
  mockAnswers['surveys.answerAtDoor'] = new CallError(
    'surveys',
    'AlreadyAnswered',
    { at: at('11-21T08:10'), by: '李明' },
    'answerAtDoor',
  )
  mockSent = []
  show(SurveyDoorFill, at12)
  await tap('开始填')
  await choose(/^没去过/)
  await tap('太极', 'checkbox')
  for (const row of screen.getAllByRole('radio', { name: '满意' })) fireEvent.click(row)
  await tap('填好了，交上去')
  await seen(/这一户已经填过了：今天 上午 8:10，李明填的/)
})

test('each whom nobody names has a form of their own', async () => {
  const door = mockAnswers['surveys.door'] as object
  answer('door', { ...door, survey: { ...head, per: 'person', anonymous: true } })
  // The first is still on its way when the second opens the door.
  mockAnswers['surveys.answerAtDoor'] = new Promise(() => undefined)
  for (const last of [false, true]) {
    show(SurveyDoorFill, { survey: head.id })
    await choose('静安里社区 12号楼')
    await tap('下一步')
    await tap('开始填')
    await seen('您去过')
    expect(screen.queryByText('上次填的还在', { exact: false })).toBeNull()
    await answerAll()
    for (const row of screen.getAllByRole('radio', { name: '满意' })) fireEvent.click(row)
    await tap('填好了，交上去')
    if (!last) cleanup()
  }
  const keys = mockSent.map(([, input]) => (input as { key: string }).key)
  expect(keys).toHaveLength(2)
  expect(new Set(keys).size).toBe(2)
})

test('a household that is on no list is known by its door', async () => {
  show(SurveyDoorFill, { survey: head.id })
  await choose('静安里社区 12号楼')
  await tap('下一步')
  await seen('请写上几室')
  await type('单元（可不填）', '2')
  await type(/几室/, '301')
  await tap('下一步')
  await seen('静安里社区 12号楼 2单元301室')
  answer('visit', {})
  await choose('不愿意填')
  await tap('记下来')
  await seen('记下了')
  expect(mockSent[0]).toMatchObject([
    'surveys.visit',
    { of: { kind: 'home', home: { building: 'dl_jing-12', unit: '2', room: '301' } } },
  ])
})

test('a new survey is written in four steps, with what it begins with', async () => {
  show(SurveyEdit)
  await tap('下一步')
  await seen('请写上名称')
  await type(/问卷叫什么/, '想学什么')
  await tap('下一步')
  await tap('下一步')
  await choose(/^每户一份/)
  cleanup()
  show(SurveyEdit)
  await seen('您上次没写完的还在')
  for (const _ of ['what', 'who', 'how']) await tap('下一步')
  await tap('存好')
  expect(mockSent).toMatchObject([
    [
      'surveys.saveDraft',
      {
        draft: {
          title: '想学什么',
          per: 'household',
          target: { node: 'dl_jing', fromAge: null, toAge: null, tags: [] },
          questions: [],
        },
      },
    ],
  ])
  expect(mockWent).toEqual([['staffSurvey', { survey: head.id }]])
  cleanup()
  show(SurveyEdit)
  await seen('问卷叫什么')
  expect(screen.queryByDisplayValue('想学什么')).toBeNull()
})

test('changing nothing of a question saves the same; options keep their names', async () => {
  const { unmount } = show(SurveyQuestionEdit, { survey: head.id, question: 'q3' })
  await tap('下一步')
  await tap('下一步')
  await tap('存好')
  expect(mockSent).toEqual([['surveys.saveDraft', { survey: head.id, rev: 4, draft: whole.draft }]])
  unmount()
  mockSent = []
  show(SurveyQuestionEdit, { survey: head.id, question: 'q3' })
  await tap('下一步')
  await type(/选项/, '太极\n书画\n下棋')
  await tap('下一步')
  await choose(/看第 1 题怎么答/)
  await tap('没去过', 'checkbox')
  await tap('存好')
  const [, input] = mockSent[0] as [string, { draft: typeof whole.draft }]
  expect(input.draft.questions[2]).toMatchObject({
    options: [
      { id: 'o3', words: '太极' },
      { id: 'o1', words: '书画' },
      { id: 'o4', words: '下棋' },
    ],
    showIf: { question: 'q1', anyOf: ['o2'] },
  })
})

test('a question is added, moved, and removed after being asked', async () => {
  const { unmount } = show(SurveyQuestionEdit, { survey: head.id })
  await choose(/^打分/)
  await type('题目，一句话，像当面问一样', '停车怎么样')
  await tap('下一步')
  await tap('下一步')
  await tap('存好')
  const order = (n: number) =>
    (mockSent[n]![1] as { draft: typeof whole.draft }).draft.questions.map(({ id }) => id)
  expect(order(0)).toEqual(['q1', 'q2', 'q3', 'q4', 'q5', 'q6'])
  unmount()
  show(SurveyQuestionEdit, { survey: head.id, question: 'q4' })
  await tap('往前挪一位')
  expect(order(1)).toEqual(['q1', 'q2', 'q4', 'q3', 'q5'])
  await tap('删掉这一题')
  expect(mockSent).toHaveLength(2)
  await inSheet('删掉')
  // Of the draft as it is after the move: its number is that of the last save.
  expect(mockSent[2]).toMatchObject(['surveys.saveDraft', { rev: 5 }])
  expect(order(2)).toEqual(['q1', 'q2', 'q3', 'q5'])
})

test('what is not finished is marked; publishing and closing are asked', async () => {
  const [first, ...rest] = questions
  answer('draft', {
    ...whole,
    changed: true,
    draft: draft({ questions: [{ ...first!, words: '' }, ...rest] }),
  })
  show(StaffSurvey, { survey: head.id })
  await seen('没写完')
  await tap('发布改过的这一版')
  await inSheet('是的，发布')
  await open(/提前结束/)
  await inSheet('是的，结束')
  expect(mockSent).toEqual([
    ['surveys.publish', { survey: head.id, rev: 4 }],
    ['surveys.close', { survey: head.id }],
  ])
})

test('results of an anonymous survey wait until no late answer from a door can be told apart', async () => {
  const late = { withheld: 'late', shownFrom: at('11-28T09:00'), questions: [], slices: [] }
  answer('results', { ...results, ...late, survey: { ...head, anonymous: true } })
  show(SurveyResults, { survey: head.id })
  await seen(/11月28日.*上午 9:00 以后才出结果/)
  expect(document.body.textContent).not.toMatch(/导出 Excel|公布结果/)
})

test('figures are read as words, and released with a few', async () => {
  show(SurveyResults, { survey: head.id })
  await seen('该填 40 户，登记过的填了 9 户，占 23%')
  await seen('6 人，60%')
  await open(/第 1 题写的话/)
  await type(/给居民的话/, '最想要书画')
  await tap('公布结果')
  await inSheet('公布')
  expect(mockSent).toEqual([
    ['surveys.release', { survey: head.id, released: true, words: '最想要书画' }],
  ])
})

const others: [string, ComponentType, Record<string, string>][] = [
  ['the list of staff', StaffSurveys, {}],
  ['the preview', SurveyPreview, { survey: head.id }],
  ['what was released', SurveyReleased, { survey: head.id }],
  ['what was written', SurveyTexts, { survey: head.id, question: 'q5', words: '还想说什么' }],
  ['a copy', SurveyEdit, { copy: head.id }],
  ['answering for somebody', SurveyFill, { survey: head.id, forResident: mother.id }],
]
test.each(others)('%s can be used by everybody', async (_name, Screen, params) => {
  show(Screen, params)
  await seen(/\p{Script=Han}/u)
})

test.each(
  others.concat([
    ['my list', Surveys, {}],
    ['the door', SurveyDoor, { survey: head.id }],
  ]),
)('%s with nothing there yet says so', async (_name, Screen, params) => {
  answer('list', { items: [] })
  for (const list of ['listForStaff', 'doorList', 'texts']) mockAnswers[`surveys.${list}`] = []
  answer('draft', { ...whole, draft: draft({ questions: [] }) })
  show(Screen, params)
  await seen(/\p{Script=Han}/u)
})
