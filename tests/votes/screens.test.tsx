import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import Taro from '@tarojs/taro'
import { cleanup, render, waitFor } from '@testing-library/react/pure'
import * as v from 'valibot'
import type { ComponentType } from 'react'
import { CallError } from '@/src/api/call'
import { chooseCentre } from '@/src/api/centre'
import { learnTime } from '@/src/api/clock'
import { submitKey, type Submit } from '@/src/queries/client'
import { refreshMode } from '@/src/design/mode'
import OwnerAnswerPage from '@/src/packages/votes-staff/answer'
import OwnersCountPage from '@/src/packages/votes-staff/count'
import OwnersCountOpen from '@/src/packages/votes-staff/count-open'
import VoteDoors from '@/src/packages/votes-staff/doors'
import StaffVotes from '@/src/packages/votes-staff/list'
import VoteOpen from '@/src/packages/votes-staff/open'
import OwnersEnter from '@/src/packages/votes-staff/owners'
import { readOwners } from '@/src/packages/votes-staff/owners/read'
import VotePaper from '@/src/packages/votes-staff/paper'
import VotePapers from '@/src/packages/votes-staff/papers'
import StaffVote from '@/src/packages/votes-staff/vote'
import Votes from '@/src/packages/votes/list'
import VotePage from '@/src/packages/votes/one'
import Recount from '@/src/packages/votes/recount'
import { votes } from '@/types/votes'
import { choose, inSheet, leaveScreen, open, seen, tap, type } from '../support/screens'

// The screens as people meet them: what the cloud answers, and what they send, are held against the contract.

let params: Record<string, string> = {}
jest.mock('@tarojs/taro', () => ({
  ...jest.requireActual<object>('@tarojs/taro'),
  __esModule: true,
  useRouter: () => ({ params }),
}))
jest.mock('@/src/queries/client', () => ({ submitKey: ['submit'], retryDelay: 0 }))
jest.mock('@/src/platform/chooseFile', () => ({
  choosePicture: () => Promise.resolve({ name: 'a.png', size: 9, local: 'blob:a' }),
}))
jest.mock('@/src/api/upload', () => ({ upload: () => Promise.resolve('cloud://env.bucket/a') }))

const answers: Record<string, unknown> = {}
const sent: Submit[] = []
jest.mock('@/src/api/call', () => {
  const actual = jest.requireActual<{ CallError: typeof CallError }>('@/src/api/call')
  return {
    ...actual,
    call: (module: 'votes', procedure: string) => {
      const value = answers[`${module}.${procedure}`]
      return value === undefined
        ? Promise.reject(new actual.CallError(module, 'Offline'))
        : Promise.resolve(value)
    },
  }
})

type Name = keyof typeof votes.procedures

/** What the cloud answers, as the contract has it. */
const answer = (procedure: Name, value: unknown) => {
  answers[`votes.${procedure}`] = v.parse(votes.procedures[procedure].output, value)
}
const page = (...items: readonly unknown[]) => ({ items, next: null })
const opened: string[] = []
const at = Date.parse('2026-11-21T09:00:00+08:00')
const me = { id: 'dl_pli', name: '李秀英' }

const node = (id: string, kind: string, name: string, parent: string | null) => ({
  ...{ id, kind, name, parent, owner: null, deputy: null, awayUntil: null },
})

const inMode = (mode: 'normal' | 'elder') => {
  Taro.setStorageSync('design.mode', mode)
  refreshMode()
}

beforeEach(() => {
  learnTime(at)
  inMode('normal')
  params = { id: 'dl_vt1' }
  for (const list of [sent, opened]) list.length = 0
  for (const name of Object.keys(answers)) delete answers[name]
  const role = { role: 'communityStaff', node: 'dl_jing', nodeName: '静安里社区', until: null }
  Object.assign(answers, {
    'residents.me': { person: me, dependants: [], roles: [role] },
    'residents.getPerson': { id: 'dl_pwang', name: '王芳', homeName: '静安里社区 12号楼' },
    'residents.findPeople': page({
      ...{ id: 'dl_pwang', name: '王芳', birthYear: 1970, homeName: '静安里社区 12号楼' },
      ...{ phoneMasked: null, verifiedUntil: null },
    }),
    'residents.listNodes': {
      items: [
        node('dl_centre', 'centre', '党群服务中心', null),
        node('dl_jing', 'community', '静安里社区', 'dl_centre'),
        node('dl_jing-12', 'building', '12号楼', 'dl_jing'),
        node('dl_chun', 'community', '春柳社区', 'dl_centre'),
      ],
    },
    'centre.today': { phone: '0411-84000000' },
  })
  seed()
  Object.assign(Taro, {
    navigateTo: ({ url }: { url: string }) => Promise.resolve(opened.push(url)),
    redirectTo: ({ url }: { url: string }) => Promise.resolve(opened.push(url)),
    navigateBack: () => Promise.resolve(opened.push('back')),
    getCurrentPages: () => [1, 2],
    pageScrollTo: () => Promise.resolve(),
  })
})

