import Taro from '@tarojs/taro'
import { onlineManager } from '@tanstack/react-query'
import { act, cleanup, render, screen, waitFor } from '@testing-library/react/pure'
import { chooseCentre } from '@/src/api/centre'
import { learnTime } from '@/src/api/clock'
import CasePage from '@/src/packages/feedback/case'
import MyCases from '@/src/packages/feedback/mine'
import SpeakUp from '@/src/packages/feedback/speak-up'
import type { FollowedCase } from '@/types/feedback'
import { outlivesTheProgram } from '../support/drafts'
import { choose, inSheet, leaveScreen, open, seen, tap, type } from '../support/screens'

// The screens of who speaks up: what the cloud answers is given, what they send is kept.

let mockParams: Record<string, string> = {}
let mockAnswers: Record<string, unknown> = {}
let mockSent: [string, unknown][] = []
let mockWent: [string, unknown][] = []
let mockWaiting = false
let mockKept = new Map<string, object>()
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
jest.mock('@/src/platform/chooseLocation', () => ({
  chooseLocation: () =>
    Promise.resolve({ name: '东门', address: '', latitude: 38.9, longitude: 121.6 }),
}))
jest.mock('@/src/platform/chooseFile', () => ({
  choosePicture: () =>
    Promise.resolve({ name: '照片.jpg', size: 8, local: '/taken.jpg', content: new Blob(['x']) }),
}))
jest.mock('@/src/platform/compressPicture', () => ({ compressPicture: (file: unknown) => file }))
jest.mock('@/src/platform/keepFile', () => ({
  keepFile: (file: object) => {
    mockKept.set('kept-1', file)
    return Promise.resolve({ ...file, kept: 'kept-1' })
  },
  keptFile: (kept: string) => Promise.resolve(mockKept.get(kept) ?? null),
  forgetFile: (kept: string) => void mockKept.delete(kept),
}))
jest.mock('@/src/queries/uploads', () => ({
  useUpload: () => ({
    send: (_file: object, done: (id: string) => void) => done('cloud://photo-1'),
    ...{ busy: false, percent: 0, error: null, again: null },
  }),
}))
jest.mock('@/src/queries/hooks', () => {
  const idle = {
    ...{ error: null, isError: false, isFetching: false, fetchStatus: 'idle', dataUpdatedAt: 0 },
    ...{ refetch: () => undefined, hasNextPage: false },
  }
  const read = (
    module: string,
    procedure: string,
    _input: object,
    { enabled = true }: { enabled?: boolean } = {},
  ) => ({ ...idle, data: enabled ? mockAnswers[`${module}.${procedure}`] : undefined })
  return {
    useRead: read,
    usePages: read,
    useSubmit: (module: string, procedure: string, keptKey?: string) => ({
      submit: (input: unknown, then?: { done?: (value: unknown) => void }) => {
        mockSent.push([`${module}.${procedure}`, input])
        mockKeys.push(keptKey)
        if (!mockDies) then?.done?.({ id: 'dl_fc1' })
      },
      ...{ busy: false, waiting: mockWaiting, error: null, value: undefined },
      reset: () => undefined,
    }),
  }
})

const at = Date.parse('2026-11-21T08:00:00+08:00')
const flow = {
  ...{ category: 'dl_fk-lamp', name: '路灯', example: '楼下的路灯晚上不亮', sealed: false },
  ...{ startsAt: 'grid', grid: { workingDays: 2 }, community: { workingDays: 5 } },
  ...{ street: { workingDays: 10 }, outside: null, department: null, retired: false },
  ...{ order: 0, version: 1 },
}
const me = {
  person: {
    ...{ id: 'dl_pli', name: '李奶奶', home: { building: 'dl_jing-12', room: '301' } },
    homeName: '静安里社区 12号楼 301室',
  },
  dependants: [{ id: 'dl_pchild', name: '小宝', home: null, homeName: null }],
  roles: [],
}
const one: FollowedCase = {
  ...{ id: 'dl_fc1', number: '2026-0001', category: '路灯', place: '静安里社区 12号楼' },
  ...{ state: 'solved', level: 'grid', at, anonymous: true, text: '不亮', where: '门口' },
  photos: [{ url: null, state: 'waiting' }],
  ...{ voice: null, joined: 2, mine: true, due: null, rating: null },
  ...{ reopenUntil: at + 14 * 86_400_000, may: ['confirm', 'reopen'], into: null },
  steps: [
    { at, kind: 'received', who: '', words: '', photos: [], level: 'grid', meet: null },
    {
      at,
      kind: 'solved',
      who: '网格员 赵*',
      words: '换了灯泡',
      photos: [],
      level: null,
      meet: null,
    },
    { at, kind: 'edited', who: '', words: '两盏', photos: [], level: null, meet: null },
  ],
}

