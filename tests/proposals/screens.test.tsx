import Taro from '@tarojs/taro'
import { cleanup, render, screen } from '@testing-library/react/pure'
import * as v from 'valibot'
import type { ComponentType } from 'react'
import { learnTime } from '@/src/api/clock'
import { refreshMode } from '@/src/design/mode'
import MeetingEdit from '@/src/packages/proposals-staff/meeting-edit'
import StaffMeeting from '@/src/packages/proposals-staff/meeting'
import MergeWishes from '@/src/packages/proposals-staff/merge'
import MeetingMinutes from '@/src/packages/proposals-staff/minutes'
import StaffProposal from '@/src/packages/proposals-staff/proposal'
import ProposalSettingsPage from '@/src/packages/proposals-staff/settings'
import ProposalsToDo from '@/src/packages/proposals-staff/to-do'
import StaffWish from '@/src/packages/proposals-staff/wish'
import MeetingCheckIn from '@/src/packages/proposals/check-in'
import Proposals from '@/src/packages/proposals/home'
import MeetingPage from '@/src/packages/proposals/meeting'
import MyVoices from '@/src/packages/proposals/mine'
import ProposalPage from '@/src/packages/proposals/proposal'
import ProposalWrite from '@/src/packages/proposals/proposal-write'
import MeetingTasks from '@/src/packages/proposals/tasks'
import WishPage from '@/src/packages/proposals/wish'
import WishWrite from '@/src/packages/proposals/wish-write'
import { proposals } from '@/types/proposals'
import { instantOf } from '@/types/shared/day'
import { outlivesTheProgram } from '../support/drafts'
import { choose, inSheet, leaveScreen, open, seen, tap, type } from '../support/screens'

// The screens as people meet them: what the cloud answers is held against the contract, what they send is kept.

let mockParams: Record<string, string> = {}
const mockAnswers: Record<string, unknown> = {}
let mockSent: [string, unknown][] = []
let mockWent: [string, unknown][] = []
let mockKeys: (string | undefined)[] = []
let mockDies = false
let mockScan: unknown
let mockRefused: unknown[] = []

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
jest.mock('@/src/queries/uploads', () => ({
  useUpload: () => ({ send: () => undefined, busy: false, percent: 0, error: null, again: null }),
}))
jest.mock('@/src/queries/scans', () => ({
  scan: (procedure: string, input: unknown) => (mockSent.push([procedure, input]), 'a-scan'),
  useScan: (_procedure: string, nonce: string | undefined) =>
    nonce === undefined ? undefined : mockScan,
  useKeptScans: () => [],
  useRefusedScans: () => mockRefused,
  forgetRefusedScan: (nonce: string) => void mockSent.push(['forget', nonce]),
}))
jest.mock('@/src/queries/hooks', () => {
  const idle = { error: null, isError: false, isFetching: false, fetchStatus: 'idle' }
  const read = (module: string, procedure: string) => ({
    ...idle,
    dataUpdatedAt: 0,
    refetch: () => undefined,
    hasNextPage: false,
    data: mockAnswers[`${module}.${procedure}`],
  })
  return {
    useRead: read,
    usePages: read,
    useSubmit: (module: string, procedure: string, keptKey?: string) => ({
      submit: (input: unknown, then?: { done?: (value: unknown) => void }) => {
        mockSent.push([`${module}.${procedure}`, input])
        mockKeys.push(keptKey)
        if (!mockDies) then?.done?.(mockAnswers[`${module}.${procedure}`] ?? {})
      },
      busy: false,
      waiting: false,
      error: null,
      value: undefined,
      reset: () => undefined,
    }),
  }
})

type Name = keyof typeof proposals.procedures
const answer = (procedure: Name, value: unknown) => {
  mockAnswers[`proposals.${procedure}`] = v.parse(proposals.procedures[procedure].output, value)
}
const pages = (procedure: Name, items: unknown[]) => {
  const { output } = proposals.procedures[procedure]
  const page = v.parse(output, { items, next: null }) as { items: unknown[] }
  mockAnswers[`proposals.${procedure}`] = page.items
}

