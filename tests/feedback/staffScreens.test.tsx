import Taro from '@tarojs/taro'
import { cleanup, render, screen } from '@testing-library/react/pure'
import { learnTime } from '@/src/api/clock'
import ActOnCase from '@/src/packages/feedback-staff/act'
import AlikeCases from '@/src/packages/feedback-staff/alike'
import CaseAnswers from '@/src/packages/feedback-staff/answers'
import CaseByPhone from '@/src/packages/feedback-staff/by-phone'
import StaffCase from '@/src/packages/feedback-staff/case'
import CaseFlowEdit from '@/src/packages/feedback-staff/flow-edit'
import CaseFlows from '@/src/packages/feedback-staff/flows'
import CasesToDo from '@/src/packages/feedback-staff/list'
import CasePlaces from '@/src/packages/feedback-staff/places'
import type { CaseForStaff, Flow, ListedCase } from '@/types/feedback'
import { outlivesTheProgram } from '../support/drafts'
import { choose, inSheet, leaveScreen, open, seen, tap, type } from '../support/screens'

// The screens of staff as they meet them: what the cloud answers is given, what they send is kept.

let mockParams: Record<string, string> = {}
let mockAnswers: Record<string, unknown> = {}
let mockAsked: [string, unknown][] = []
let mockSent: [string, unknown][] = []
let mockWent: [string, unknown][] = []
let mockKeys: (string | undefined)[] = []
let mockDies = false

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

jest.mock('@/src/platform/chooseFile', () => ({
  choosePicture: () => Promise.resolve({ name: '照片.jpg', size: 8, local: '/taken.jpg' }),
}))
jest.mock('@/src/platform/compressPicture', () => ({ compressPicture: (file: unknown) => file }))
jest.mock('@/src/queries/uploads', () => ({
  useUpload: () => ({
    send: (_file: object, done: (id: string) => void) => done('cloud://photo-1'),
    ...{ busy: false, percent: 0, error: null, again: null },
  }),
}))

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
    mockAsked.push([`${module}.${procedure}`, input])
    return { ...idle, data: mockAnswers[`${module}.${procedure}`] }
  }
  return {
    useRead: read,
    usePages: read,
    useSubmit: (module: string, procedure: string, keptKey?: string) => ({
      submit: (input: unknown, then?: { done?: (value: unknown) => void }) => {
        mockSent.push([`${module}.${procedure}`, input])
        mockKeys.push(keptKey)
        if (mockDies) return
        const value = mockAnswers[`${module}.${procedure}`]
        then?.done?.(value === undefined ? {} : value)
      },
      busy: false,
      waiting: false,
      error: null,
      value: undefined,
      reset: () => undefined,
    }),
  }
})

const at = Date.parse('2026-11-21T08:00:00+08:00')

const listed: ListedCase = {
  ...{ id: 'dl_fc1', number: '2026-0312', category: '路灯', place: '静安里社区 3号楼' },
  ...{ state: 'open', level: 'grid', at, ownerName: '赵网格员', due: at - 60_000, late: true },
  joined: 2,
}

const one: CaseForStaff = {
  ...listed,
  toTell: null,
  may: [
    'take',
    'solve',
    'note',
    'askBack',
    'handOver',
    'rise',
    'refer',
    'merge',
    'split',
    'correct',
  ],
  ...{ rev: 3, categoryId: 'dl_fk-lamp', node: 'dl_jing-3', sentAs: null, department: '物业公司' },
  ...{ into: null, partOf: null, parts: [], about: '', owner: 'dl_pworker' },
  reporter: { id: 'dl_pli', name: '李奶奶', phone: '13800000001' },
  text: '楼下的路灯晚上不亮',
  where: '门口',
  photos: [{ url: null, state: 'waiting' }],
  voice: { url: 'https://sound', state: 'passed', seconds: 20, said: null },
  steps: [
    {
      ...{ at, kind: 'received', who: '', words: '', photos: [], level: 'grid', meet: null },
    },
    {
      ...{ at, kind: 'noted', who: '网格员 赵*', words: '去看过了', photos: [], level: null },
      ...{ meet: null, inside: true },
    },
  ],
  ...{ reopened: 1, rating: null },
}

