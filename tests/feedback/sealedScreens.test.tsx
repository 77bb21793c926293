import Taro from '@tarojs/taro'
import { cleanup, render, screen } from '@testing-library/react/pure'
import type { ComponentType } from 'react'
import { learnTime } from '@/src/api/clock'
import Complain from '@/src/packages/feedback/complain'
import SolvedBoard from '@/src/packages/feedback/solved-board'
import BoardEdit from '@/src/packages/feedback-staff/board-edit'
import Complaints from '@/src/packages/feedback-staff/complaints'
import CaseDashboard from '@/src/packages/feedback-staff/dashboard'
import OpenIdentity from '@/src/packages/feedback-staff/open-identity'
import SealedCases from '@/src/packages/feedback-staff/sealed'
import SealedCase from '@/src/packages/feedback-staff/sealed-case'
import type { Dashboard } from '@/types/feedback'
import type { BoardEntry } from '@/types/shared/caseBoard'
import type { ListedSealed, SealedContentShown } from '@/types/shared/sealedCases'
import { choose, inSheet, leaveScreen, open, seen, tap, type } from '../support/screens'

// Sealed cases, who an anonymous reporter is, figures and the public board, as people meet them.

let mockParams: Record<string, string> = {}
let mockAnswers: Record<string, unknown> = {}
let mockSent: [string, unknown][] = []
let mockWent: [string, unknown][] = []

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

jest.mock('@/src/queries/client', () => ({ submitKey: ['submit'], retryDelay: 0 }))

jest.mock('@/src/queries/uploads', () => ({
  useUpload: () => ({ send: () => undefined, busy: false, percent: 0, error: null, again: null }),
}))

jest.mock('@/src/queries/hooks', () => {
  const { useState } = jest.requireActual<typeof import('react')>('react')
  const read = (module: string, procedure: string, input: object) => {
    const answer = mockAnswers[`${module}.${procedure}`]
    return {
      ...{ error: null, isError: false, isFetching: false, fetchStatus: 'idle' },
      ...{ dataUpdatedAt: 0, refetch: () => undefined, hasNextPage: false },
      data: typeof answer === 'function' ? (answer as (i: object) => unknown)(input) : answer,
    }
  }
  return {
    useRead: read,
    usePages: read,
    useSubmit: (module: string, procedure: string) => {
      const [value, setValue] = useState<unknown>()
      return {
        submit: (input: unknown, then?: { done?: (value: unknown) => void }) => {
          mockSent.push([`${module}.${procedure}`, input])
          const answer = mockAnswers[`${module}.${procedure}`] ?? {}
          setValue(answer)
          then?.done?.(answer)
        },
        ...{ busy: false, waiting: false, error: null, value, reset: () => undefined },
      }
    },
  }
})

const listed: ListedSealed = {
  ...{ id: 'dl_fc1', number: '2026-0001', days: 3, mediator: null, mediatorName: null },
  ...{ late: true, mine: false, mayTake: true, followUp: null },
}
const content: SealedContentShown = {
  ...{ ...listed, mine: true, mediator: 'dl_pgao', mediatorName: '高调解' },
  ...{ rev: 3, state: 'taken', toRing: false, category: '邻里纠纷', where: '静安里社区 3号楼' },
  reporter: { name: '李奶奶', phone: '13800000001' },
  text: '楼上半夜跳舞',
  photos: [{ url: null, state: 'waiting' }],
  voice: null,
  steps: [
    {
      ...{ at: Date.parse('2026-11-21T10:00:00+08:00'), kind: 'talk', who: '调解员 高**' },
      ...{ told: '谈过一次', record: '两家都来了', photos: [] },
    },
  ],
}
const entry: BoardEntry = {
  ...{ id: 'dl_fb1', title: '楼下的路灯亮了', words: '电工换了灯泡', category: '路灯' },
  ...{
    place: '静安里社区',
    day: '2026-11-20',
    days: 2,
    before: '/a.png',
    after: '/b.png',
    stars: 5,
  },
}
const counts = { received: 12, solved: 9, confirmed: 7, lapsed: 1, reopened: 2 }
const figures: Dashboard = {
  node: { id: 'dl_jing', name: '静安里社区' },
  nodes: [
    { id: 'dl_jing', name: '静安里社区' },
    { id: 'dl_jing-grid-1', name: '第一网格' },
  ],
  open: [
    { level: 'grid', open: 4, late: 1 },
    { level: 'community', open: 2, late: 0 },
    { level: 'street', open: 0, late: 0 },
    { level: 'outside', open: 0, late: 0 },
  ],
  ...counts,
  medianDays: 3,
  byCategory: [{ category: '路灯', ...counts }],
  byCommunity: [],
  sealed: { open: 2, late: 1, ...counts },
}