beforeEach(() => {
  learnTime(at)
  mockParams = {}
  mockSent = []
  mockWent = []
  mockWaiting = false
  mockKept = new Map()
  mockKeys = []
  mockDies = false
  Taro.clearStorageSync()
  mockAnswers = {
    'feedback.categories': { flows: [flow] },
    'feedback.similar': { cases: [] },
    'feedback.show': one,
    'residents.me': me,
    'centre.today': { phone: '0411-84000000' },
  }
})
afterEach(async () => {
  onlineManager.setOnline(true)
  await leaveScreen()
})

test('danger is a call at the very top; a known resident needs three taps', async () => {
  render(<SpeakUp />)
  await seen(/有危险.*报警.*110.*火警.*119.*急救.*120.*12345/s)
  await choose(/^路灯/)
  await type(/说说怎么回事/, '不亮')
  await tap('下一步')
  await tap('发出去')
  expect(mockSent).toEqual([
    [
      'feedback.submit',
      {
        ...{ category: 'dl_fk-lamp', text: '不亮', photos: [], anonymous: false },
        place: { node: 'dl_jing-12', where: '' },
      },
    ],
  ])
  expect(mockWent).toEqual([['case', { case: 'dl_fc1', fresh: '1' }]])
})

test('what is missing is named, and nothing is sent', async () => {
  render(<SpeakUp />)
  await tap('下一步')
  await seen('请选一选是什么事')
  await seen('请写几个字、拍张照片，或者录一段话')
  expect(mockSent).toEqual([])
})

test('a draft is there again after the program was closed, until it is sent', async () => {
  render(<SpeakUp />)
  await choose(/^路灯/)
  await type(/说说怎么回事/, '门口一片黑')
  cleanup()
  render(<SpeakUp />)
  await seen('您上次没说完的还在')
  await tap('下一步')
  await tap('发出去')
  expect(mockSent).toMatchObject([['feedback.submit', { text: '门口一片黑' }]])
  cleanup()
  render(<SpeakUp />)
  expect(screen.queryByText('您上次没说完的还在')).toBeNull()
})

test('what was begun for oneself is not there, and does not go, when speaking for somebody else', async () => {
  await tellsWithoutNetwork()
  cleanup()
  onlineManager.setOnline(true)
  mockParams = { forResident: 'dl_pmother' }
  mockAnswers['feedback.mine'] = []
  render(<MyCases />)
  await seen('还没有反映过')
  expect(screen.queryByText('有一件还没发出去')).toBeNull()
  cleanup()
  render(<SpeakUp />)
  await seen('报警 110')
  expect(screen.queryByText('您上次没说完的还在')).toBeNull()
  expect(mockSent).toEqual([])
})

test('sent again after the program died in the middle, it is the same message; the next one is another', async () => {
  mockDies = true
  render(<SpeakUp />)
  await choose(/^路灯/)
  await type(/说说怎么回事/, '门口一片黑')
  await tap('下一步')
  await tap('发出去')
  cleanup()
  mockDies = false
  render(<SpeakUp />)
  await tap('下一步')
  await tap('发出去')
  cleanup()
  render(<SpeakUp />)
  await choose(/^路灯/)
  await type(/说说怎么回事/, '又一件')
  await tap('下一步')
  await tap('发出去')
  const [first, again, next] = mockKeys
  expect(first).toMatch(/./)
  expect(again).toBe(first)
  expect(next).not.toBe(first)
})