const now = instantOf('2026-11-21', '08:30')
const card = {
  ...{ id: 'dl_wi1', title: '一副老花镜', words: '一位老人想要一副老花镜', category: 'living' },
  ...{ forWhom: 'elder', name: '李**', state: 'open', claimedBy: null, thanks: null, at: now },
}
const wish = {
  ...card,
  ...{ mine: false, person: { id: 'dl_pli', name: '' }, by: null, original: null, photos: [] },
  claimer: null,
  ...{ steps: [], reach: null, note: null, notePhotos: [], proposal: null },
  ...{ mayWithdraw: false, mayClaim: true, mayGiveBack: false, mayFulfil: false },
  ...{ mayConfirm: false, mayComplain: true },
}
const forStaff = {
  ...{ id: 'dl_wi1', state: 'waiting', todo: 'read', hidden: false, category: 'living' },
  listed: false,
  ...{ forWhom: 'elder', person: { id: 'dl_pli', name: '李奶奶' }, by: null },
  ...{ communityName: '静安里社区', original: '我想要一副老花镜', unchecked: false },
  ...{ showName: true, showPhone: false, public: null, claimedBy: null, note: null },
  ...{ thanks: null, toRead: null, reason: null, proposal: null, until: null, at: now },
}
const proposalCard = {
  ...{ id: 'dl_pr1', title: '楼前装一盏灯', category: 'facilities', nodeName: '静安里社区' },
  ...{ name: '李**', state: 'open', count: 12, threshold: 20, answerDue: null, decision: null },
  ...{ wishes: 0, at: now },
}
const proposal = {
  ...proposalCard,
  ...{ words: '晚上太黑。', photos: [], firstNames: [], wishTitles: [], until: now + 9e8 },
  ...{ answer: null, meeting: null, vote: null, project: null, reason: null },
  steps: [{ kind: 'published', at: now, words: null }],
  ...{ mine: false, proposer: null, signed: false, cannotSign: null, mayTakeBack: false },
  ...{ mayWithdraw: false, mayComplain: true },
}
const staffCard = {
  ...proposalCard,
  ...{ words: '晚上太黑。', until: now + 9e8, answer: null, meeting: null, vote: null },
  ...{ project: null, reason: null, node: 'dl_jing', person: { id: 'dl_pli', name: '李奶奶' } },
  ...{ by: null, unchecked: false, late: false, forStaff: true, hidden: false },
  ...{ listed: true, mayUndo: false, mayWithdraw: false },
}
const staffProposal = {
  ...{ ...staffCard, photos: [], firstNames: [], wishTitles: [], steps: proposal.steps },
  signers: [{ name: '王**', onPaper: true, at: now }],
}
const meetingCard = {
  ...{ id: 'dl_mt1', title: '十一月议事会', placeName: '二楼议事厅', nodeName: '静安里社区' },
  ...{ startsAt: instantOf('2026-11-25', '09:00'), endsAt: instantOf('2026-11-25', '11:00') },
  ...{ state: 'called', left: 28, seats: 30 },
}
const meeting = {
  ...meetingCard,
  agenda: [{ id: 'item-0', title: '楼前装一盏灯', proposal: 'dl_pr1', decision: null }],
  ...{ minutes: null, because: null, tasks: [], came: 0 },
  family: [
    {
      ...{ person: { id: 'dl_pli', name: '李奶奶' }, own: true, joined: false, here: null },
      ...{ mayJoin: true, mayLeave: false },
    },
  ],
}
const task = {
  ...{ id: 'dl_mk1', what: '找电工看线路', due: '2026-11-30', state: 'open', late: true },
  ...{
    note: null,
    noteHeld: false,
    meeting: 'dl_mt1',
    meetingTitle: '十一月议事会',
    item: '楼前装一盏灯',
  },
  ...{ owner: { id: 'dl_pw', name: '王师傅' }, at: now },
}
const staffMeeting = {
  ...meetingCard,
  ...{ agenda: meeting.agenda, minutes: null, because: null, tasks: [], came: 0, node: 'dl_jing' },
  ...{ rev: 2, invites: 'residents', mayTick: true },
  attenders: [
    { id: 'dl_pw', name: '王师傅', homeName: '12号楼 302', came: false, how: null, doubt: false },
  ],
}

const show = (Screen: ComponentType, params: Record<string, string> = {}) => {
  mockParams = params
  return render(<Screen />)
}

beforeEach(() => {
  Taro.clearStorageSync()
  refreshMode()
  mockSent = []
  mockWent = []
  mockKeys = []
  mockDies = false
  mockScan = undefined
  mockRefused = []
  for (const name of Object.keys(mockAnswers)) delete mockAnswers[name]
  learnTime(now)
  mockAnswers['residents.me'] = {
    person: { id: 'dl_pli', name: '李奶奶' },
    dependants: [],
    roles: [
      { role: 'communityStaff', node: 'dl_jing', nodeName: '静安里社区', until: null },
      { role: 'centreStaff', node: 'dl_centre', nodeName: '中心', until: null },
    ],
  }
  mockAnswers['residents.listPlaces'] = { items: [] }
  pages('wishes', [card])
  pages('proposals', [proposalCard])
  pages('meetings', [meetingCard])
  pages('myWishes', [card])
  pages('myProposals', [proposalCard])
  pages('myTasks', [task])
  answer('wish', wish)
  answer('proposal', proposal)
  answer('meeting', meeting)
  pages('wishesForStaff', [forStaff])
  pages('proposalsForStaff', [staffCard])
  pages('meetingsForStaff', [meetingCard])
  pages('tasksForStaff', [task])
  pages('complaintsForStaff', [
    {
      ...{ id: 'dl_pc1', of: 'wish', thing: 'dl_wi1', title: '一副老花镜', words: '说得不对' },
      ...{ state: 'waiting', answer: null, at: now },
    },
  ])
  answer('wishForStaff', { ...forStaff, photos: [], notePhotos: [], steps: [] })
  answer('proposalForStaff', staffProposal)
  answer('meetingForStaff', staffMeeting)
  answer('settings', {
    settings: { threshold: 20, answerDays: 10, collectDays: 60, wishDays: 30 },
    rev: 1,
  })
})
afterEach(leaveScreen)