const me = (...roles: string[]) => ({
  person: { id: 'dl_pgao', name: '高调解' },
  roles: roles.map((role) => ({ role, node: 'dl_jing', nodeName: '静安里社区', until: null })),
})

const show = (Screen: ComponentType, params: Record<string, string> = {}) => {
  mockParams = params
  render(<Screen />)
}

beforeEach(() => {
  mockAnswers = { 'residents.me': me('mediator') }
  mockSent = []
  mockWent = []
  learnTime(Date.parse('2026-11-24T10:00:00+08:00'))
})
afterEach(leaveScreen)

test('a mediator takes one that waits, and is where its content is', async () => {
  mockAnswers['feedback.sealedCases'] = [listed]
  show(SealedCases)
  await seen('已经 3 天')
  await open(/2026-0001 号.*过了期限/)
  await inSheet('我来调解')
  expect(mockSent).toEqual([['feedback.takeSealed', { case: 'dl_fc1' }]])
  expect(mockWent).toEqual([['sealedCase', { case: 'dl_fc1' }]])
})

test('community staff hand one over and are shown nothing of it', async () => {
  mockAnswers['residents.me'] = me('communityStaff')
  mockAnswers['feedback.sealedCases'] = [
    { ...listed, mayTake: false, mediator: 'dl_pgao', mediatorName: '高调解' },
  ]
  mockAnswers['feedback.mediatorsFor'] = { mediators: [{ id: 'dl_phe', name: '何调解' }] }
  show(SealedCases)
  expect(screen.queryByRole('tab', { name: /我调解的/ })).toBeNull()
  await open(/2026-0001 号/)
  await choose(/何调解/)
  await inSheet('交给这一位')
  expect(mockSent).toEqual([
    ['feedback.handSealedOver', { case: 'dl_fc1', from: 'dl_pgao', to: 'dl_phe' }],
  ])
})

test('its content is there after a tap that says it is written down', async () => {
  mockAnswers['feedback.sealedCase'] = content
  show(SealedCase, { case: 'dl_fc1' })
  await seen('每看一次都会记在操作记录里')
  expect(document.body.textContent).not.toContain('半夜跳舞')
  await tap('打开看内容')
  await seen('楼上半夜跳舞')
  await seen('居民看得到：谈过一次')
})

test('a voice message is heard, and written down', async () => {
  const voice = { url: '/a.mp3', state: 'passed' as const, seconds: 12, said: null }
  mockAnswers['feedback.sealedCase'] = { ...content, voice }
  mockAnswers['feedback.transcribeSealed'] = { ...content, voice: { ...voice, said: '半夜跳舞' } }
  show(SealedCase, { case: 'dl_fc1' })
  await tap('打开看内容')
  await seen('听录音，12 秒')
  await tap('把录音写成文字')
  await tap('写好了')
  await seen('请写下录音说了什么')
  await type(/录音说的是/, '半夜跳舞')
  await tap('写好了')
  expect(mockSent.at(-1)).toEqual([
    'feedback.transcribeSealed',
    { case: 'dl_fc1', rev: 3, said: '半夜跳舞' },
  ])
  await seen('工作人员听写的：“半夜跳舞”')
})

test('who is over is still asked how it goes', async () => {
  mockAnswers['feedback.sealedCases'] = [{ ...listed, mine: true }]
  show(SealedCases)
  await tap('办完的', 'tab')
  await open(/2026-0001 号/)
  expect(mockWent).toEqual([['sealedCase', { case: 'dl_fc1' }]])
})