afterEach(leaveScreen)

const show = (Screen: ComponentType) => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  client.setMutationDefaults(submitKey, {
    mutationFn: (submit: Submit) => {
      sent.push(submit)
      const value = answers[`${submit.module}.${submit.procedure}`] ?? {}
      return value instanceof CallError ? Promise.reject(value) : Promise.resolve(value)
    },
  })
  render(
    <QueryClientProvider client={client}>
      <Screen />
    </QueryClientProvider>,
  )
}

/** What was sent, as the contract takes it, without its key. */
const sentAs = async (procedure: Name) => {
  await waitFor(() => expect(sent).toHaveLength(1))
  const [{ procedure: called, input } = { procedure: '', input: {} }] = sent
  expect(called).toBe(procedure)
  const { key, ...rest } = v.parse(votes.procedures[procedure].input, input) as { key: string }
  expect(key).not.toBe('')
  return rest
}

/** A day of a field of three parts. */
const day = async (label: string, [year, month, date]: readonly [string, string, string]) => {
  await type(new RegExp(`^${label}.*年`), year)
  await type(new RegExp(`^${label}.*月`), month)
  await type(new RegExp(`^${label}.*日$`), date)
}

const hour = 3_600_000
const half = { numerator: 1, denominator: 2 }
const base = {
  ...{ id: 'dl_vt1', kind: 'households', question: '晚上十点以后关西门，好不好？' },
  ...{
    node: 'dl_jing',
    nodeName: '静安里社区',
    from: at - hour,
    until: at + 72 * hour,
    state: 'open',
  },
  ...{ yesNo: true, households: 3, cameLater: null, result: null, ownersResult: null },
  ...{ papersLeft: null, proposal: null },
}
const whole = {
  ...base,
  ...{ explanation: '东门开着。', options: ['同意', '不同意'], ownerRules: null, because: null },
  rules: { quorum: half, majority: half, moreThan: true },
}
const ballot = {
  ...{ choice: null, by: null, byMe: false, at: null, how: null, paperWaits: false },
  receipt: 'abcd-efgh-jkmn',
}
const mine = { cannot: null, ballot, owners: [] }
const result = {
  ...{ households: 3, ballots: 2, counts: [2, 0], enough: true, most: 0, carried: true },
}
const forStaff = {
  ...whole,
  ...{ voted: 1, openedBy: '钱社工', mayCallOff: true, mayRemind: true },
}
const owner = {
  ...{ id: 'dl_ow1', unit: '1-101', owner: 'dl_on1', name: '李秀英', area: 8950 },
  ...{ person: null, answer: null },
  ...{ how: null, enteredBy: null, photo: null, at: null },
}
const none = { owners: 0, area: 0 }
const draft = {
  ...{ owners: 1, units: 1, area: 8950, took: none, yes: none, enough: false, carried: false },
}
const count = {
  ...{ ...forStaff, kind: 'owners', rules: null, question: '二单元加装电梯' },
  ownerRules: {
    turnout: { numerator: 2, denominator: 3 },
    yes: { numerator: 3, denominator: 4 },
  },
}

const seed = () => {
  answer('list', page(base))
  answer('voted', { items: [{ vote: base.id, voted: false }] })
  answer('get', { ...whole, mine })
  answer('listForStaff', page(base, { ...base, id: 'dl_vt2', kind: 'owners' }))
  answer('turnout', {
    vote: forStaff,
    papersWait: 1,
    buildings: [{ id: 'dl_jing-12', name: '12号楼', households: 3, voted: 1 }],
  })
  answer(
    'notVoted',
    page({
      ...{ id: 'dl_hb1', building: 'dl_jing-12', door: '12号楼 2单元302室', paperWaits: false },
      people: [{ id: 'dl_pwang', name: '王芳' }],
    }),
  )
  answer(
    'papersToCheck',
    page({
      ...{ ballot: 'dl_hb1', door: '12号楼 2单元302室', person: '王芳', choice: 1 },
      ...{ photo: 'https://x/a.png', enteredBy: '赵网格员', enteredByMe: false, at },
    }),
  )
  answer('preview', { households: 300, withVoter: 120 })
  answer('ownersCount', { vote: count, owners: [owner], draft })
}