test.each(['normal', 'elder'])(
  'everybody sees wishes, proposals and meetings (%s)',
  async (mode) => {
    Taro.setStorageSync('design.mode', mode)
    refreshMode()
    show(Proposals)
    await open(/^一副老花镜/)
    await tap('提案', 'tab')
    await seen('12 人联名，要 20 人')
    await open(/^楼前装一盏灯/)
    await tap('议事会', 'tab')
    await open(/^十一月议事会/)
    for (const row of [/^我的心愿和提案/, /^居民表决/, /^居民项目/, /^问卷/]) await open(row)
    expect(mockWent.map(([route]) => route)).toEqual([
      ...['wish', 'proposal', 'meeting', 'myVoices', 'votes', 'projects', 'surveys'],
    ])
  },
)

test('wishes that somebody does, and those that came true, are one tap away', async () => {
  pages('wishes', [])
  show(Proposals)
  await seen('现在没有等人认领的心愿')
  await tap('看有人在办的')
  await seen('现在没有正在办的心愿')
  await tap('看实现了的')
  await seen('还没有实现的心愿')
  await tap('看等人认领的')
  await seen('现在没有等人认领的心愿')
})

test('a wish is written in three steps, what is missing is named, and it says what others will see', async () => {
  show(WishWrite)
  await tap('下一步')
  await seen('请写一句，比如：想学会手机视频通话')
  await type(/^想要什么/, '我看报看不清')
  await tap('下一步')
  await choose(/^孩子/)
  await tap(/让大家看到我的姓/, 'switch')
  await tap('下一步')
  await seen('认领的人找社区转告')
  await tap('交给工作人员')
  expect(mockSent).toEqual([
    [
      'proposals.writeWish',
      {
        ...{ words: '我看报看不清', category: 'living', forWhom: 'child', photos: [] },
        ...{ showName: true, showPhone: false },
      },
    ],
  ])
  expect(mockWent).toEqual([['myVoices', { fresh: 'written' }]])
})

test('claiming says what it means before the yes; afterwards it says how to reach the wisher', async () => {
  show(WishPage, { wish: card.id })
  await tap('我来认领')
  await seen('认领以后，别人就不能再认领了')
  await tap('我来认领')
  expect(mockSent).toEqual([['proposals.claimWish', { wish: card.id }]])
})

test('who claimed sees the number that was agreed to, and says that it is done', async () => {
  answer('wish', {
    ...{ ...wish, state: 'claimed', mayClaim: false, mayFulfil: true, mayGiveBack: true },
    reach: { name: '李奶奶', phone: '13800000001' },
  })
  show(WishPage, { wish: card.id })
  await seen('请先打电话约好时间')
  await tap('办不了，让别人来')
  await inSheet('是的，让别人来')
  await tap('办好了')
  await tap('告诉许愿的人')
  await seen('请写一句，比如：眼镜配好')
  await type(/^怎么办好的/, '送到了')
  await tap('告诉许愿的人')
  expect(mockSent).toEqual([
    ['proposals.giveBackWish', { wish: card.id }],
    ['proposals.fulfilWish', { wish: card.id, note: '送到了', photos: [] }],
  ])
})

test('the wisher confirms with thanks, withdraws after being asked once more', async () => {
  answer('wish', {
    ...{ ...wish, mine: true, state: 'done', mayClaim: false, mayConfirm: true, mayWithdraw: true },
    ...{ person: { id: 'dl_pli', name: '李奶奶' }, original: '我想要一副老花镜', note: '送到了' },
  })
  show(WishPage, { wish: card.id })
  await seen('您写的（别人看不到）')
  await tap('收回这个心愿')
  await inSheet('是的，收回')
  await tap('实现了没有，说一声')
  await type(/^想说句谢谢吗/, '谢谢您')
  await tap('实现了，告诉他')
  expect(mockSent).toEqual([
    ['proposals.withdrawWish', { wish: card.id }],
    ['proposals.confirmWish', { wish: card.id, came: true, thanks: '谢谢您' }],
  ])
})

test('co-signing is asked once more; who may not is told why; what is wrong is told to staff', async () => {
  const { unmount } = show(ProposalPage, { proposal: 'dl_pr1' })
  await seen('还差 8 人')
  await tap('我也联名')
  await inSheet('是的，我联名')
  await tap('内容有问题，告诉社区')
  await type(/^说一说/, '说得不对')
  await inSheet('告诉社区')
  expect(mockSent).toEqual([
    ['proposals.coSign', { proposal: 'dl_pr1' }],
    ['proposals.complain', { of: 'proposal', thing: 'dl_pr1', words: '说得不对' }],
  ])
  unmount()
  answer('proposal', {
    ...{ ...proposal, cannotSign: 'NotVerified', state: 'owed', answerDue: '2026-12-04' },
  })
  show(ProposalPage, { proposal: 'dl_pr1' })
  await seen('联名要先确认居民身份')
  await seen('社区要在12月4日 星期五以前答复')
  expect(screen.queryByRole('button', { name: '我也联名' })).toBeNull()
})