const flow: Flow = {
  ...{ category: 'dl_fk-lamp', version: 1, name: '路灯', example: '灯不亮', sealed: false },
  ...{ startsAt: 'grid', grid: { workingDays: 2 }, community: { workingDays: 5 }, street: null },
  ...{ outside: null, department: null, retired: false, order: 0 },
}
const repairs: Flow = { ...flow, category: 'dl_fk-repair', name: '房屋维修' }

beforeEach(() => {
  learnTime(at)
  mockParams = { case: 'dl_fc1' }
  mockAsked = []
  mockSent = []
  mockWent = []
  mockKeys = []
  mockDies = false
  Taro.clearStorageSync()
  mockAnswers = {
    'residents.me': {
      person: { id: 'dl_pstaff', name: '钱社工' },
      roles: [{ role: 'communityStaff', node: 'dl_jing', nodeName: '静安里社区', until: null }],
      dependants: [],
    },
    'feedback.cases': [listed],
    'feedback.caseForStaff': one,
    'feedback.flows': { rev: 4, flows: [flow, repairs] },
    'feedback.colleagues': { people: [{ id: 'dl_p2', name: '孙社工', office: '街道工作人员' }] },
    'feedback.alike': {
      cases: [
        {
          ...{ ...listed, id: 'dl_fc2', number: '2026-0300', text: '灯坏了', where: '' },
          ...{ photos: [], samePlace: true },
        },
      ],
    },
    'feedback.answerTemplates': {
      rev: 1,
      templates: [{ id: 'dl_at1', name: '修好了', words: '已经修好，请您看看。', retired: false }],
    },
    'feedback.byBuilding': {
      all: false,
      grids: [
        {
          name: '第一网格',
          places: [{ node: 'dl_jing-3', name: '静安里社区 3号楼', open: 3, late: 1 }],
        },
      ],
    },
    'residents.listPlaces': { items: [{ id: 'dl_jing-3', name: '3号楼', kind: 'building' }] },
  }
})
afterEach(leaveScreen)

describe('the list', () => {
  const looksFor = () => mockAsked.filter(([name]) => name === 'feedback.cases').at(-1)?.[1]

  test('says what, where, until when and that it is late; a tap opens it', async () => {
    mockParams = {}
    render(<CasesToDo />)
    await open(/3号楼 · 路灯.*已经过了.*另有 2 人.*过期了/)
    expect(mockWent).toEqual([['staffCase', { case: 'dl_fc1' }]])
  })

  test('is asked for by category, level and building at once, each taken away with one tap', async () => {
    mockParams = {}
    mockAnswers['feedback.cases'] = []
    render(<CasesToDo />)
    await tap('没人接的', 'tab')
    await seen('现在没有没人接的')
    await tap(/按类别/)
    await choose('路灯')
    await choose('社区')
    await choose('3号楼')
    await inSheet('就看这些')
    const all = { category: 'dl_fk-lamp', level: 'community', node: 'dl_jing-3' }
    expect(looksFor()).toEqual({ view: 'free', ...all })
    await seen('“没人接的”里没有这样的')
    await seen('现在只看：路灯 · 社区在办 · 3号楼')
    await tap('过期的', 'tab')
    expect(looksFor()).toEqual({ view: 'late', ...all })
    await tap('不再只看社区在办')
    const { level: _, ...others } = all
    expect(looksFor()).toEqual({ view: 'late', ...others })
    await tap('清除筛选')
    expect(looksFor()).toEqual({ view: 'late' })
    await seen('现在没有过期的')
  })

  test('finds one by its number, whatever was chosen before', async () => {
    mockParams = { node: 'dl_jing-3', name: '静安里社区 3号楼' }
    render(<CasesToDo />)
    await seen('只看：静安里社区 3号楼')
    expect(mockAsked).toContainEqual(['feedback.cases', { view: 'active', node: 'dl_jing-3' }])
    await tap('换一换只看哪些')
    await type(/编号/, '312')
    await inSheet('就看这些')
    expect(looksFor()).toEqual({ view: 'active', number: '312' })
    await seen('只看：编号 312')
  })

  test('several are given to one colleague', async () => {
    mockParams = {}
    mockAnswers['feedback.handOverSeveral'] = { done: ['dl_fc1'], not: [] }
    render(<CasesToDo />)
    await tap('一次转交几件')
    await tap(/静安里社区 3号楼/, 'checkbox')
    // Nobody gives away what they do not see any more.
    await tap('都在办的', 'tab')
    await seen('请先选几件')
    await tap(/静安里社区 3号楼/, 'checkbox')
    await tap(/这 1 件转给同事/)
    await choose(/孙社工/)
    await inSheet('转给他')
    expect(mockSent).toEqual([
      ['feedback.handOverSeveral', { cases: ['dl_fc1'], to: 'dl_p2', words: '' }],
    ])
  })
})

