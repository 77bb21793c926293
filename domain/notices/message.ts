import type { MessageTemplate } from '@/types/centre'
import type { NoticeEvent } from '@/types/notices'
import { dayOf, timeOf, type Instant } from '@/types/shared/day'

type Fact = MessageTemplate['fields'][string]

export type MessageData = Record<string, { value: string }>

type Facts = Readonly<Record<string, string | number | boolean>>

/** `thing` fields hold 20 characters; each note is shorter. */
const notes: Readonly<Record<NoticeEvent, { title: string; note: string; phrase: string }>> = {
  signedUp: { title: '活动报名', note: '已经报上名，请准时参加', phrase: '报名成功' },
  promoted: { title: '活动报名', note: '候补到了，已有您的位置', phrase: '候补成功' },
  activityWithdrawn: { title: '活动取消', note: '活动取消了，请点开看原因', phrase: '活动取消' },
  activityChanged: { title: '活动变更', note: '时间或地点改了，请点开看', phrase: '活动变更' },
  activityTomorrow: { title: '活动提醒', note: '明天的活动，请准时参加', phrase: '明天参加' },
  drawnIn: { title: '摇号结果', note: '摇中了，已有您的位置', phrase: '已经摇中' },
  drawnWaiting: { title: '摇号结果', note: '没有摇中，已替您排上候补', phrase: '进入候补' },
  notDrawn: { title: '摇号结果', note: '这次没有摇中，请看别的活动', phrase: '没有摇中' },
  cancelledByStaff: { title: '活动报名', note: '工作人员已替您取消报名', phrase: '报名取消' },
  askedToAct: { title: '家人代办', note: '有人想替您办事，请点开回答', phrase: '等您回答' },
  actingAllowed: { title: '家人代办', note: '对方已同意您替他办事', phrase: '已经同意' },
  guardianEnds: { title: '家人代办', note: '孩子快满14岁了，请点开看', phrase: '快满十四' },
  guardianEnded: { title: '家人代办', note: '孩子满14岁了，要他自己同意', phrase: '满十四岁' },
  verified: { title: '居民身份', note: '您的居民身份已经确认', phrase: '确认通过' },
  verificationEnds: { title: '居民身份', note: '快到期了，请到社区再确认', phrase: '快要到期' },
  verificationRevoked: { title: '居民身份', note: '确认已撤销，请联系社区', phrase: '确认撤销' },
  erasureAsked: { title: '账号注销', note: '资料将要删除，请点开看日期', phrase: '将要注销' },
  shiftPut: { title: '志愿服务', note: '给您排了班，请点开看看', phrase: '已经排班' },
  shiftMoved: { title: '志愿服务', note: '时间或地点改了，请点开看', phrase: '班次变更' },
  shiftEnded: { title: '志愿服务', note: '这一班提前结束了，谢谢您', phrase: '提前结束' },
  shiftTomorrow: { title: '志愿服务', note: '别忘了这一班，请按时来', phrase: '按时来' },
  shiftCalledOff: { title: '志愿服务', note: '这一班取消了，不用来了', phrase: '班次取消' },
  shiftOnAgain: { title: '志愿服务', note: '这一班又要人了，请点开回答', phrase: '等您回答' },
  shiftLeft: { title: '志愿服务', note: '有人来不了了，请点开处理', phrase: '等您处理' },
  shiftSwapTaken: { title: '志愿服务', note: '有人替您来了，这一班不用来', phrase: '换班成功' },
  shiftSwapAgreed: { title: '志愿服务', note: '换班同意了，请按时来', phrase: '换班成功' },
  shiftSwapRefused: { title: '志愿服务', note: '这次换班没有成，请点开看', phrase: '没有换成' },
  shiftSwapWaits: { title: '志愿服务', note: '有人想换班，请点开回答', phrase: '等您回答' },
  shiftSwapMade: { title: '志愿服务', note: '有人换了班，请点开看看', phrase: '已经换班' },
  hoursConfirmed: { title: '志愿服务', note: '服务时长已经确认', phrase: '确认通过' },
  hoursRefused: { title: '志愿服务', note: '有一次时长没有通过，请点开看', phrase: '没有通过' },
  volunteerNeedsGuardian: {
    title: '志愿服务',
    note: '没满18岁，请监护人来登记',
    phrase: '请监护人',
  },
  thanked: { title: '志愿服务', note: '有人写了谢您的话，请点开看', phrase: '有人谢您' },
  haircutBooked: { title: '义务理发', note: '号取好了，请按时间来', phrase: '取号成功' },
  haircutPromoted: { title: '义务理发', note: '排到了，您有号了', phrase: '候补成功' },
  haircutTomorrow: { title: '义务理发', note: '别忘了来理发，请按时间来', phrase: '按时来理' },
  haircutAsk: { title: '义务理发', note: '理发师来不了，请点开选一下', phrase: '等您回答' },
  haircutTwoBefore: { title: '义务理发', note: '前面最多两位，请到现场等', phrase: '快到您了' },
  haircutMoved: { title: '义务理发', note: '日期改了，请点开看', phrase: '日期变更' },
  haircutCalledOff: { title: '义务理发', note: '这一次取消了，请点开看', phrase: '活动取消' },
  haircutCancelled: { title: '义务理发', note: '您的号取消了，请点开看', phrase: '号取消了' },
  haircutNotReached: { title: '义务理发', note: '这次没有排到，请看下一次', phrase: '没有排到' },
  haircutNoBarbers: { title: '义务理发', note: '还没有理发师答应来，请处理', phrase: '等您处理' },
  homeVisitTomorrow: { title: '上门理发', note: '别忘了，有上门理发', phrase: '按时上门' },
  homeVisitCancelled: { title: '上门理发', note: '这次上门取消了，请点开看', phrase: '上门取消' },
  homeVisitPlanned: { title: '上门理发', note: '上门的日子定了，请点开看', phrase: '已经安排' },
  mealOrdered: { title: '共享餐厅', note: '订好了，请按时来取', phrase: '订餐成功' },
  mealChanged: { title: '共享餐厅', note: '时间或地点改了，请点开看', phrase: '用餐变更' },
  mealCalledOff: { title: '共享餐厅', note: '这一餐不开了，请点开看', phrase: '订单取消' },
  mealExpired: { title: '共享餐厅', note: '没有付款，订单取消了', phrase: '订单取消' },
  mealRefunded: { title: '共享餐厅', note: '钱已经退回', phrase: '已经退款' },
  shopKept: { title: '慈善超市', note: '东西给您留好了，请按时来取', phrase: '兑换成功' },
  shopLapsed: { title: '慈善超市', note: '没有来取，积分退回了', phrase: '积分退回' },
  shopCancelled: { title: '慈善超市', note: '预订取消了，积分退回了', phrase: '订单取消' },
  shopReversed: { title: '慈善超市', note: '换的东西退掉了，积分退回了', phrase: '退货' },
  shopLow: { title: '慈善超市', note: '货不多了，请点开看看', phrase: '等您处理' },
  purchaseBought: { title: '慈善超市', note: '托买的东西买好了，请来取', phrase: '请来领取' },
  purchaseGivenUp: { title: '慈善超市', note: '托买的东西没有买成，请点开看', phrase: '没有买成' },
  aidAsked: { title: '慈善超市', note: '有人急需东西，请点开审批', phrase: '等您处理' },
  aidLapsed: { title: '慈善超市', note: '没有来领，东西放回去了', phrase: '没有来领' },
  aidDecided: { title: '慈善超市', note: '救急申请有结果了，请点开看', phrase: '有结果了' },
  aidReady: { title: '慈善超市', note: '有给您的东西，请来超市取', phrase: '请来领取' },
  caseMoved: { title: '居民心声', note: '您反映的事有进展了，请点开看', phrase: '有进展了' },
  caseAsked: { title: '居民心声', note: '有件事想问问您，请点开回答', phrase: '等您回答' },
  caseInvited: { title: '居民心声', note: '办好了，请您到现场看一看', phrase: '请您来看' },
  caseSolved: { title: '居民心声', note: '说是办好了，请点开确认', phrase: '等您确认' },
  caseEnded: { title: '居民心声', note: '您反映的事有结果了，请点开看', phrase: '有结果了' },
  caseGiven: { title: '居民心声', note: '有居民反映的事等您处理', phrase: '等您处理' },
  caseAnswered: { title: '居民心声', note: '居民补充了情况，请点开看', phrase: '等您处理' },
  caseReopened: { title: '居民心声', note: '居民说没有解决，请再处理', phrase: '等您处理' },
  caseGone: { title: '居民心声', note: '这件事转给同事办了', phrase: '转给同事' },
  caseLate: { title: '居民心声', note: '有件事过了期限，请您过问', phrase: '等您处理' },
  sealedToDo: { title: '居民心声', note: '有件保密的事等您，请点开看', phrase: '等您处理' },
  sealedLate: { title: '居民心声', note: '有件保密的事过了期限', phrase: '等您处理' },
  complaintSettled: { title: '居民心声', note: '您说的不妥，有人看过了', phrase: '有结果了' },
  caseRose: { title: '居民心声', note: '有件事过了期限，转到您这里', phrase: '等您处理' },
  wishNews: { title: '微心愿', note: '心愿有新消息，请点开看', phrase: '有新消息' },
  proposalNews: { title: '居民提案', note: '提案有新消息，请点开看', phrase: '有新消息' },
  meetingCalled: { title: '议事会', note: '请您来开议事会，请点开看', phrase: '等您回答' },
  meetingMoved: { title: '议事会', note: '时间地点有变动，请点开看', phrase: '会议变动' },
  meetingNews: { title: '议事会', note: '会议纪要写好了，请点开看', phrase: '有新消息' },
  taskNews: { title: '议事会', note: '有件事交给您办，请点开看', phrase: '等您处理' },
  proposalCare: { title: '居民议事', note: '有事等您处理，请点开看', phrase: '等您处理' },
  errandAsked: { title: '邻里帮忙', note: '有邻居想请您帮忙，请点开看', phrase: '等您回答' },
  errandPut: { title: '邻里帮忙', note: '给您记下了，请点开看时间', phrase: '已经安排' },
  errandAccepted: { title: '上门帮忙', note: '有志愿者来帮您，请点开看', phrase: '有人接了' },
  errandTomorrow: { title: '上门帮忙', note: '别忘了明天的帮忙，请点开看', phrase: '明天帮忙' },
  errandOnTheWay: { title: '上门帮忙', note: '志愿者出发了，正往您这里来', phrase: '正在路上' },
  errandDone: { title: '上门帮忙', note: '志愿者说办好了，请点开确认', phrase: '等您确认' },
  errandHelperLeft: { title: '上门帮忙', note: '有人来不了了，正在另外找人', phrase: '正在换人' },
  errandCancelled: { title: '上门帮忙', note: '这一次取消了，请点开看', phrase: '帮忙取消' },
  errandSearched: { title: '上门帮忙', note: '工作人员正在帮您找人', phrase: '还在找人' },
  errandNotMet: { title: '上门帮忙', note: '志愿者来过，没有遇到您', phrase: '没有遇到' },
  helpingTomorrow: { title: '邻里帮忙', note: '别忘了明天去帮忙，请点开看', phrase: '明天帮忙' },
  companionLeft: { title: '邻里帮忙', note: '同伴来不了了，正在另外找人', phrase: '正在换人' },
  helpingCancelled: { title: '邻里帮忙', note: '这一次不用去了，请点开看', phrase: '不用去了' },
  helpingMissed: { title: '邻里帮忙', note: '居民说没有等到您，请点开看', phrase: '没有等到' },
  errandNoAnswer: { title: '上门帮忙', note: '志愿者敲门没人应，请马上处理', phrase: '等您处理' },
  errandUnmatched: { title: '上门帮忙', note: '还没找到人，请点开处理', phrase: '等您处理' },
  errandTrouble: { title: '上门帮忙', note: '这一次没有办顺，请处理', phrase: '等您处理' },
  voteBegan: { title: '居民表决', note: '表决开始了，一户一票，请点开看', phrase: '请您投票' },
  voteEnded: { title: '居民表决', note: '表决有结果了，请点开看', phrase: '有结果了' },
  voteReminder: { title: '居民表决', note: '您家还没投票，请点开看', phrase: '请您投票' },
  voteCalledOff: { title: '居民表决', note: '这次表决取消了，请点开看', phrase: '表决取消' },
  ballotByPaper: { title: '居民表决', note: '您家的纸质票记上了，请点开看', phrase: '已经记上' },
  voteNews: { title: '居民表决', note: '表决有消息，请点开看', phrase: '有新消息' },
  voteToDo: { title: '居民表决', note: '表决有事等您处理，请点开看', phrase: '等您处理' },
  milestoneLate: { title: '居民项目', note: '有一步过了日子，请点开处理', phrase: '等您处理' },
  surveyOpened: { title: '问卷调查', note: '有一份问卷请您填，请点开看', phrase: '请您填写' },
  surveyCloses: { title: '问卷调查', note: '明天截止，还没填的请点开', phrase: '快截止了' },
  callUnreached: { title: '电话通知', note: '有居民还没联系上，请处理', phrase: '等您处理' },
}