test('who signed may take it back; an answer and what the meeting decided are read', async () => {
  answer('proposal', {
    ...{ ...proposal, signed: true, cannotSign: 'Signed', mayTakeBack: true, meeting: 'dl_mt1' },
    ...{ decision: 'adopted', answer: { words: '下个月装', at: now } },
  })
  show(ProposalPage, { proposal: 'dl_pr1' })
  await seen('议事会的结果：通过了')
  await seen('下个月装')
  await tap('退出联名')
  await inSheet('是的，退出')
  expect(mockSent).toEqual([['proposals.takeBackSignature', { proposal: 'dl_pr1' }]])
})

test('a proposal is written in three steps', async () => {
  show(ProposalWrite)
  await tap('下一步')
  await seen('请写几句，说说为什么要办')
  await type(/^想办什么事/, '装一盏灯')
  await type(/^为什么，怎么办/, '晚上太黑')
  await tap('下一步')
  await choose(/^我们这栋楼/)
  await tap('下一步')
  await seen('一个字也不改')
  await tap('交给工作人员')
  expect(mockSent).toEqual([
    [
      'proposals.writeProposal',
      {
        ...{ title: '装一盏灯', words: '晚上太黑', about: 'building', category: 'facilities' },
        photos: [],
      },
    ],
  ])
})

test('who may not propose yet hears it before they write', async () => {
  const { unmount } = show(ProposalWrite)
  await seen('写提案要先确认居民身份')
  unmount()
  const known = mockAnswers['residents.me'] as { person: object }
  const verification = { until: '2027-01-01', on: '2026-01-01', basis: 'resident' }
  mockAnswers['residents.me'] = { ...known, person: { ...known.person, verification } }
  show(ProposalWrite)
  await seen('照片发布以后大家都看得到')
  expect(document.body.textContent).not.toContain('写提案要先确认居民身份')
})

test('a meeting is joined in one tap; its minutes and who does what are read', async () => {
  const { unmount } = show(MeetingPage, { meeting: 'dl_mt1' })
  await tap('我来参加')
  expect(mockSent).toEqual([['proposals.joinMeeting', { meeting: 'dl_mt1' }]])
  unmount()
  answer('meeting', {
    ...{ ...meeting, state: 'held', family: [], minutes: { words: '大家同意', at: now } },
    agenda: [{ ...meeting.agenda[0], decision: { kind: 'adopted', words: '二十人同意' } }],
    tasks: [
      {
        ...{ id: 'dl_mk1', what: '找电工', owner: '王**', due: '2026-11-30', state: 'done' },
        ...{ late: false, note: '看过了' },
      },
    ],
  })
  show(MeetingPage, { meeting: 'dl_mt1' })
  await seen('通过了：二十人同意')
  await seen('看过了')
})

const acting = () => {
  const known = mockAnswers['residents.me'] as object
  mockAnswers['residents.me'] = { ...known, dependants: [{ id: 'dl_pm', name: '张奶奶' }] }
}

const dependant = {
  ...{ person: { id: 'dl_pm', name: '张奶奶' }, own: false, joined: false, here: null },
  ...{ mayJoin: true, mayLeave: false },
}

test('one tap checks in at the door, says where it stands, and whoever came along is next', async () => {
  acting()
  mockScan = { at: 'kept', scannedAt: now }
  show(MeetingCheckIn, { code: 'a.b.c' })
  await tap('我到了')
  await seen('没有网络，已经替您记下')
  await tap('还有家人一起来')
  await choose('张奶奶')
  mockScan = {
    at: 'answered',
    value: { ...meeting, came: 2, family: [...meeting.family, { ...dependant, here: 'yes' }] },
  }
  await tap('张奶奶到了')
  await seen('张奶奶签到好了')
  await tap('看看要议的事')
  expect(mockSent).toEqual([
    ['meetingCheckIn', { code: 'a.b.c' }],
    ['meetingCheckIn', { code: 'a.b.c', forResident: 'dl_pm' }],
  ])
  expect(mockWent).toEqual([['meeting', { meeting: 'dl_mt1' }]])
})

test('a check-in that did not count in the end is said on the page of meetings', async () => {
  mockRefused = [{ nonce: 'n1', scannedAt: now, code: 'Full' }]
  show(Proposals, { view: 'meetings' })
  await seen('议事会签到没有记上')
  await tap('知道了')
  expect(mockSent).toEqual([['forget', 'n1']])
})

test('who acts for somebody says that they come, and that they cannot', async () => {
  answer('meeting', {
    ...meeting,
    family: [...meeting.family, dependant],
  })
  const { unmount } = show(MeetingPage, { meeting: 'dl_mt1' })
  await tap('替张奶奶报名')
  unmount()
  answer('meeting', {
    ...meeting,
    family: [...meeting.family, { ...dependant, joined: true, mayJoin: false, mayLeave: true }],
  })
  show(MeetingPage, { meeting: 'dl_mt1' })
  await seen('张奶奶报好名了')
  await tap('张奶奶来不了了')
  await inSheet('是的，来不了')
  expect(mockSent).toEqual([
    ['proposals.joinMeeting', { meeting: 'dl_mt1', forResident: 'dl_pm' }],
    ['proposals.leaveMeeting', { meeting: 'dl_mt1', forResident: 'dl_pm' }],
  ])
})