describe('a case', () => {
  test('words and pictures that came later are judged where they stand', async () => {
    const later = { ...one.steps[0]!, kind: 'edited' as const, words: '真笨', inside: true }
    mockAnswers['feedback.caseForStaff'] = {
      ...one,
      steps: [
        one.steps[0]!,
        {
          ...{ ...later, doubtful: true, toJudge: 1 },
          photos: [{ url: 'https://held', state: 'held', id: 'dl_mc1' }],
        },
      ],
    }
    render(<StaffCase />)
    await tap('这几句不能看')
    await tap('可以看')
    expect(mockSent).toEqual([
      ['feedback.release', { case: 'dl_fc1', rev: 3, step: 1, through: false, words: '' }],
      ['feedback.settlePicture', { case: 'dl_fc1', picture: 'dl_mc1', through: true }],
    ])
  })

  test('shows what was said and done, and what a resident does not read', async () => {
    render(<StaffCase />)
    await seen('楼下的路灯晚上不亮')
    await seen('照片正在检查')
    await seen('只有工作人员看得到')
    await seen('居民说没办好 1 次')
    await tap('我来办')
    expect(mockSent).toEqual([['feedback.take', { case: 'dl_fc1', rev: 3 }]])
  })

  test('leads to the other acts', async () => {
    render(<StaffCase />)
    await tap('别的办法')
    await inSheet('转给外面的部门')
    await tap('别的办法')
    await inSheet('和一样的事并起来')
    expect(mockWent).toEqual([
      ['caseAct', { case: 'dl_fc1', act: 'refer' }],
      ['caseAlike', { case: 'dl_fc1' }],
    ])
  })

  test('solved and confirmed, it may be shown to everybody', async () => {
    mockAnswers['feedback.caseForStaff'] = { ...one, state: 'confirmed', may: ['note'] }
    render(<StaffCase />)
    await open(/公开给大家看/)
    expect(mockWent).toEqual([['boardEdit', { case: 'dl_fc1' }]])
  })
})