const cloud = {
  answers: (does: boolean) => void (mockDies = !does),
  keys: () => mockKeys,
}

test.each([
  ['edit', '补充情况', /补充情况/, '补充上去'],
  ['answer', '回答', /您的回答/, '回答'],
  ['reopen', '没有办好', /哪里没有办好/, '没有办好，重新办'],
] as const)('words that somebody adds outlive the program: %s', async (may, way, field, sends) => {
  mockAnswers['feedback.show'] = { ...one, may: [may] }
  const openFor = (forResident?: string) => async () => {
    mockParams = { case: 'dl_fc1', ...(forResident !== undefined && { forResident }) }
    render(<CasePage />)
    await tap(way)
  }
  await outlivesTheProgram(
    {
      open: openFor(),
      openOther: openFor('dl_pchild'),
      write: () => type(field, '后门那盏也不亮'),
      words: '后门那盏也不亮',
      send: () => tap(sends),
    },
    cloud,
  )
  expect(mockSent).toMatchObject(Array(2).fill([`feedback.${may}`, { words: '后门那盏也不亮' }]))
})

test('what somebody thinks of how it was done outlives the program', async () => {
  const openOf = (id: string) => async () => {
    mockParams = { case: id }
    mockAnswers['feedback.show'] = { ...one, id }
    render(<CasePage />)
    await tap('办好了，评一评')
  }
  await outlivesTheProgram(
    {
      open: openOf('dl_fc1'),
      openOther: openOf('dl_fc2'),
      write: async () => {
        await choose('很满意')
        await type(/还想说一句/, '谢谢小赵')
      },
      words: '谢谢小赵',
      send: () => tap('确认办好了'),
    },
    cloud,
  )
  expect(mockSent.at(-1)?.[1]).toMatchObject({ stars: 5, words: '谢谢小赵' })
})

test('a picture taken for more words is there again, and goes with them', async () => {
  mockParams = { case: 'dl_fc1' }
  mockAnswers['feedback.show'] = { ...one, may: ['edit'] }
  onlineManager.setOnline(false)
  render(<CasePage />)
  await tap('补充情况')
  await tap('拍照或选照片')
  await seen('照片已经存在手机里')
  cleanup()
  onlineManager.setOnline(true)
  render(<CasePage />)
  await tap('补充情况')
  await seen('第 1 张，已经传好了')
  await type(/补充情况/, '是这一盏')
  await tap('补充上去')
  expect(mockSent).toMatchObject([['feedback.edit', { photos: ['cloud://photo-1'] }]])
  expect(mockKept.size).toBe(0)
})

test('who begins anew has an empty form and another key', async () => {
  mockDies = true
  render(<SpeakUp />)
  await choose(/^路灯/)
  await type(/说说怎么回事/, '门口一片黑')
  await tap('下一步')
  await tap('发出去')
  cleanup()
  render(<SpeakUp />)
  await tap('不要了，重新说')
  expect(screen.queryByText('您上次没说完的还在')).toBeNull()
  expect(screen.queryByDisplayValue('门口一片黑')).toBeNull()
  await choose(/^路灯/)
  await type(/说说怎么回事/, '电梯坏了')
  await tap('下一步')
  await tap('发出去')
  expect(mockKeys[1]).not.toBe(mockKeys[0])
})

test('what is changed after the program died is another message: no word of it is lost', async () => {
  mockDies = true
  render(<SpeakUp />)
  await choose(/^路灯/)
  await type(/说说怎么回事/, '门口一片黑')
  await tap('下一步')
  await tap('发出去')
  cleanup()
  render(<SpeakUp />)
  await type(/说说怎么回事/, '门口一片黑，有人摔了')
  await tap('下一步')
  await tap('发出去')
  const [first, changed] = mockKeys
  expect(changed).not.toBe(first)
})