test('the street gets from a sealed case to who it was, without reading it', async () => {
  mockAnswers['residents.me'] = me('centreStaff')
  mockAnswers['feedback.sealedCases'] = [{ ...listed, mayTake: false }]
  mockAnswers['feedback.mediatorsFor'] = { mediators: [] }
  show(SealedCases)
  await open(/2026-0001 号/)
  await open(/有危险或者犯罪，要知道是谁/)
  expect(mockWent).toEqual([['openIdentity', { case: 'dl_fc1' }]])
})

test('an agreement needs a picture of the paper; a visit does not', async () => {
  mockAnswers['feedback.sealedCase'] = content
  mockAnswers['feedback.sealedStep'] = content
  show(SealedCase, { case: 'dl_fc1' })
  await tap('打开看内容')
  await tap('记下办了什么')
  await choose(/签协议/)
  await type(/^记录/, '双方签了字')
  await tap('记下')
  await seen('请拍一张协议的照片')
  expect(mockSent).toHaveLength(1)
  await choose(/走访/)
  await type(/写给居民的话/, '去楼上看过了')
  // What is sealed is kept nowhere on the phone of who opened it.
  const kept = Taro.getStorageInfoSync().keys.map((key) => Taro.getStorageSync<unknown>(key))
  expect(JSON.stringify(kept)).not.toMatch(/双方签了字|去楼上看过了/)
  await tap('记下')
  expect(mockSent.at(-1)).toEqual([
    'feedback.sealedStep',
    {
      ...{ case: 'dl_fc1', rev: 3, kind: 'visit', record: '双方签了字' },
      ...{ told: '去楼上看过了', followUp: null },
    },
  ])
})

test('solved asks for words that the resident reads', async () => {
  mockAnswers['feedback.sealedCase'] = content
  mockAnswers['feedback.solveSealed'] = { ...content, state: 'solved' }
  show(SealedCase, { case: 'dl_fc1' })
  await tap('打开看内容')
  await tap('办好了')
  await inSheet('是的，请居民确认')
  await seen('请写一句给居民看的话')
  await type(/写给居民的话/, '两家说好了')
  await inSheet('是的，请居民确认')
  expect(mockSent.at(-1)).toEqual([
    'feedback.solveSealed',
    { case: 'dl_fc1', rev: 3, record: '', told: '两家说好了' },
  ])
  await seen('等居民确认')
})

test('who telephoned is called by the mediator, who puts down what they say', async () => {
  mockAnswers['feedback.sealedCase'] = { ...content, state: 'solved', toRing: true }
  mockAnswers['feedback.rangSealed'] = { ...content, state: 'confirmed' }
  show(SealedCase, { case: 'dl_fc1' })
  await tap('打开看内容')
  await seen('请打电话')
  await tap('打电话告诉来电的人')
  await seen(/打给李奶奶.*13800000001/s)
  await tap('记下他怎么说')
  await seen('请选他怎么说')
  await choose(/^没有办好/)
  await tap('记下他怎么说')
  await seen('请写一句哪里没有办好')
  await choose('办好了')
  await choose('满意')
  await tap('记下他怎么说')
  expect(mockSent.slice(1)).toEqual([
    ['feedback.rangSealed', { case: 'dl_fc1', rev: 3, answer: 'solved', words: '', stars: 4 }],
  ])
  await seen('办完了')
  expect(screen.queryByText('请打电话')).toBeNull()
})

test('who an anonymous reporter is needs a reason and words, and is shown after it was written down', async () => {
  mockAnswers['feedback.openIdentity'] = { name: '王大爷', phone: null, byName: null }
  show(OpenIdentity, { case: 'dl_fc1' })
  await tap('看是谁，并记下来')
  await seen('请选一个原因')
  expect(mockSent).toEqual([])
  await choose(/有人可能有危险/)
  await type(/是什么情况/, '说要跳楼')
  await tap('看是谁，并记下来')
  expect(mockSent).toEqual([
    ['feedback.openIdentity', { case: 'dl_fc1', reason: 'danger', words: '说要跳楼' }],
  ])
  await seen('王大爷')
})