describe('an act', () => {
  const acting = (act: string, may = one.may) => {
    mockParams = { case: 'dl_fc1', act }
    mockAnswers['feedback.caseForStaff'] = { ...one, may }
    render(<ActOnCase />)
  }

  test('solving asks for words, which may be ready ones', async () => {
    acting('solve')
    await tap('办好了')
    await seen('请写一句话')
    await tap('用回复范文')
    await choose(/修好了/)
    await inSheet('拿来改一改')
    await tap('办好了')
    expect(mockSent).toEqual([
      ['feedback.solve', { case: 'dl_fc1', rev: 3, words: '已经修好，请您看看。', photos: [] }],
    ])
  })

  test('a note may be for staff only', async () => {
    acting('note')
    await type(/记什么/, '跟物业说了')
    await tap(/只给工作人员看/, 'switch')
    await tap('记一笔')
    expect(mockSent).toEqual([
      ['feedback.note', { case: 'dl_fc1', rev: 3, words: '跟物业说了', photos: [], inside: true }],
    ])
  })

  test('to the level above with why', async () => {
    acting('rise')
    await type(/为什么/, '要社区出面')
    await tap('交给上一级')
    expect(mockSent).toEqual([
      ['feedback.handOver', { case: 'dl_fc1', rev: 3, to: { way: 'above' }, words: '要社区出面' }],
    ])
  })

  test('refusing says where to turn, and is asked once more', async () => {
    acting('refuse', ['refuse'])
    await type(/为什么不归/, '归供电局')
    await type(/居民可以找谁/, '95598')
    await tap('不归我们管')
    expect(mockSent).toEqual([])
    await inSheet('是的，告诉居民')
    expect(mockSent).toEqual([
      ['feedback.refuse', { case: 'dl_fc1', rev: 3, words: '归供电局', turnTo: '95598' }],
    ])
  })

  test('two parts of one message', async () => {
    acting('split')
    for (const [category, words] of [
      ['路灯', '门口的灯'],
      ['房屋维修', '楼道漏水'],
    ] as const) {
      await choose(category)
      await type(/这一件是什么事/, words)
      await tap('加上这一件')
    }
    await tap('分成 2 件办')
    expect(mockSent).toMatchObject([
      [
        'feedback.split',
        {
          parts: [
            { category: 'dl_fk-lamp', words: '门口的灯' },
            { category: 'dl_fk-repair', words: '楼道漏水' },
          ],
        },
      ],
    ])
  })

  test('another category, once something is changed', async () => {
    acting('correct')
    await tap('改过来')
    await seen('还没有改')
    await choose(/房屋维修/)
    await tap('改过来')
    expect(mockSent).toEqual([
      ['feedback.correct', { case: 'dl_fc1', rev: 3, words: '', category: 'dl_fk-repair' }],
    ])
  })

  test('what is for others only by then is left for the list', async () => {
    acting('correct')
    mockAnswers['feedback.correct'] = null
    await choose(/房屋维修/)
    await tap('改过来')
    expect(mockWent).toEqual([['casesToDo', {}]])
  })

  test.each([
    ['handOver', ['handOver']],
    ['reply', ['reply']],
    ['invite', ['invite']],
    ['release', ['release']],
    ['unmerge', ['unmerge']],
    ['giveBack', ['giveBack']],
    ['transcribe', ['transcribe']],
  ] as const)('%s has a page that everybody can use', async (act, may) => {
    acting(act, [...may])
    expect(await screen.findAllByRole('button')).not.toHaveLength(0)
  })

  test('what cannot be done any more says so', async () => {
    acting('solve', [])
    await seen('现在不能这样办了')
  })
})

test('two are laid beside each other and become one', async () => {
  render(<AlikeCases />)
  await seen('同一个地方')
  await tap('并到这一件里，2026-0300')
  await inSheet('是的，并起来')
  expect(mockSent).toEqual([['feedback.merge', { case: 'dl_fc1', rev: 3, into: 'dl_fc2' }]])
})

test('buildings with what is open there', async () => {
  render(<CasePlaces />)
  await seen('只数了最先到期的一千件')
  await open(/3号楼.*3 件没办好.*1 件过期了/)
  expect(mockWent).toEqual([['casesToDo', { node: 'dl_jing-3', name: '静安里社区 3号楼' }]])
})

test('flows and what is changed of one', async () => {
  render(<CaseFlows />)
  await open(/路灯.*网格员 2 个工作日 → 社区 5 个工作日/)
  expect(mockWent).toEqual([['caseFlow', { category: 'dl_fk-lamp' }]])
})

