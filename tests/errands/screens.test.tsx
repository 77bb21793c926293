import axe from 'axe-core'
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import type { ComponentType } from 'react'
import ErrandMenu from '@/src/packages/errands/menu'
import MyErrands from '@/src/packages/errands/mine'
import ErrandToDoPage from '@/src/packages/errands/one'
import ErrandOrder from '@/src/packages/errands/order'
import ErrandsToDo from '@/src/packages/errands/to-do'
import StaffErrand from '@/src/packages/errands-staff/errand'
import ErrandKindEdit from '@/src/packages/errands-staff/kind-edit'
import ErrandKinds from '@/src/packages/errands-staff/kinds'
import StaffErrands from '@/src/packages/errands-staff/list'
import { learnTime } from '@/src/api/clock'
import type { Errand, ErrandForStaff, ErrandKind, ErrandToDo, Offered } from '@/types/errands'

// The screens as people meet them: what the cloud answers is given, what they send is kept.

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

jest.mock('@/src/platform/toTop', () => ({ toTop: () => undefined }))

jest.mock('@/src/queries/hooks', () => {
  const idle = {
    error: null,
    isError: false,
    isFetching: false,
    fetchStatus: 'idle',
    dataUpdatedAt: 0,
    refetch: () => undefined,
    hasNextPage: false,
  }
  const read = (module: string, procedure: string, input: object) => {
    const answer = mockAnswers[`${module}.${procedure}`]
    return {
      ...idle,
      data: typeof answer === 'function' ? (answer as (i: object) => unknown)(input) : answer,
    }
  }
  return {
    useRead: read,
    usePages: read,
    useSubmit: (module: string, procedure: string) => ({
      submit: (input: unknown, then?: { done?: (value: unknown) => void }) => {
        mockSent.push([`${module}.${procedure}`, input])
        then?.done?.({})
      },
      busy: false,
      waiting: false,
      error: null,
      value: undefined,
      reset: () => undefined,
    }),
  }
})

const kind: ErrandKind = {
  id: 'dl_ek1',
  rev: 3,
  category: 'repairs',
  place: 1,
  name: '修水龙头',
  about: '换垫圈',
  node: 'dl_jing',
  whoMay: 'verified',
  fromAge: 60,
  skills: ['plumbing'],
  minutes: 60,
  atHome: true,
  cost: '零件自己出',
  retired: false,
}
const { id, name, atHome, minutes, cost } = kind
const ordered = { id, name, atHome, minutes, cost }
const me = { id: 'dl_pli', name: '李奶奶' }
const mother = { id: 'dl_pmother', name: '张奶奶' }

const errand: Errand = {
  id: 'dl_er1',
  kind: ordered,
  person: me,
  by: null,
  what: '厨房的水龙头滴水',
  day: '2026-11-25',
  part: 'morning',
  state: 'accepted',
  needed: 2,
  helpers: [
    { id: 'dl_p1', name: '老陈', phone: '13900000009', state: 'accepted', came: null },
    { id: 'dl_p2', name: '小方', phone: null, state: 'accepted', came: null },
  ],
  because: null,
  mayCancel: true,
  mayConfirm: false,
  mayMiss: false,
  mayThank: false,
  mayRate: false,
  rating: null,
  at: Date.parse('2026-11-21T08:00:00+08:00'),
}

const offer: Offered = {
  id: 'dl_er1',
  kind: ordered,
  name: '李**',
  communityName: '静安里社区',
  what: '厨房的水龙头滴水',
  day: '2026-11-25',
  part: 'morning',
  needed: 2,
  accepted: 0,
  askedMe: true,
}

const toDo: ErrandToDo = {
  id: 'dl_er1',
  kind: ordered,
  name: '李奶奶',
  address: '静安里社区 12号楼 2单元301室',
  phone: '13800000001',
  what: '厨房的水龙头滴水',
  day: '2026-11-25',
  part: 'morning',
  state: 'onTheWay',
  needed: 2,
  mine: 'onTheWay',
  companions: [{ name: '小方', phone: null }],
  mustSayTogether: false,
  maySetOff: false,
  mayFinish: true,
  mayLeave: true,
  rating: null,
}

const { rating: _r, mayRate: _m, mayMiss: _mm, mayThank: _mt, ...plain } = errand
const forStaff: ErrandForStaff = {
  ...plain,
  state: 'unmatched',
  helpers: [],
  homeName: '静安里社区 12号楼',
  phoneMasked: '138****0001',
  trouble: 'unmatched',
  maySettle: false,
  endsUndone: true,
  settled: null,
  mayTakeOff: true,
  mayReport: false,
  asked: 6,
  declined: 1,
  complaints: [],
}