test('what was begun in one centre is not there in another', async () => {
  render(<SpeakUp />)
  await type(/说说怎么回事/, '门口一片黑')
  cleanup()
  chooseCentre('other')
  render(<SpeakUp />)
  await seen('报警 110')
  expect(screen.queryByDisplayValue('门口一片黑')).toBeNull()
})

test('what nobody went on with for a month goes, pictures too', async () => {
  await tellsWithoutNetwork()
  cleanup()
  onlineManager.setOnline(true)
  mockAnswers['feedback.mine'] = []
  learnTime(at + 29 * 86_400_000)
  render(<MyCases />)
  await seen('有一件还没发出去')
  cleanup()
  learnTime(at + 31 * 86_400_000)
  // Whichever form is opened.
  mockParams = { case: 'dl_fc1' }
  mockAnswers['feedback.show'] = { ...one, may: ['edit'] }
  render(<CasePage />)
  await tap('补充情况')
  expect(mockKept.size).toBe(0)
  expect(Taro.getStorageInfoSync().keys.filter((key) => key.includes('speakUp'))).toEqual([])
})

test('what waits for the network is kept once: the draft beside it goes', async () => {
  render(<SpeakUp />)
  await type(/说说怎么回事/, '门口一片黑')
  cleanup()
  mockWaiting = true
  render(<SpeakUp />)
  await seen('网络不好，已经替您记下')
  cleanup()
  mockWaiting = false
  render(<SpeakUp />)
  expect(screen.queryByText('您上次没说完的还在')).toBeNull()
})

/** Somebody stands at the broken lamp, where no network is, and tells of it with a picture. */
const tellsWithoutNetwork = async () => {
  onlineManager.setOnline(false)
  render(<SpeakUp />)
  await choose(/^路灯/)
  await tap('拍照或选照片')
  await seen('照片已经存在手机里')
  await tap('下一步')
  await tap('发出去')
  await seen('照片和录音还没传完')
  expect(mockSent).toEqual([])
}

test('a picture taken without a network goes with the message when the network is back', async () => {
  await tellsWithoutNetwork()
  act(() => onlineManager.setOnline(true))
  await waitFor(() =>
    expect(mockSent).toMatchObject([['feedback.submit', { photos: ['cloud://photo-1'] }]]),
  )
  expect(mockKept.size).toBe(0)
})

test('it is still there after the program was closed, and goes once the page is open and the network back', async () => {
  await tellsWithoutNetwork()
  cleanup()
  onlineManager.setOnline(true)
  render(<SpeakUp />)
  await waitFor(() =>
    expect(mockSent).toMatchObject([['feedback.submit', { photos: ['cloud://photo-1'] }]]),
  )
})

test('who left while it waited finds it where their messages are, and not any more once it is sent', async () => {
  await tellsWithoutNetwork()
  cleanup()
  mockAnswers['feedback.mine'] = []
  render(<MyCases />)
  await open(/有一件还没发出去/)
  expect(mockWent.at(-1)).toEqual(['speakUp', {}])
  cleanup()
  onlineManager.setOnline(true)
  render(<SpeakUp />)
  await waitFor(() => expect(mockSent).toHaveLength(1))
  cleanup()
  render(<MyCases />)
  await seen('还没有反映过')
  expect(screen.queryByText('有一件还没发出去')).toBeNull()
})

test('who thinks better of it in the meantime sends nothing', async () => {
  await tellsWithoutNetwork()
  await tap('先不发，再改一改')
  act(() => onlineManager.setOnline(true))
  await tap('上一步')
  await seen('第 1 张，已经传好了')
  expect(mockSent).toEqual([])
})