test('who is not signed in is asked who they are before they take a place', async () => {
  mockAnswers['residents.me'] = { person: null, dependants: [], roles: [] }
  answer('meeting', { ...meeting, family: [] })
  show(MeetingPage, { meeting: 'dl_mt1' })
  await tap('我来参加')
  await seen('报名要知道您是谁')
})

test('a relative claims for who has no phone, and says for them that it is done', async () => {
  acting()
  const { unmount } = show(WishPage, { wish: card.id })
  await tap('我来认领')
  await choose('张奶奶')
  await tap('我来认领')
  unmount()
  answer('wish', {
    ...{ ...wish, state: 'claimed', mayClaim: false, mayFulfil: true, mayGiveBack: true },
    claimer: { id: 'dl_pm', name: '张奶奶' },
  })
  show(WishPage, { wish: card.id })
  await tap('办不了，让别人来')
  await inSheet('是的，让别人来')
  await tap('办好了')
  await type(/^怎么办好的/, '送到了')
  await tap('告诉许愿的人')
  expect(mockSent).toEqual([
    ['proposals.claimWish', { wish: card.id, forResident: 'dl_pm' }],
    ['proposals.giveBackWish', { wish: card.id, forResident: 'dl_pm' }],
    ['proposals.fulfilWish', { wish: card.id, forResident: 'dl_pm', note: '送到了', photos: [] }],
  ])
})

test('my own and what I was given to do are on one page each', async () => {
  const { unmount } = show(MyVoices)
  await open(/^一副老花镜/)
  await tap('我提的', 'tab')
  await open(/^楼前装一盏灯/)
  unmount()
  show(MeetingTasks)
  await seen('过了日子')
  await tap(/^办好了，找电工/)
  await type(/^怎么办的/, '线路看过了')
  await inSheet('办好了')
  expect(mockSent).toEqual([['proposals.finishTask', { task: 'dl_mk1', note: '线路看过了' }]])
})

test('staff see what waits for them, of every kind, and answer a complaint', async () => {
  show(ProposalsToDo)
  await open(/^我想要一副老花镜/)
  await tap('提案', 'tab')
  await open(/^楼前装一盏灯/)
  await tap('议事会', 'tab')
  await open(/^十一月议事会/)
  await tap('交办', 'tab')
  await open(/^找电工看线路/)
  await type(/^说明/, '问过了')
  await inSheet('记下来')
  await tap('意见', 'tab')
  await tap(/^给回音/)
  await choose(/^不公开了/)
  await type(/回音/, '核实了')
  await inSheet('就这样处理')
  expect(mockWent.map(([route]) => route)).toEqual(['staffWish', 'staffProposal', 'staffMeeting'])
  expect(mockSent).toEqual([
    ['proposals.settleTask', { task: 'dl_mk1', done: true, note: '问过了' }],
    ['proposals.answerComplaint', { complaint: 'dl_pc1', hide: true, answer: '核实了' }],
  ])
})

test('staff read what somebody wrote of a task before everybody does', async () => {
  pages('tasksForStaff', [{ ...task, state: 'done', note: '线路看过了', noteHeld: true }])
  show(ProposalsToDo)
  await tap('交办', 'tab')
  await tap('办完的', 'tab')
  await open(/^找电工看线路.*说明要看一看/)
  await inSheet('记下来')
  expect(mockSent).toEqual([
    ['proposals.settleTask', { task: 'dl_mk1', done: true, note: '线路看过了' }],
  ])
})

test('staff put back what was hidden by mistake', async () => {
  pages('complaintsForStaff', [
    {
      ...{ id: 'dl_pc1', of: 'wish', thing: 'dl_wi1', title: '一副老花镜', words: '不需要' },
      ...{ state: 'hidden', answer: '核实了', at: now },
    },
  ])
  show(ProposalsToDo)
  await tap('意见', 'tab')
  await tap(/^重新公开/)
  await type(/回音/, '弄错了')
  await inSheet('就这样处理')
  expect(mockSent).toEqual([
    ['proposals.answerComplaint', { complaint: 'dl_pc1', hide: false, answer: '弄错了' }],
  ])
})

test('staff publish a wish in words of their own, beside what was written', async () => {
  show(StaffWish, { wish: 'dl_wi1' })
  await tap('发布，或者不发布')
  await tap('确定发布')
  await seen('请写一个标题')
  await type(/^标题/, '一副老花镜')
  await type(/^公开的话/, '一位老人想看清报纸')
  await tap('确定发布')
  expect(mockSent).toEqual([
    [
      'proposals.decideWish',
      { wish: 'dl_wi1', publish: { title: '一副老花镜', words: '一位老人想看清报纸' } },
    ],
  ])
})