const roles = [{ role: 'communityStaff', node: 'dl_jing', nodeName: '静安里社区', until: null }]

beforeEach(() => {
  learnTime(Date.parse('2026-11-22T09:00:00+08:00'))
  mockParams = {}
  mockSent = []
  mockWent = []
  mockAnswers = {
    'residents.me': { person: me, dependants: [mother], roles },
    'residents.getPerson': mother,
    'centre.today': { phone: '0411-84000000' },
    'notices.templates': { items: [] },
    'errands.menu': {
      kinds: [kind],
      family: [
        { ...me, self: true, homeName: '静安里社区 12号楼', cannot: [] },
        {
          ...mother,
          self: false,
          homeName: null,
          cannot: [{ kind: kind.id, code: 'HomeNeeded', data: {} }],
        },
      ],
      from: '2026-11-23',
      until: '2026-12-22',
    },
    'errands.mine': [errand],
    'errands.open': [offer],
    'errands.mayHelp': { keptOut: [] },
    'errands.myErrands': [toDo],
    'errands.toDo': {
      toDo,
      card: { name: '老陈', centreName: '党群服务中心', centrePhone: '0411-84000000' },
    },
    'errands.listForStaff': [forStaff],
    'errands.candidates': {
      errand: forStaff,
      candidates: [
        {
          id: 'dl_p1',
          name: '老陈',
          skills: ['plumbing'],
          near: 'building',
          contact: true,
          askedLately: 2,
          answer: null,
          busy: false,
        },
      ],
    },
    'errands.kindsForStaff': { kinds: [kind] },
  }
})

// axe draws letters to recognise icon fonts; jsdom would print a page of complaint for each.
HTMLCanvasElement.prototype.getContext = () => null

/** jsdom has no layout, so what depends on it is left to the journeys. */
const withoutLayout = { 'color-contrast': { enabled: false }, region: { enabled: false } }

const show = (Screen: ComponentType) => render(<Screen />)
const tap = (label: string | RegExp) => {
  const found = [
    ...screen.queryAllByRole('button', { name: label }),
    ...screen.queryAllByRole('link', { name: label }),
  ]
  if (!found[0]) throw new Error(`nothing called ${String(label)}`)
  fireEvent.click(found[0])
}
const choose = (label: string | RegExp) =>
  fireEvent.click(screen.getByRole('radio', { name: label }))
const inSheet = () => within(screen.getByRole('dialog'))

test('the menu stands below its headings, and leads to what was chosen', () => {
  mockAnswers['errands.menu'] = {
    kinds: [kind, { ...kind, id: 'dl_ek2', name: '读信', category: 'papers' }],
    family: [],
    from: '2026-11-23',
    until: '2026-12-22',
  }
  show(ErrandMenu)
  expect(screen.getAllByRole('heading').map((one) => one.textContent)).toEqual(
    expect.arrayContaining(['修修补补', '读写和手机']),
  )
  tap(/修水龙头/)
  expect(mockWent).toEqual([['errandOrder', { kind: 'dl_ek1' }]])
})

test('ordering: for whom, what, which day and part; nothing is sent before it was all seen', () => {
  mockParams = { kind: 'dl_ek1' }
  show(ErrandOrder)
  expect(screen.getByRole('radio', { name: /张奶奶，要知道住在哪里/ })).toBeTruthy()
  tap('下一步')
  tap('下一步')
  expect(document.body.textContent).toContain('请写一句')
  fireEvent.input(screen.getByRole('textbox'), {
    target: { value: '水龙头滴水' },
    detail: { value: '水龙头滴水' },
  })
  tap('下一步')
  tap('下一步')
  expect(document.body.textContent).toContain('请选一天')
  choose(/11月25日/)
  choose(/上午/)
  tap('下一步')
  expect(document.body.textContent).toContain('还没接的志愿者只看到姓、社区和您写的这一句')
  expect(mockSent).toEqual([])
  tap('就这样点')
  expect(mockSent).toEqual([
    [
      'errands.order',
      {
        kind: 'dl_ek1',
        what: '水龙头滴水',
        day: '2026-11-25',
        part: 'morning',
        cannotLeave: false,
      },
    ],
  ])
  expect(mockWent).toEqual([['myErrands', { fresh: '1' }]])
})