test('no step asks for more than five things, all of them open', async () => {
  mockAnswers['feedback.staffAround'] = {
    people: [{ id: 'dl_pzhao', name: '赵*', of: '第一网格', role: 'gridWorker' }],
  }
  render(<SpeakUp />)
  const asked = () =>
    ['radiogroup', 'textbox', 'switch'].flatMap((role) => screen.queryAllByRole(role)).length
  // And the sound and the pictures, which are no elements of a form.
  expect(asked() + 2).toBeLessThanOrEqual(5)
  await choose(/^路灯/)
  await type(/说说怎么回事/, '没人理')
  await tap('下一步')
  await tap(/^不想写名字/)
  expect(asked() + 1).toBeLessThanOrEqual(5)
})

test('who points at the map says whose staff it goes to, and sends words of where', async () => {
  mockAnswers['residents.listPlaces'] = {
    items: [{ id: 'dl_chun-7', kind: 'building', name: '7号楼' }],
  }
  render(<SpeakUp />)
  await choose(/^路灯/)
  await type(/说说怎么回事/, '不亮')
  await tap('下一步')
  await open(/静安里社区 12号楼/)
  await tap('不在楼里，在地图上指')
  await seen('地图上指好了：东门')
  await tap('发出去')
  await seen('请选一选它在哪个社区')
  expect(mockSent).toEqual([])
  await choose('7号楼')
  await tap('发出去')
  expect(mockSent).toMatchObject([
    ['feedback.submit', { place: { latitude: 38.9, near: 'dl_chun-7', where: '东门' } }],
  ])
})

test('what no name means is said before it is sent', async () => {
  mockAnswers['feedback.staffAround'] = {
    people: [{ id: 'dl_pzhao', name: '赵*', of: '第一网格', role: 'gridWorker' }],
  }
  render(<SpeakUp />)
  await choose(/^路灯/)
  await type(/说说怎么回事/, '没人理')
  await tap('下一步')
  await tap(/^不想写名字/)
  await tap(/^不写名字/, 'switch')
  await seen('只有遇到危险或者违法的事')
  await choose(/^赵\*，?.*第一网格 · 网格员/)
  await tap('发出去')
  expect(mockSent).toMatchObject([['feedback.submit', { anonymous: true, aboutStaff: 'dl_pzhao' }]])
})

const nearby = {
  cases: [
    {
      ...{ id: 'dl_fc9', number: '2026-0009', category: '路灯', place: '3号楼', state: 'taken' },
      ...{ level: 'grid', at, joined: 1, follows: false },
    },
  ],
}

test('what others reported nearby is joined by one tap', async () => {
  mockAnswers['feedback.similar'] = nearby
  render(<SpeakUp />)
  await choose(/^路灯/)
  await tap(/^我也遇到了，3号楼 · 路灯 · 处理中/)
  expect(mockSent).toEqual([['feedback.join', { case: 'dl_fc9' }]])
  expect(mockWent).toEqual([['case', { case: 'dl_fc9' }]])
})

test('who has written something already is asked before it is given up for what a neighbour reported', async () => {
  mockAnswers['feedback.similar'] = nearby
  render(<SpeakUp />)
  await choose(/^路灯/)
  await type(/说说怎么回事/, '门口的灯也不亮')
  await tap(/^我也遇到了，3号楼 · 路灯 · 处理中/)
  expect(mockSent).toEqual([])
  await tap('继续写我的')
  await seen('门口的灯也不亮')
  await tap(/^我也遇到了，3号楼 · 路灯 · 处理中/)
  await tap('跟着邻居的')
  expect(mockSent).toEqual([['feedback.join', { case: 'dl_fc9' }]])
  expect(mockWent).toEqual([['case', { case: 'dl_fc9' }]])
})

test('a case says how it stands, who did what, and what becomes of a picture', async () => {
  mockParams = { case: 'dl_fc1' }
  render(<CasePage />)
  await seen('办好了，等居民确认')
  await seen('网格员 赵* 说办好了')
  await seen('您 补充了情况')
  await seen('第 1 张照片正在检查')
  await seen('2 位邻居也遇到了')
})