test('staff end a wish with a reason, let thanks through, and judge a picture', async () => {
  answer('wishForStaff', {
    ...{ ...forStaff, state: 'open', todo: 'words', toRead: 'thanks', thanks: '谢谢' },
    photos: [{ id: 'dl_mc1', url: 'https://example.com/a.png', check: 'held' }],
    ...{ notePhotos: [], steps: [{ kind: 'claimed', at: now, words: null, by: '王师傅' }] },
  })
  show(StaffWish, { wish: 'dl_wi1' })
  await tap('感谢的话可以公开')
  await tap('这张可以公开，第 1 张')
  await tap('处理')
  await choose(/^结束/)
  await type(/^说明/, '没有人能办')
  await tap('就这样处理')
  expect(mockSent).toEqual([
    ['proposals.readWords', { wish: 'dl_wi1', which: 'thanks', words: '谢谢', publish: true }],
    ['proposals.judgePhoto', { of: 'wish', thing: 'dl_wi1', photo: 'dl_mc1', through: true }],
    ['proposals.settleWish', { wish: 'dl_wi1', by: 'end', note: '没有人能办' }],
  ])
})

test('staff choose at least two wishes to merge', async () => {
  const shown = { ...forStaff, state: 'open', todo: null }
  pages('wishesForStaff', [
    { ...shown, public: { title: '楼道扶手', words: '' } },
    { ...shown, id: 'dl_wi2', public: { title: '楼梯扶手', words: '' } },
  ])
  answer('mergeWishes', v.parse(proposals.procedures.mergeWishes.output, staffProposal))
  show(MergeWishes)
  await tap(/^楼道扶手/, 'checkbox')
  await tap('下一步')
  await seen('请至少选两个心愿')
  await tap(/^楼梯扶手/, 'checkbox')
  await tap('下一步')
  await type(/^标题/, '装扶手')
  await type(/^为什么，怎么办/, '几家都要')
  await tap('合成提案，开始联名')
  expect(mockSent).toEqual([
    [
      'proposals.mergeWishes',
      {
        ...{ wishes: ['dl_wi1', 'dl_wi2'], title: '装扶手', words: '几家都要' },
        ...{ node: 'dl_jing', category: 'facilities' },
      },
    ],
  ])
})

test('staff publish a proposal as it is, or answer it', async () => {
  answer('proposalForStaff', { ...staffProposal, state: 'waiting' })
  const { unmount } = show(StaffProposal, { proposal: 'dl_pr1' })
  await tap('发布，或者不发布')
  await choose(/^不发布/)
  await tap('确定不发布')
  await seen('请写一句原因')
  await choose(/^发布/)
  await tap('确定发布')
  unmount()
  answer('proposalForStaff', { ...staffProposal, state: 'owed', late: true })
  show(StaffProposal, { proposal: 'dl_pr1' })
  await seen('答复已经过了日子')
  await tap('答复')
  await type(/^社区的答复/, '下个月装')
  await tap('发出答复')
  expect(mockSent).toEqual([
    ['proposals.decideProposal', { proposal: 'dl_pr1', publish: true }],
    ['proposals.answerProposal', { proposal: 'dl_pr1', words: '下个月装' }],
  ])
})

test('staff tick who has no phone, and call a meeting off only after being asked', async () => {
  show(StaffMeeting, { meeting: 'dl_mt1' })
  await tap('到了，王师傅')
  await tap('这次不开了')
  await inSheet('是的，不开了')
  await seen('请写一句原因')
  await type(/^为什么不开了/, '下大雪')
  await inSheet('是的，不开了')
  expect(mockSent).toEqual([
    ['proposals.tickAtMeeting', { meeting: 'dl_mt1', person: 'dl_pw', came: true }],
    ['proposals.callOffMeeting', { meeting: 'dl_mt1', because: '下大雪' }],
  ])
})

test('a meeting is called in three steps', async () => {
  answer('saveMeeting', staffMeeting)
  show(MeetingEdit)
  await tap('下一步')
  await seen('请写一个名字')
  await type(/^叫什么/, '十一月议事会')
  await type(/^在哪里/, '二楼议事厅')
  await tap('下一步')
  await tap('下一步')
  await tap('定下来，发通知')
  await seen('请选 1 到 10 件要议的事')
  await type(/^还要议什么/, '长'.repeat(61))
  await tap('定下来，发通知')
  await seen('一件最多 60 个字')
  await type(/^还要议什么/, '')
  await tap(/^楼前装一盏灯/, 'checkbox')
  await tap('定下来，发通知')
  expect(mockSent).toEqual([
    [
      'proposals.saveMeeting',
      {
        draft: {
          ...{ title: '十一月议事会', placeName: '二楼议事厅', node: 'dl_jing' },
          ...{ day: '2026-11-28', from: '09:00', until: '11:00', seats: 30 },
          ...{ invites: 'residents', agenda: [{ proposal: 'dl_pr1' }] },
        },
      },
    ],
  ])
})

test('minutes want a result for each item', async () => {
  show(MeetingMinutes, { meeting: 'dl_mt1' })
  await tap('下一步')
  await seen('请选一个结果')
  await choose('通过了')
  await tap('下一步')
  await type(/^会上说了什么/, '大家同意')
  await tap('发布纪要')
  expect(mockSent).toEqual([
    [
      'proposals.writeMinutes',
      {
        ...{ meeting: 'dl_mt1', rev: 2, words: '大家同意' },
        decisions: [{ item: 'item-0', kind: 'adopted', words: '' }],
      },
    ],
  ])
})

const cloud = {
  answers: (does: boolean) => void (mockDies = !does),
  keys: () => mockKeys,
}