test('the figures say apart what staff call solved and what residents do', async () => {
  mockAnswers['feedback.dashboard'] = figures
  show(CaseDashboard)
  await seen('工作人员说办好')
  await seen(/居民说解决了.*7 件/)
  await seen('4 件，1 件过了期限')
  await seen('保密的事（只有数字）')
})

test('the places to choose from stand on the page of figures only while somebody chooses', async () => {
  mockAnswers['feedback.dashboard'] = figures
  show(CaseDashboard)
  await tap('静安里社区，换一片看')
  await choose('第一网格')
  await seen('静安里社区，换一片看')
  expect(screen.queryByRole('radio', { name: '第一网格' })).toBeNull()
})

test('staff word what everybody reads', async () => {
  mockAnswers['feedback.boardDraft'] = {
    ...{ number: '2026-0002', category: '路灯', communityName: '静安里社区' },
    ...{ buildingName: '静安里社区 3号楼', mayShow: false, draft: null, shown: false },
    pictures: [{ id: 'step-2-0', url: '/a.png', from: 'staff' }],
  }
  show(BoardEdit, { case: 'dl_fc2' })
  await tap('公开')
  await seen('请写一个题目')
  await type(/题目/, '路灯亮了')
  await type(/怎么办好的/, '换了灯泡')
  cleanup()
  show(BoardEdit, { case: 'dl_fc3' })
  await seen('大家都看得到')
  expect(screen.queryByDisplayValue('换了灯泡')).toBeNull()
  cleanup()
  show(BoardEdit, { case: 'dl_fc2' })
  await seen('您上次没写完的还在')
  await tap('公开')
  expect(mockSent).toEqual([
    [
      'feedback.publish',
      {
        case: 'dl_fc2',
        draft: {
          ...{ title: '路灯亮了', words: '换了灯泡', place: 'community' },
          ...{ before: null, after: null },
        },
      },
    ],
  ])
})

test('everybody reads what was solved, and says when something should not be there', async () => {
  mockAnswers['feedback.board'] = [entry]
  show(SolvedBoard)
  await seen('用了 2 天')
  await tap('“楼下的路灯亮了”这一条不妥')
  expect(mockWent).toEqual([['complain', { entry: 'dl_fb1', title: '楼下的路灯亮了' }]])
})

test('a complaint needs a word of what is wrong', async () => {
  show(Complain, { entry: 'dl_fb1', title: '楼下的路灯亮了' })
  await tap('告诉工作人员')
  await seen('请写几个字')
  await type(/哪里不妥/, '看得出是我家')
  await tap('告诉工作人员')
  expect(mockSent).toEqual([
    ['feedback.complain', { about: { kind: 'board', id: 'dl_fb1' }, because: '看得出是我家' }],
  ])
})

test('staff answer a complaint', async () => {
  mockAnswers['feedback.complaints'] = [
    {
      ...{ id: 'dl_fx1', at: Date.parse('2026-11-23T10:00:00+08:00'), because: '看得出是我家' },
      entry: { title: '楼下的路灯亮了', words: '电工换了灯泡' },
      settled: null,
    },
  ]
  mockAnswers['feedback.complaint'] = {
    ...(mockAnswers['feedback.complaints'] as object[])[0],
    now: { title: '楼下的路灯亮了', words: '电工来过了', shown: true },
  }
  show(Complaints)
  await tap('答复“楼下的路灯亮了”')
  await seen('公开着')
  await seen('后来改成：楼下的路灯亮了。电工来过了')
  await choose(/撤下来/)
  await inSheet('就这样答复')
  expect(mockSent).toEqual([
    ['feedback.settleComplaint', { complaint: 'dl_fx1', hide: true, words: '' }],
  ])
})

test.each([
  ['feedback.sealedCases', SealedCases],
  ['feedback.board', SolvedBoard],
  ['feedback.complaints', Complaints],
] as const)('%s: nothing there is said', (answer, Screen) => {
  mockAnswers[answer] = []
  show(Screen)
  expect(document.body.textContent).toMatch(/没有/)
})