describe('the ballot of a household', () => {
  test.each(['normal', 'elder'] as const)(
    'in %s: one question, then once more in plain words, then the receipt',
    async (mode) => {
      inMode(mode)
      show(VotePage)
      await tap('投您家的一票')
      await tap('选好了')
      await seen('请先选一个')
      await choose('不同意')
      await tap('选好了')
      await seen('您家投的是')
      await seen('结束以前，您和家里的大人还能改')
      expect(sent).toEqual([])
      answers['votes.cast'] = { ...whole, mine: { ...mine, ballot: { ...ballot, choice: 1 } } }
      await tap('对，投这一票')
      expect(await sentAs('cast')).toEqual({ vote: 'dl_vt1', choice: 1 })
      await seen('abcd-efgh-jkmn')
    },
  )

  test('says what the household chose and who did, and lets it be changed', async () => {
    const cast = { ...ballot, choice: 0, by: '李建国', at, how: 'phone', paperWaits: true }
    answer('get', { ...whole, mine: { ...mine, ballot: cast } })
    show(VotePage)
    await seen('李建国 今天 上午 9:00 投的')
    await seen('不是您家签的，请马上打电话给社区')
    await tap('改您家的票')
    await seen('您家选哪个')
  })

  test('says what to do where somebody cannot vote, and offers no button', async () => {
    answer('get', { ...whole, mine: { cannot: 'NotVerified', ballot: null, owners: [] } })
    show(VotePage)
    await seen('请带身份证到服务台')
    expect(document.body.textContent).not.toContain('投您家的一票')
  })

  test('the list says where my household has not voted yet', async () => {
    chooseCentre('dl')
    show(Votes)
    await seen('打电话给社区')
    await open(/您家还没投/)
    expect(opened[0]).toContain('id=dl_vt1')
  })
})

describe('the result', () => {
  const ended = { ...whole, state: 'ended', result, mine: { ...mine, cannot: 'VoteOver' } }
  const published = [
    { receipt: 'abcd-efgh-jkmn', choice: 0 },
    { receipt: 'pqrs-tuvw-xyz2', choice: 0 },
  ]

  test('is said in one sentence and can be counted again', async () => {
    answer('get', ended)
    show(VotePage)
    await seen('3 户里有 2 户投了票，通过了')
    await tap('重新数一遍')
    expect(opened[0]).toContain('recount')
  })

  test('the phone counts the same, and shows the ballot of the household', async () => {
    const own = { ...ballot, choice: 0 }
    answer('get', { ...ended, mine: { ...ended.mine, ballot: own } })
    answer('ballots', { ballots: published, next: null })
    show(Recount)
    await seen('您的手机数了 2 张票，和公布的一样')
    await seen('您家的票在里面')
  })

  test('the phone says so when it counts otherwise', async () => {
    answer('get', ended)
    answer('ballots', { ballots: [published[0], { ...published[1], choice: 1 }], next: null })
    show(Recount)
    await seen('您的手机数出来的和公布的不一样')
  })
})

describe('an owner', () => {
  test('answers for their own unit after being asked once more', async () => {
    const own = { id: 'dl_ow1', units: ['1-101', '1-201'], area: 8950, answer: null }
    answer('get', { ...whole, kind: 'owners', mine: { ...mine, ballot: null, owners: [own] } })
    show(VotePage)
    await seen('1-101、1-201（2 套，算一位业主），89.50 平方米')
    await choose('同意')
    await tap('就这样答')
    await inSheet('对，就这样答')
    expect(await sentAs('answerAsOwner')).toEqual({
      ...{ vote: 'dl_vt1', owner: 'dl_ow1', answer: 'agree' },
    })
  })
})