test('whoever cannot order is told why, and led to what is missing', () => {
  mockParams = { kind: 'dl_ek1' }
  mockAnswers['errands.menu'] = {
    kinds: [kind],
    family: [
      {
        ...me,
        self: true,
        homeName: null,
        cannot: [{ kind: kind.id, code: 'HomeNeeded', data: {} }],
      },
    ],
    from: '2026-11-23',
    until: '2026-12-22',
  }
  show(ErrandOrder)
  tap('去填住址')
  expect(mockWent).toEqual([['profileEdit', { what: 'home' }]])
})

test('who comes is shown, called with one tap, and cancelled only after a question', () => {
  show(MyErrands)
  expect(screen.getByRole('button', { name: /打电话给老陈/ })).toBeTruthy()
  expect(screen.queryByRole('button', { name: /打电话给小方/ })).toBeNull()
  tap(/不用来了/)
  expect(mockSent).toEqual([])
  fireEvent.click(inSheet().getByRole('button', { name: '是的，取消' }))
  expect(mockSent).toEqual([['errands.cancel', { errand: 'dl_er1' }]])
})

test('it is done: one word says how it was, for my mother too', () => {
  mockAnswers['errands.mine'] = [
    {
      ...errand,
      helpers: errand.helpers.map((one) => ({ ...one, came: true })),
      person: mother,
      state: 'done',
      mayConfirm: true,
      mayCancel: false,
    },
  ]
  show(MyErrands)
  tap(/^办好了/)
  expect(mockSent).toEqual([])
  choose('很好')
  tap(/^办好了/)
  expect(mockSent).toEqual([
    ['errands.confirm', { forResident: mother.id, errand: 'dl_er1', came: true, stars: 5 }],
  ])
})

test('of two, the resident is asked who came, as long as they have not said so themselves', () => {
  mockAnswers['errands.mine'] = [{ ...errand, mayConfirm: true }]
  show(MyErrands)
  choose('很好')
  tap(/^办好了/)
  expect(mockSent).toEqual([])
  expect(document.body.textContent).toContain('请先选来了几位')
  choose('只来了老陈')
  tap(/^办好了/)
  expect(mockSent).toEqual([
    ['errands.confirm', { errand: 'dl_er1', came: true, who: ['dl_p1'], stars: 5 }],
  ])
})

test('thanks are offered as long as they can be written', () => {
  mockAnswers['errands.mine'] = [{ ...errand, state: 'confirmed' }]
  const { unmount } = show(MyErrands)
  expect(screen.queryByRole('button', { name: /感谢的话/ })).toBeNull()
  unmount()
  mockAnswers['errands.mine'] = [{ ...errand, state: 'confirmed', mayThank: true }]
  show(MyErrands)
  tap(/感谢的话/)
  expect(mockWent).toEqual([['thank', { kind: 'errand', id: 'dl_er1' }]])
})

test('nobody came: said only after a question', () => {
  mockAnswers['errands.mine'] = [{ ...errand, mayConfirm: true }]
  const { unmount } = show(MyErrands)
  expect(screen.queryByRole('button', { name: /^没有人来/ })).toBeNull()
  unmount()
  mockAnswers['errands.mine'] = [{ ...errand, mayConfirm: true, mayMiss: true }]
  show(MyErrands)
  tap(/^没有人来/)
  fireEvent.click(inSheet().getByRole('button', { name: '是的，没有人来' }))
  expect(mockSent).toEqual([['errands.confirm', { errand: 'dl_er1', came: false }]])
})

test('a volunteer sees a masked name, and decides whether the number is shown', () => {
  show(ErrandsToDo)
  expect(document.body.textContent).toContain('李**')
  tap(/^我来/)
  fireEvent.click(inSheet().getByRole('switch'))
  fireEvent.click(inSheet().getByRole('button', { name: '好，我来' }))
  // Nothing is agreed to beforehand: only the tap shows the number.
  expect(mockSent).toEqual([['errands.accept', { errand: 'dl_er1', showPhone: true }]])
  // What they promised is shown next.
  expect(screen.getByRole('link', { name: /修水龙头.*李奶奶/ })).toBeTruthy()
})

test('a yes shows no number unless it is said', () => {
  show(ErrandsToDo)
  tap(/^我来/)
  fireEvent.click(inSheet().getByRole('button', { name: '好，我来' }))
  expect(mockSent).toEqual([['errands.accept', { errand: 'dl_er1', showPhone: false }]])
})