test.each([
  [
    'writeWish',
    {
      ...{ screen: WishWrite, field: /^想要什么/, other: { forResident: 'dl_pm' } },
      send: ['下一步', '下一步', '交给工作人员'],
    },
  ],
  [
    'writeProposal',
    {
      ...{ screen: ProposalWrite, field: /^为什么，怎么办/, other: { forResident: 'dl_pm' } },
      ...{ second: /^想办什么事/, send: ['下一步', '下一步', '交给工作人员'] },
    },
  ],
  [
    'fulfilWish',
    {
      ...{ screen: WishPage, way: /^办好了/, field: /^怎么办好的/, params: { wish: 'dl_wi1' } },
      send: ['告诉许愿的人'],
    },
  ],
  [
    'decideWish',
    {
      ...{ screen: StaffWish, params: { wish: 'dl_wi1' }, way: '发布，或者不发布' },
      ...{ field: /^公开的话/, second: /^标题/, send: ['确定发布'] },
    },
  ],
  [
    'answerProposal',
    {
      ...{ screen: StaffProposal, params: { proposal: 'dl_pr1' }, way: '答复' },
      ...{ field: /^社区的答复/, send: ['发出答复'] },
    },
  ],
] as const)('what is written outlives the program: %s', async (procedure, form) => {
  const { screen: Screen, field, send } = form
  answer('wish', { ...wish, state: 'claimed', mayClaim: false, mayFulfil: true })
  answer('wishForStaff', { ...forStaff, photos: [], notePhotos: [], steps: [] })
  answer('proposalForStaff', { ...staffProposal, state: 'owed' })
  const openWith = (params: Record<string, string>) => async () => {
    show(Screen, params)
    if ('way' in form) await tap(form.way)
  }
  const words = '三单元的楼道晚上太黑'
  await outlivesTheProgram(
    {
      open: openWith('params' in form ? form.params : {}),
      ...('other' in form && { openOther: openWith(form.other) }),
      write: async () => {
        if ('second' in form) await type(form.second, '一盏灯')
        await type(field, words)
      },
      words,
      send: async () => {
        for (const button of send) await tap(button)
      },
    },
    cloud,
  )
  expect(mockSent.map(([name]) => name)).toEqual(Array(2).fill(`proposals.${procedure}`))
  expect(JSON.stringify(mockSent.at(-1))).toContain(words)
})

test('minutes half written are there again, and say what changed meanwhile', async () => {
  const { unmount } = show(MeetingMinutes, { meeting: 'dl_mt1' })
  await choose('通过了')
  await tap('下一步')
  await type(/^会上说了什么/, '大家同意')
  unmount()
  answer('meetingForStaff', { ...staffMeeting, rev: 3 })
  const { unmount: leave } = show(MeetingMinutes, { meeting: 'dl_mt1' })
  await seen('有人改过这次议事会')
  await tap('下一步')
  await screen.findByDisplayValue('大家同意')
  await tap('发布纪要')
  expect(mockSent[0]).toMatchObject(['proposals.writeMinutes', { rev: 3, words: '大家同意' }])
  leave()
  show(MeetingMinutes, { meeting: 'dl_mt1' })
  await seen('结果')
  expect(document.body.textContent).not.toMatch(/您上次没写完的还在|有人改过/)
})

test('a meeting and a merger half written are there again', async () => {
  answer('saveMeeting', staffMeeting)
  const { unmount } = show(MeetingEdit)
  await type(/^叫什么/, '十二月议事会')
  unmount()
  show(MeetingEdit)
  await seen('您上次没写完的还在')
  await screen.findByDisplayValue('十二月议事会')
  cleanup()
  show(MeetingEdit, { meeting: 'dl_mt1' })
  await screen.findByDisplayValue('十一月议事会')
  cleanup()
  const shown = { ...forStaff, state: 'open', todo: null }
  pages('wishesForStaff', [
    { ...shown, public: { title: '楼道扶手', words: '' } },
    { ...shown, id: 'dl_wi2', public: { title: '楼梯扶手', words: '' } },
  ])
  answer('mergeWishes', v.parse(proposals.procedures.mergeWishes.output, staffProposal))
  await outlivesTheProgram(
    {
      open: () => show(MergeWishes),
      write: async () => {
        await tap(/^楼道扶手/, 'checkbox')
        await tap(/^楼梯扶手/, 'checkbox')
        await tap('下一步')
        await type(/^标题/, '装扶手')
        await type(/^为什么，怎么办/, '几家都要')
      },
      words: '几家都要',
      send: async () => {
        await tap('下一步')
        await tap('合成提案，开始联名')
      },
    },
    cloud,
  )
})

test('the numbers of the centre are changed within their bounds', async () => {
  show(ProposalSettingsPage)
  for (const wrong of ['900', '']) {
    await type(/^联名要几个人/, wrong)
    await seen('请填 2 到 500')
    await tap('存好')
  }
  expect(mockSent).toEqual([])
  await type(/^联名要几个人/, '30')
  await tap('存好')
  expect(mockSent[0]).toMatchObject(['proposals.saveSettings', { settings: { threshold: 30 } }])
})