test('a flow is changed level by level', async () => {
  mockParams = { category: 'dl_fk-lamp' }
  render(<CaseFlowEdit />)
  await type(/叫什么/, '照明')
  await tap('下一步')
  await choose(/按小时算/)
  for (const _ of [2, 3, 4]) await tap('下一步')
  await tap('存好')
  expect(mockSent).toMatchObject([
    [
      'feedback.saveFlow',
      {
        ...{ rev: 4, category: 'dl_fk-lamp' },
        draft: { name: '照明', grid: { hours: 24 }, community: { workingDays: 5 }, street: null },
      },
    ],
  ])
})

test('ready words are written', async () => {
  render(<CaseAnswers />)
  await tap('写一段')
  await type(/叫什么/, '在办')
  await type(/怎么说/, '正在办，三天里告诉您。')
  await inSheet('存好')
  expect(mockSent).toEqual([
    [
      'feedback.saveAnswerTemplate',
      { rev: 1, template: null, name: '在办', words: '正在办，三天里告诉您。', retired: false },
    ],
  ])
})

test('a call is written down in three steps, with a picture and about whom it is', async () => {
  mockAnswers['feedback.staffAround'] = {
    people: [{ id: 'dl_pqian', name: '钱*', of: '静安里社区', role: 'communityStaff' }],
  }
  render(<CaseByPhone />)
  await choose(/没有登记过的/)
  await tap('下一步')
  await seen('请写上怎么称呼')
  await type(/怎么称呼/, '赵奶奶')
  await tap('下一步')
  await type(/他说的话/, '灯坏了')
  await choose(/路灯/)
  await tap('拍照或选照片')
  await seen('第 1 张，已经传好了')
  await tap('下一步')
  await tap('记下')
  await seen('请选一选在哪栋楼附近')
  await choose('3号楼')
  await choose(/^钱\*.*静安里社区 · 社区工作人员/)
  await tap('记下')
  expect(mockWent.at(-1)?.[0]).toBe('staffCase')
  expect(mockSent).toEqual([
    [
      'feedback.submit',
      {
        ...{ caller: { name: '赵奶奶', phone: null }, category: 'dl_fk-lamp', text: '灯坏了' },
        ...{ photos: ['cloud://photo-1'], aboutStaff: 'dl_pqian' },
        place: { node: 'dl_jing-3', where: '' },
      },
    ],
  ])
})

const cloud = {
  answers: (does: boolean) => void (mockDies = !does),
  keys: () => mockKeys,
}

test('a call that was half written down is there again, with who it was', async () => {
  await outlivesTheProgram(
    {
      open: () => render(<CaseByPhone />),
      write: async () => {
        await choose(/没有登记过的/)
        await type(/怎么称呼/, '赵奶奶')
        await tap('下一步')
        await type(/他说的话/, '灯坏了')
        await choose(/路灯/)
        await tap('下一步')
        await choose('3号楼')
      },
      words: '赵奶奶',
      send: async () => {
        await tap('下一步')
        await tap('下一步')
        await tap('记下')
      },
    },
    cloud,
  )
  expect(mockSent.at(-1)?.[1]).toMatchObject({ caller: { name: '赵奶奶' }, text: '灯坏了' })
})

test.each([
  ['note', /^记什么/, undefined],
  ['solve', /^怎么办好的/, undefined],
  ['rise', /^为什么/, undefined],
  ['refuse', /^为什么不归我们管/, /^居民可以找谁/],
  ['reply', /^怎么答复的/, undefined],
] as const)('words of an act outlive the program: %s', async (act, field, second) => {
  const openOf = (id: string) => () => {
    mockParams = { case: id, act }
    mockAnswers['feedback.caseForStaff'] = { ...one, id, may: [act] }
    return render(<ActOnCase />)
  }
  await outlivesTheProgram(
    {
      open: openOf('dl_fc1'),
      openOther: openOf('dl_fc2'),
      write: async () => {
        await type(field, '这盏灯归供电局管')
        if (second) await type(second, '供电局')
      },
      words: '这盏灯归供电局管',
      send: async () => {
        const buttons = screen.getAllByRole('button')
        buttons.at(-1)?.click()
        if (act === 'refuse') await inSheet('是的，告诉居民')
      },
    },
    cloud,
  )
  expect(mockSent.at(-1)?.[1]).toMatchObject({ case: 'dl_fc1', words: '这盏灯归供电局管' })
})