/** What a notice is about and what happened, in a few words. */
export const saidShort = (event: NoticeEvent, facts: Facts): { title: string; note: string } => {
  const { title, note } = notes[event]
  return { title: lineOf(facts.title) || title, note }
}

const dateAndTime = (at: Instant): string => {
  const [year, month, day] = dayOf(at).split('-').map(Number)
  return `${year}年${month}月${day}日 ${timeOf(at)}`
}

/** A fact as one line of text; empty when there is none. WeChat refuses control characters and what is empty. */
const lineOf = (fact: string | number | boolean | undefined): string =>
  String(fact ?? '')
    .replace(/\p{Cc}+/gu, ' ')
    .trim()

/** The first `most` characters as WeChat counts them (UTF-16 units), never half of one. */
const cut = (text: string, most: number): string => {
  if (text.length <= most) return text
  let kept = ''
  for (const character of text) {
    if (kept.length + character.length > most - 1) break
    kept += character
  }
  return `${kept}…`
}

/**
 * The fields of a message, cut to what WeChat takes (thing 20 characters, phrase 5 Chinese ones, dates in its form).
 * Null when the template has a field of a kind that none of our facts fits.
 */
export const messageOf = (
  { fields }: MessageTemplate,
  event: NoticeEvent,
  facts: Facts,
  at: Instant,
): MessageData | null => {
  const data: MessageData = {}
  for (const [field, fact] of Object.entries(fields)) {
    const value = valueOf(field.replace(/\d+$/, ''), fact, event, facts, at)
    if (value === null) return null
    data[field] = { value }
  }
  return data
}

const valueOf = (
  kind: string,
  fact: Fact,
  event: NoticeEvent,
  facts: Facts,
  at: Instant,
): string | null => {
  const words: Readonly<Record<Exclude<Fact, 'startsAt'>, string>> = {
    ...saidShort(event, facts),
    placeName: lineOf(facts.placeName) || '请点开小程序查看',
  }
  switch (kind) {
    case 'thing':
      return fact === 'startsAt' ? dateAndTime(momentOf(facts, at)) : cut(words[fact], 20)
    case 'phrase':
      return fact === 'note' ? notes[event].phrase : null
    case 'time':
    case 'date':
      return fact === 'startsAt' ? dateAndTime(momentOf(facts, at)) : null
    default:
      return null
  }
}

/** When what the notice is about begins; things without a beginning are dated by the notice. */
const momentOf = ({ startsAt }: Facts, at: Instant): Instant =>
  typeof startsAt === 'number' ? startsAt : at