test('a volunteer who is kept out reads why, and is led to what helps', () => {
  mockAnswers['errands.open'] = []
  mockAnswers['errands.mayHelp'] = { keptOut: ['BirthDateNeeded', 'NotVerified'] }
  show(ErrandsToDo)
  expect(document.body.textContent).toContain('请带身份证到服务台')
  tap('去填出生日期')
  expect(mockWent).toEqual([['profileEdit', { what: 'birthDate' }]])
})

test('no time is one tap', () => {
  show(ErrandsToDo)
  tap(/^没空/)
  expect(mockSent).toEqual([['errands.decline', { errand: 'dl_er1' }]])
})

test('at the door: the card, then done with time and a word', () => {
  mockParams = { errand: 'dl_er1' }
  show(ErrandToDoPage)
  tap('出示证件')
  expect(screen.getByRole('group', { name: /志愿者证，老陈/ })).toBeTruthy()
  expect(screen.getByRole('button', { name: /打电话核实/ })).toBeTruthy()
  tap(/办好了，或者没遇到人/)
  tap('报上去')
  expect(mockSent).toEqual([])
  choose('好')
  act(() => tap(/减少一刻钟/))
  tap('报上去')
  expect(mockSent).toEqual([
    ['errands.finish', { errand: 'dl_er1', there: true, minutes: 45, stars: 4 }],
  ])
})

test('who goes along has not set off: whether they came is asked before anything is sent', () => {
  mockParams = { errand: 'dl_er1' }
  mockAnswers['errands.toDo'] = {
    toDo: { ...toDo, mustSayTogether: true },
    card: { name: '老陈', centreName: '党群服务中心', centrePhone: null },
  }
  show(ErrandToDoPage)
  tap(/办好了，或者没遇到人/)
  choose('好')
  tap('报上去')
  tap('到了，没有人应')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(mockSent).toEqual([])
  choose('没来，我一个人去的')
  tap('报上去')
  expect(mockSent).toEqual([
    ['errands.finish', { errand: 'dl_er1', there: true, together: false, minutes: 60, stars: 4 }],
  ])
})

test('nobody opened: staff are told, after a question', () => {
  mockParams = { errand: 'dl_er1' }
  show(ErrandToDoPage)
  tap(/办好了，或者没遇到人/)
  tap('到了，没有人应')
  fireEvent.click(inSheet().getByRole('button', { name: '是的，没有人应' }))
  expect(mockSent).toEqual([['errands.finish', { errand: 'dl_er1', there: false }]])
})

test('staff see what is wrong first, and why somebody stands where they stand', () => {
  show(StaffErrands)
  tap(/修水龙头 · 李奶奶.*没找到人/)
  expect(mockWent).toEqual([['staffErrand', { errand: 'dl_er1' }]])
})

test('staff put down who said yes by phone', () => {
  mockParams = { errand: 'dl_er1' }
  show(StaffErrand)
  expect(document.body.textContent).toContain('修水管、换灯 · 同一栋楼 · 最近 90 天请过 2 次')
  tap('老陈电话里答应了')
  fireEvent.click(inSheet().getByRole('button', { name: '是的，记下' }))
  expect(mockSent).toEqual([
    ['errands.ask', { errand: 'dl_er1', person: 'dl_p1', saidYes: true, showPhone: false }],
  ])
})

const going: ErrandForStaff = {
  ...forStaff,
  state: 'accepted',
  trouble: null,
  helpers: errand.helpers,
  mayReport: true,
}

test('staff call a volunteer, put down what they tell, and take off who cannot come', () => {
  mockParams = { errand: 'dl_er1' }
  mockAnswers['errands.candidates'] = { errand: going, candidates: [] }
  show(StaffErrand)
  tap('打电话给小方')
  fireEvent.click(inSheet().getByRole('button', { name: '看电话' }))
  fireEvent.click(inSheet().getByRole('button', { name: /返回/ }))
  tap('他来不了了，老陈')
  fireEvent.click(inSheet().getByRole('button', { name: '是的，换人' }))
  tap('替他报一声，老陈')
  fireEvent.click(inSheet().getByRole('button', { name: '报上去' }))
  expect(inSheet().getByText('请先问一问同伴去了没有')).toBeTruthy()
  choose('一起去了')
  fireEvent.click(inSheet().getByRole('button', { name: '报上去' }))
  expect(mockSent).toEqual([
    ['errands.contact', { errand: 'dl_er1', person: 'dl_p2' }],
    ['errands.takeOff', { errand: 'dl_er1', person: 'dl_p1' }],
    [
      'errands.report',
      { errand: 'dl_er1', person: 'dl_p1', there: true, together: true, minutes: 60 },
    ],
  ])
})