test('who says that it is solved says how it was done', async () => {
  mockParams = { case: 'dl_fc1' }
  render(<CasePage />)
  await tap('办好了，评一评')
  await tap('确认办好了')
  await seen('请先选一个')
  await choose('很满意')
  await tap('确认办好了')
  expect(mockSent).toEqual([['feedback.confirm', { case: 'dl_fc1', stars: 5, words: '' }]])
})

test('who took pictures may say that everybody may see them, and nobody says it for them', async () => {
  mockAnswers['feedback.show'] = { ...one, showable: true }
  mockParams = { case: 'dl_fc1', forResident: 'dl_pchild' }
  render(<CasePage />)
  await tap('办好了，评一评')
  expect(screen.queryByRole('switch')).toBeNull()
  cleanup()
  mockParams = { case: 'dl_fc1' }
  render(<CasePage />)
  await tap('办好了，评一评')
  await choose('很满意')
  await tap(/我拍的照片可以公开/, 'switch')
  await tap('确认办好了')
  expect(mockSent).toEqual([
    ['feedback.confirm', { case: 'dl_fc1', stars: 5, words: '', mayShow: true }],
  ])
})

test('what is not solved needs a word, and a relative says it for them', async () => {
  mockParams = { case: 'dl_fc1', forResident: 'dl_pchild' }
  render(<CasePage />)
  await tap('没有办好')
  await tap('没有办好，重新办')
  await seen('请写一句哪里没有办好')
  await type(/哪里没有办好/, '还是不亮')
  await tap('没有办好，重新办')
  expect(mockSent).toEqual([
    [
      'feedback.reopen',
      { case: 'dl_fc1', words: '还是不亮', photos: [], forResident: 'dl_pchild' },
    ],
  ])
})

test('taking it back is asked once more', async () => {
  mockParams = { case: 'dl_fc1' }
  mockAnswers['feedback.show'] = { ...one, state: 'taken', may: ['edit', 'withdraw'] }
  render(<CasePage />)
  await tap('不用办了，撤回')
  expect(mockSent).toEqual([])
  await inSheet('是的，撤回')
  expect(mockSent).toEqual([['feedback.withdraw', { case: 'dl_fc1' }]])
})

test('who joined reads no words of another and may leave', async () => {
  mockParams = { case: 'dl_fc1' }
  mockAnswers['feedback.show'] = { ...one, mine: false, text: '', may: ['leaveJoin'] }
  render(<CasePage />)
  await seen('等反映的人确认')
  expect(screen.queryByText('您说的')).toBeNull()
  await tap('不跟这件事了')
  await inSheet('是的，不跟了')
  expect(mockSent).toEqual([['feedback.leaveJoin', { case: 'dl_fc1' }]])
})

test('whose message became part of another case goes there, and is asked whether it is solved', async () => {
  mockParams = { case: 'dl_fc1' }
  mockAnswers['feedback.show'] = { ...one, state: 'merged', may: [], into: 'dl_fc2' }
  render(<CasePage />)
  await tap('看一起办的那一件')
  expect(mockWent).toEqual([['case', { case: 'dl_fc2' }]])
  cleanup()
  const other = { ...one, mine: false, text: '', may: ['confirm', 'reopen', 'leaveJoin'] }
  mockAnswers['feedback.show'] = { ...other, state: 'confirmed' }
  render(<CasePage />)
  await seen('另一位反映的人说办好了')
  await tap('没有办好')
  await type(/哪里没有办好/, '我家那盏不亮')
  await tap('没有办好，重新办')
  expect(mockSent).toMatchObject([['feedback.reopen', { words: '我家那盏不亮' }]])
})

test('the list leads to each case, and to those of my family', async () => {
  mockAnswers['feedback.mine'] = [one]
  render(<MyCases />)
  await tap(/^路灯 · 静安里社区 12号楼.*办好了，等居民确认/, 'link')
  await tap('小宝反映的', 'link')
  await tap(/^办好的事/, 'link')
  expect(mockWent).toEqual([
    ['case', { case: 'dl_fc1' }],
    ['myCases', { forResident: 'dl_pchild' }],
    ['solvedBoard', undefined],
  ])
})