describe('staff', () => {
  test('open a vote step by step, with its rules as fractions, and are told that nothing changes then', async () => {
    answers['votes.open'] = { ...forStaff, id: 'dl_vt9' }
    params = {}
    show(VoteOpen)
    await tap('下一步')
    await seen('请写上问大家什么')
    await type(/^问题/, '种什么树')
    await choose('几样里选一样')
    await type(/^有哪几样/, '桂花\n玉兰')
    // The phone rings, the program dies.
    cleanup()
    show(VoteOpen)
    await seen('您上次没写完的还在')
    await tap('下一步')
    await choose('静安里社区')
    await tap('下一步')
    await day('哪一天结束', ['2026', '11', '28'])
    await type(/^几点结束.*点$/, '18')
    await type(/^几点结束.*分$/, '00')
    await tap('下一步')
    await choose('三分之二的住户')
    await choose(/^三分之二以上/)
    await tap('下一步')
    await seen('300 户')
    await seen('问题、规矩和名单都不能再改')
    await tap('就这样，开始表决')
    expect(await sentAs('open')).toMatchObject({
      draft: {
        ...{ node: 'dl_jing', question: '种什么树', options: ['桂花', '玉兰'] },
        until: Date.parse('2026-11-28T18:00:00+08:00'),
        rules: {
          quorum: { numerator: 2, denominator: 3 },
          majority: { numerator: 2, denominator: 3 },
          moreThan: false,
        },
      },
    })
    // Another community is not mine to ask.
    expect(document.body.textContent).not.toContain('春柳')
    cleanup()
    show(VoteOpen)
    await seen('问大家什么')
    expect(document.body.textContent).not.toContain('您上次没写完的还在')
  })

  test('see how many voted in each building and never what', async () => {
    show(StaffVote)
    await seen('1 户投了，共 3 户')
    expect(document.body.textContent).not.toMatch(/同意：\d/)
    await tap('提醒还没投的')
    expect(await sentAs('remind')).toEqual({ vote: 'dl_vt1' })
  })

  test('of a grid neither remind the whole community nor call it off', async () => {
    const role = { role: 'gridWorker', node: 'dl_jing-grid', nodeName: '一网格', until: null }
    answers['residents.me'] = { person: me, dependants: [], roles: [role] }
    show(StaffVote)
    await seen('1 张纸质票等人核对')
    expect(document.body.textContent).not.toMatch(/提醒还没投的|取消这次表决/)
  })

  test('read in the record how many papers were left', async () => {
    answer('turnout', {
      vote: { ...forStaff, state: 'ended', result, papersLeft: 2, mayCallOff: false },
      papersWait: 2,
      buildings: [],
    })
    show(StaffVote)
    await seen('没有核对的纸质票：2 张')
  })

  test('call a vote off only with a reason', async () => {
    show(StaffVote)
    await tap('取消这次表决')
    await inSheet('是的，取消')
    await seen('请写一句原因')
    await type(/^为什么取消/, '物业改了办法')
    await inSheet('是的，取消')
    expect(await sentAs('callOff')).toEqual({ vote: 'dl_vt1', because: '物业改了办法' })
  })

  test('go from door to door with a list that prints', async () => {
    show(VoteDoors)
    await seen('打印上门名单')
    await open(/12号楼 2单元302室，王芳/)
    expect(opened[0]).toContain('person=dl_pwang')
  })

  test('enter a signed paper with its picture', async () => {
    params = { id: 'dl_vt1', person: 'dl_pwang' }
    show(VotePaper)
    await choose('不同意')
    await tap('录好了')
    await seen('请先拍一张照片')
    await tap(/^拍一张/)
    await seen('重新拍一张')
    await tap('录好了')
    expect(await sentAs('enterPaper')).toEqual({
      ...{ vote: 'dl_vt1', person: 'dl_pwang', choice: 1, photo: 'cloud://env.bucket/a' },
    })
  })

  test('look at a paper somebody else entered; their own they cannot check', async () => {
    show(VotePapers)
    await tap(/^一样，算数/)
    expect(await sentAs('checkPaper')).toEqual({
      ...{ vote: 'dl_vt1', ballot: 'dl_hb1', right: true },
    })
    cleanup()
    const [own] = (answers['votes.papersToCheck'] as { items: object[] }).items
    answer('papersToCheck', page({ ...own, enteredByMe: true }))
    show(VotePapers)
    await seen('这张是您录的')
    expect(document.body.textContent).not.toContain('一样，算数')
  })

  test('reach votes and counts of their nodes', async () => {
    show(StaffVotes)
    await seen('正在投票')
    await seen('打印名单')
  })
})