test('who telephoned is called from the case, and what they say is put down', async () => {
  mockAnswers['feedback.caseForStaff'] = {
    ...one,
    ...{ state: 'solved', may: ['rang', 'note'] },
    reporter: { id: null, name: '赵奶奶', phone: '13900000009' },
  }
  render(<StaffCase />)
  await tap('打电话告诉来电的人')
  expect(mockWent).toEqual([['caseAct', { case: 'dl_fc1', act: 'rang' }]])
  cleanup()
  mockParams = { case: 'dl_fc1', act: 'rang' }
  render(<ActOnCase />)
  await seen(/打给赵奶奶.*13900000009/s)
  await tap('记下他怎么说')
  await seen('请选他怎么说')
  await choose(/^没有办好/)
  await tap('记下他怎么说')
  await seen('请写一句哪里没有办好')
  await type(/哪里没有办好/, '还是不亮')
  await tap('记下他怎么说')
  expect(mockSent).toEqual([
    ['feedback.rang', { case: 'dl_fc1', rev: 3, answer: 'notSolved', words: '还是不亮' }],
  ])
})

test('who telephoned says on the telephone how it was done', async () => {
  mockParams = { case: 'dl_fc1', act: 'rang' }
  mockAnswers['feedback.caseForStaff'] = {
    ...{ ...one, state: 'solved', may: ['rang'] },
    reporter: { id: null, name: '赵奶奶', phone: '13900000009' },
  }
  render(<ActOnCase />)
  await choose('办好了')
  await choose('很满意')
  await tap('记下他怎么说')
  expect(mockSent).toEqual([
    ['feedback.rang', { case: 'dl_fc1', rev: 3, answer: 'solved', words: '', stars: 5 }],
  ])
})

test('who telephoned hears where to look at it, and may say that what was solved together is not', async () => {
  mockParams = { case: 'dl_fc1', act: 'rang' }
  const [first] = one.steps
  mockAnswers['feedback.caseForStaff'] = {
    ...{ ...one, state: 'invited', may: ['rang'], toTell: '' },
    steps: [{ ...first, kind: 'invited', meet: { at, where: '3号楼门口' } }],
  }
  render(<ActOnCase />)
  await seen(/3号楼门口，一起看一看/)
  cleanup()
  mockAnswers['feedback.caseForStaff'] = {
    ...{ ...one, state: 'merged', may: ['rang'], toTell: '换了灯泡', mayDispute: true },
  }
  render(<ActOnCase />)
  await choose(/^他说没有办好/)
  await type(/哪里没有办好/, '还是不亮')
  await tap('记下这个电话')
  expect(mockSent).toEqual([
    ['feedback.rang', { case: 'dl_fc1', rev: 3, answer: 'notSolved', words: '还是不亮' }],
  ])
})

test('who telephoned about what is not done is told so', async () => {
  mockParams = { case: 'dl_fc1', act: 'rang' }
  mockAnswers['feedback.caseForStaff'] = {
    ...{ ...one, state: 'refused', may: ['rang'] },
    reporter: { id: null, name: '赵奶奶', phone: '13900000009' },
    toTell: '不归我们管 可以找：12345',
  }
  render(<ActOnCase />)
  await seen('可以告诉他：这里办不了。不归我们管 可以找：12345')
  expect(screen.queryByRole('radio', { name: '办好了' })).toBeNull()
  await tap('记下这个电话')
  await seen('请选打通了没有')
  await choose('告诉他了')
  await tap('记下这个电话')
  expect(mockSent).toEqual([
    ['feedback.rang', { case: 'dl_fc1', rev: 3, answer: 'told', words: '' }],
  ])
})