test('a colleague reads what was done about it', () => {
  mockParams = { errand: 'dl_er1' }
  const at = Date.parse('2026-11-21T10:00:00+08:00')
  mockAnswers['errands.candidates'] = {
    errand: { ...going, settled: { note: '老人住院了', by: '钱社工', at } },
    candidates: [],
  }
  show(StaffErrand)
  expect(document.body.textContent).toContain('老人住院了')
  expect(document.body.textContent).toContain('钱社工')
})

test('what nobody spoke of is closed as not done, and says so', () => {
  mockParams = { errand: 'dl_er1' }
  mockAnswers['errands.candidates'] = {
    errand: { ...going, trouble: 'nobodySaid', maySettle: true },
    candidates: [],
  }
  show(StaffErrand)
  expect(screen.getByRole('button', { name: '没有办成，办结' })).toBeTruthy()
})

test('a to-do is closed with what was done', () => {
  mockParams = { errand: 'dl_er1' }
  const trouble = {
    ...forStaff,
    state: 'confirmed',
    trouble: 'badRating',
    maySettle: true,
    endsUndone: false,
  }
  mockAnswers['errands.candidates'] = {
    errand: {
      ...trouble,
      complaints: [{ from: 'resident', name: '李奶奶', stars: 2, words: '来得太晚' }],
    },
    candidates: [],
  }
  show(StaffErrand)
  expect(document.body.textContent).toContain('居民李奶奶说：不太好，来得太晚')
  tap('处理好了，办结')
  expect(mockSent).toEqual([])
  fireEvent.input(screen.getByRole('textbox'), {
    target: { value: '问过了' },
    detail: { value: '问过了' },
  })
  tap('处理好了，办结')
  expect(mockSent).toEqual([['errands.settle', { errand: 'dl_er1', note: '问过了' }]])
})

test('the menu is kept in three steps, and saves what it began with', () => {
  show(ErrandKinds)
  tap(/修水龙头/)
  expect(mockWent).toEqual([['errandKindEdit', { kind: 'dl_ek1' }]])
})

test('changing nothing of a kind saves the same', () => {
  mockParams = { kind: 'dl_ek1' }
  show(ErrandKindEdit)
  tap('下一步')
  tap('下一步')
  tap('存好')
  const { id: _id, rev, ...draft } = kind
  expect(mockSent).toEqual([['errands.saveKind', { kind: 'dl_ek1', rev, draft }]])
})

const screens: [string, ComponentType, Record<string, string>][] = [
  ['the menu', ErrandMenu, {}],
  ['the menu for somebody else', ErrandMenu, { forResident: mother.id }],
  ['ordering', ErrandOrder, { kind: 'dl_ek1' }],
  ['ordering what is gone', ErrandOrder, { kind: 'dl_ek9' }],
  ['what I ordered', MyErrands, { fresh: '1' }],
  ['going to help', ErrandsToDo, {}],
  ['one that I promised', ErrandToDoPage, { errand: 'dl_er1' }],
  ['the list of staff', StaffErrands, {}],
  ['one of them', StaffErrand, { errand: 'dl_er1' }],
  ['the menu as staff keep it', ErrandKinds, {}],
  ['something new on the menu', ErrandKindEdit, {}],
  ['something on the menu that is gone', ErrandKindEdit, { kind: 'dl_ek9' }],
]

test.each(screens)('%s: axe finds nothing', async (_name, Screen, params) => {
  mockParams = params
  const { container } = show(Screen)
  const { violations } = await axe.run(container, { rules: withoutLayout })
  expect(violations.map(({ id: rule, nodes }) => [rule, nodes.map(({ html }) => html)])).toEqual([])
})

test.each(screens)('%s: with nothing there yet it says so', (_name, Screen, params) => {
  mockParams = params
  for (const list of ['mine', 'open', 'myErrands', 'listForStaff'])
    mockAnswers[`errands.${list}`] = []
  mockAnswers['errands.kindsForStaff'] = { kinds: [] }
  mockAnswers['errands.menu'] = { kinds: [], family: [], from: '2026-11-23', until: '2026-12-22' }
  show(Screen)
  expect(document.body.textContent).toMatch(/\p{Script=Han}/u)
  expect(document.body.textContent).not.toMatch(/undefined|NaN|null/)
})