describe('the owners of a building', () => {
  test('are entered, and the line that says something else is named', async () => {
    show(OwnersEnter)
    expect(readOwners('2-301 李秀英 89.5\n\n2-302\t大众 物业\t100')).toEqual({
      owners: [
        { unit: '2-301', name: '李秀英', area: 8950 },
        { unit: '2-302', name: '大众 物业', area: 10_000 },
      ],
      wrong: null,
    })
    expect(readOwners('2-301 李秀英 89.50\n2-302 王芳')).toMatchObject({ wrong: 2 })
    expect(readOwners('2-301 李秀英 0')).toMatchObject({ wrong: 1 })
    await type(/^业主/, '1-101 李秀英')
    await tap('录进去')
    await seen('第 1 行没有看懂')
    await type(/^业主/, '1-101 李秀英 89.50')
    await tap('录进去')
    expect(await sentAs('saveOwners')).toEqual({
      vote: 'dl_vt1',
      owners: [{ unit: '1-101', name: '李秀英', area: 8950 }],
    })
  })

  test('are counted as a draft for the paper that is signed', async () => {
    show(OwnersCountPage)
    await seen('这是草稿')
    await seen('打印签字的表')
    await open(/^1-101 李秀英/)
    expect(opened[0]).toContain('owner=dl_ow1')
  })

  test('of several units count once, which staff read before they begin', async () => {
    const other = { ...owner, id: 'dl_ow2', unit: '1-201' }
    answer('ownersCount', {
      vote: { ...count, state: 'preparing' },
      owners: [owner, other],
      draft: { ...draft, units: 2 },
    })
    show(OwnersCountPage)
    await seen('共 2 套，算一位业主')
    await tap('名单齐了，开始收意见')
    await seen('一共 2 套、1 位业主')
    await seen('李秀英：1-101、1-201')
  })

  test('of a count that was called off begin another', async () => {
    answer('ownersCount', {
      vote: { ...count, state: 'calledOff', because: '没有开始收意见', mayCallOff: false },
      ...{ owners: [owner], draft },
    })
    show(OwnersCountPage)
    await open(/^照这份名单再开一次/)
    expect(opened[0]).toContain('copy=dl_vt1')
    cleanup()
    answers['votes.openCount'] = { ...count, id: 'dl_vt9' }
    params = { copy: 'dl_vt1' }
    show(OwnersCountOpen)
    await tap('下一步')
    await seen('业主照上次的名单')
    await day('哪一天结束', ['2026', '12', '20'])
    await type(/^几点结束.*点$/, '18')
    await type(/^几点结束.*分$/, '00')
    await tap('开好，看名单')
    expect(await sentAs('openCount')).toMatchObject({
      draft: { node: 'dl_jing', copy: 'dl_vt1', question: '二单元加装电梯' },
    })
  })

  test('answer on paper, entered with its picture', async () => {
    params = { id: 'dl_vt1', owner: 'dl_ow1' }
    show(OwnerAnswerPage)
    await choose('弃权')
    await tap(/^拍一张/)
    await seen('重新拍一张')
    await tap('记下来')
    expect(await sentAs('enterAnswer')).toEqual({
      ...{ vote: 'dl_vt1', owner: 'dl_ow1', answer: 'abstain', photo: 'cloud://env.bucket/a' },
    })
  })

  test('are asked by the shares the law names, unless said otherwise', async () => {
    answers['votes.openCount'] = { ...count, id: 'dl_vt9' }
    params = {}
    show(OwnersCountOpen)
    await type(/^什么事/, '加装电梯')
    cleanup()
    show(OwnersCountOpen)
    await seen('您上次没写完的还在')
    await tap('下一步')
    await choose('静安里社区 12号楼')
    await day('哪一天结束', ['2026', '12', '20'])
    await type(/^几点结束.*点$/, '18')
    await type(/^几点结束.*分$/, '00')
    await tap('开好，录业主')
    expect(await sentAs('openCount')).toMatchObject({
      draft: {
        node: 'dl_jing-12',
        rules: {
          turnout: { numerator: 2, denominator: 3 },
          yes: { numerator: 3, denominator: 4 },
        },
      },
    })
  })
})
