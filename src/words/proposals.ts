import type {
  DecisionKind,
  LineKind,
  MeetingCard,
  ProposalState,
  TaskShown,
  VoiceCategory,
  WishFor,
  WishState,
  WishTodo,
} from '@/types/proposals'
import type { Instant } from '@/types/shared/day'
import type { Said } from './activities'

export const categoryNames: Readonly<Record<VoiceCategory, string>> = {
  living: '日常用的',
  learning: '学习',
  company: '陪伴',
  environment: '环境卫生',
  facilities: '设施修理',
  order: '停车和秩序',
  other: '别的',
}

export const forNames: Readonly<Record<WishFor, string>> = {
  elder: '老人',
  child: '孩子',
  household: '一家人',
  neighbours: '邻里大家',
  other: '别的',
}

/** How a wish stands. */
export const wishSaid = (state: WishState): Said => {
  switch (state) {
    case 'waiting':
      return { label: '工作人员在看', tone: 'gold', drawing: 'clock' }
    case 'open':
      return { label: '等人认领', tone: 'gold', drawing: 'heart' }
    case 'claimed':
      return { label: '有人认领了', tone: 'blue', drawing: 'hand' }
    case 'done':
      return { label: '说是办好了，等确认', tone: 'blue', drawing: 'check' }
    case 'confirmed':
      return { label: '实现了', tone: 'pine', drawing: 'check' }
    case 'merged':
      return { label: '合进提案了', tone: 'pine', drawing: 'bubble' }
    case 'withdrawn':
      return { label: '收回了', tone: 'plain', drawing: 'close' }
    case 'refused':
      return { label: '没有发布', tone: 'plain', drawing: 'close' }
    case 'ended':
      return { label: '结束了', tone: 'plain', drawing: 'close' }
  }
}

/** Why staff look at a wish, and what to do. */
export const todoSaid: Readonly<Record<WishTodo, { label: string; next: string }>> = {
  read: { label: '新写的', next: '请看一看，用您的话写一句再发布，或者写明原因不发布。' },
  unclaimed: { label: '没人认领', next: '请问问单位和志愿者，延长、合进提案，或者结束。' },
  slow: { label: '认领了没办', next: '请打电话问问认领的人。办不了，就让别人来认领。' },
  unconfirmed: { label: '没人确认', next: '请打电话问问许愿的人。办好了，替他确认。' },
  photos: {
    label: '有照片要看',
    next: '微信看不准办好的照片。请看一看，合适就让许愿的人看到。',
  },
  words: { label: '有话要看', next: '请看一看写的话，合适就让大家看到。' },
}

/** How a proposal stands. */
export const proposalSaid = (state: ProposalState): Said => {
  switch (state) {
    case 'waiting':
      return { label: '工作人员在看', tone: 'gold', drawing: 'clock' }
    case 'open':
      return { label: '正在联名', tone: 'gold', drawing: 'pen' }
    case 'owed':
      return { label: '联名够了，等答复', tone: 'blue', drawing: 'clock' }
    case 'answered':
      return { label: '答复了', tone: 'pine', drawing: 'check' }
    case 'withdrawn':
      return { label: '收回了', tone: 'plain', drawing: 'close' }
    case 'refused':
      return { label: '没有发布', tone: 'plain', drawing: 'close' }
    case 'lapsed':
      return { label: '联名没有凑够', tone: 'plain', drawing: 'close' }
  }
}

export const decisionNames: Readonly<Record<DecisionKind, string>> = {
  adopted: '通过了',
  refused: '没有通过',
  postponed: '下次再议',
  vote: '请各户投票',
}

/** How a meeting stands. */
export const meetingSaid = (
  { state, endsAt }: Pick<MeetingCard, 'state' | 'endsAt'>,
  now: Instant,
): Said => {
  if (state === 'calledOff') return { label: '不开了', tone: 'plain', drawing: 'close' }
  if (state === 'held') return { label: '纪要写好了', tone: 'pine', drawing: 'check' }
  return now < endsAt
    ? { label: '准备开会', tone: 'gold', drawing: 'calendar' }
    : { label: '开过了，等纪要', tone: 'blue', drawing: 'clock' }
}

/** How a task stands. */
export const taskSaid = ({ state, late }: Pick<TaskShown, 'state' | 'late'>): Said => {
  if (state === 'done') return { label: '办好了', tone: 'pine', drawing: 'check' }
  if (state === 'ended') return { label: '不办了', tone: 'plain', drawing: 'close' }
  return late
    ? { label: '过了日子', tone: 'brick', drawing: 'warn' }
    : { label: '正在办', tone: 'gold', drawing: 'clock' }
}

/** One line of a time line. */
export const lineNames: Readonly<Record<LineKind, string>> = {
  written: '写好了，交给工作人员看',
  published: '发布了',
  refused: '没有发布',
  withdrawn: '自己收回了',
  claimed: '有人认领了',
  givenBack: '没有办成，重新等人来办',
  fulfilled: '办的人说办好了',
  confirmed: '许愿的人确认办好了',
  settled: '工作人员确认办好了',
  extended: '工作人员延长了时间',
  ended: '结束了',
  merged: '几个心愿合成了提案',
  parted: '提案不合成了，重新等人认领',
  hidden: '暂时不公开显示',
  shownAgain: '重新公开显示',
  reached: '联名人数够了，等答复',
  late: '过了答复的日子',
  answered: '社区答复了',
  lapsed: '到了日子，联名没有凑够',
  discussed: '列进了议事会的议程',
  decided: '议事会有了结果',
  voteOpened: '开始投票',
  projectBegun: '变成了项目',
}

/** Why I cannot co-sign, and what helps. */
export const cannotSignSaid: Readonly<Record<string, string>> = {
  NotVerified: '联名要先确认居民身份。请带身份证到社区服务台，当场就能办。',
  NotBelow: '这件事说的是别处，由住在那里的居民联名。',
  Full: '联名的人已经满了，谢谢您。',
}