test('who acts for somebody says whose wish it is', async () => {
  acting()
  show(WishWrite)
  await type(/^想要什么/, '一把伞')
  await tap('下一步')
  await choose('张奶奶')
  await tap('下一步')
  await tap('交给工作人员')
  expect(mockSent[0]).toMatchObject(['proposals.writeWish', { forResident: 'dl_pm' }])
})

test('staff speak for who claimed it, and withdraw for who wished it, after being asked', async () => {
  answer('wishForStaff', {
    ...{ ...forStaff, state: 'claimed', todo: null, photos: [], notePhotos: [], steps: [] },
    claimedBy: { id: 'dl_pw', name: '王师傅', unit: null },
  })
  const { unmount } = show(StaffWish, { wish: 'dl_wi1' })
  await tap('替王师傅说办好了')
  await type(/^怎么办好的/, '送到了')
  await inSheet('办好了')
  await tap('替王师傅退回')
  await inSheet('是的，退回')
  unmount()
  answer('wishForStaff', { ...forStaff, photos: [], notePhotos: [], steps: [] })
  show(StaffWish, { wish: 'dl_wi1' })
  await tap('替李奶奶收回')
  await inSheet('是的，收回')
  expect(mockSent).toEqual([
    ['proposals.fulfilWish', { wish: 'dl_wi1', forResident: 'dl_pw', note: '送到了' }],
    ['proposals.giveBackWish', { wish: 'dl_wi1', forResident: 'dl_pw' }],
    ['proposals.withdrawWish', { wish: 'dl_wi1', forResident: 'dl_pli' }],
  ])
})

test('staff say for who wished it that it is not done yet, and put down a complaint at the counter', async () => {
  answer('wishForStaff', {
    ...{ ...forStaff, state: 'done', todo: null, listed: true, photos: [], notePhotos: [] },
    ...{ steps: [], public: { title: '一副老花镜', words: '一位老人想要一副老花镜' } },
  })
  mockAnswers['residents.findPeople'] = { items: [{ id: 'dl_pw', name: '王师傅' }] }
  show(StaffWish, { wish: 'dl_wi1' })
  await tap('替李奶奶说实现了没有')
  await choose('还没有')
  await tap('还没有，告诉他')
  await tap('替居民提意见')
  await seen('谁有意见')
  expect(mockSent).toEqual([
    ['proposals.confirmWish', { wish: 'dl_wi1', came: false, forResident: 'dl_pli' }],
  ])
})

test('staff undo a mistaken merge, and take a proposal back for who rang up', async () => {
  answer('proposalForStaff', { ...staffProposal, person: null, mayUndo: true })
  const { unmount } = show(StaffProposal, { proposal: 'dl_pr1' })
  await tap('合错了，撤销这个提案')
  await inSheet('是的，撤销')
  await seen('请写一句原因')
  await type(/^为什么撤销/, '说的不是一件事')
  await inSheet('是的，撤销')
  unmount()
  answer('proposalForStaff', { ...staffProposal, mayWithdraw: true })
  show(StaffProposal, { proposal: 'dl_pr1' })
  await tap('替李奶奶收回')
  await inSheet('是的，收回')
  expect(mockSent).toEqual([
    ['proposals.undoMerge', { proposal: 'dl_pr1', because: '说的不是一件事' }],
    ['proposals.withdrawProposal', { proposal: 'dl_pr1', forResident: 'dl_pli' }],
  ])
})

test('staff say of a scan without a network whether they were here, also when it is over', async () => {
  answer('meetingForStaff', {
    ...{ ...staffMeeting, mayTick: false },
    attenders: [{ ...staffMeeting.attenders[0], how: 'code', doubt: true }],
  })
  show(StaffMeeting, { meeting: 'dl_mt1' })
  await seen('没网时扫的码，等确认')
  await tap('到了，王师傅')
  await tap('没有来，王师傅')
  expect(mockSent).toEqual([
    ['proposals.tickAtMeeting', { meeting: 'dl_mt1', person: 'dl_pw', came: true }],
    ['proposals.tickAtMeeting', { meeting: 'dl_mt1', person: 'dl_pw', came: false }],
  ])
})

test('what a meeting put to a vote, or adopted, leads on', async () => {
  answer('proposalForStaff', { ...staffProposal, state: 'answered', decision: 'vote' })
  const { unmount } = show(StaffProposal, { proposal: 'dl_pr1' })
  await open(/^开始各户投票/)
  unmount()
  answer('proposalForStaff', { ...staffProposal, state: 'answered', decision: 'adopted' })
  show(StaffProposal, { proposal: 'dl_pr1' })
  await open(/^变成项目/)
  expect(mockWent).toEqual([
    ['voteOpen', { proposal: 'dl_pr1', question: '楼前装一盏灯' }],
    ['projectEdit', { proposal: 'dl_pr1', title: '楼前装一盏灯' }],
  ])
})

test('who rings up that they cannot come gives the place back', async () => {
  answer('meetingForStaff', { ...staffMeeting, mayTick: false })
  show(StaffMeeting, { meeting: 'dl_mt1' })
  await tap('他来不了了，王师傅')
  expect(mockSent).toEqual([
    ['proposals.leaveMeeting', { meeting: 'dl_mt1', forResident: 'dl_pw' }],
  ])
})
