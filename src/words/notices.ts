import type { DrawingName } from '@/src/design/Drawing'
import type { Route } from '@/src/routes'
import type { Notice, NoticeEvent } from '@/types/notices'
import type { Relation } from '@/types/residents'
import type { Instant } from '@/types/shared/day'
import { yuan } from '@/types/shared/fen'
import { fullDay, relationOfActor } from './residents'
import { keptSaid, whenSaid } from './time'

/** What a notice says, and where a tap on it leads. */
export interface NoticeSaid {
  title: string
  detail: string
  drawing: DrawingName
  leads: { route: Route; params: Readonly<Record<string, string>> } | null
}

type Data = Notice['data']

const text = (data: Data, fact: string): string => String(data[fact] ?? '')

/** 《书画课》 明天 下午 2:30，三楼书画室: what, when and where, as far as it is known. */
const thingSaid = (data: Data, now: Instant): string => {
  const { startsAt } = data
  const when = typeof startsAt === 'number' ? whenSaid(startsAt, now) : ''
  return [when, text(data, 'placeName')].filter(Boolean).join('，')
}

const activityTitles: Readonly<Partial<Record<NoticeEvent, string>>> = {
  signedUp: '报上了',
  promoted: '排到了，有位子了',
  activityWithdrawn: '活动取消了',
  activityChanged: '时间或地点改了',
  activityTomorrow: '明天有活动',
  drawnIn: '抽中了，有位子了',
  drawnWaiting: '没有抽中，已经排上队',
  notDrawn: '这次没有抽中',
  cancelledByStaff: '工作人员替您取消了报名',
}

const activityDrawings: Readonly<Partial<Record<NoticeEvent, DrawingName>>> = {
  activityWithdrawn: 'close',
  activityChanged: 'warn',
  activityTomorrow: 'clock',
  drawnWaiting: 'clock',
  notDrawn: 'info',
  cancelledByStaff: 'close',
}

const serviceSaid = {
  shiftPut: { title: '排上班了', drawing: 'heart' },
  shiftMoved: { title: '这一班的时间或地点改了', drawing: 'warn' },
  shiftOnAgain: { title: '这一班又要人了，请再答复一次', drawing: 'warn' },
  shiftCalledOff: { title: '这一班不用来了', drawing: 'close' },
  shiftEnded: { title: '这一班提前结束了，到现在的时间算时长', drawing: 'info' },
  shiftTomorrow: { title: '别忘了这一班', drawing: 'clock' },
  shiftLeft: { title: '有人来不了了', drawing: 'warn' },
  shiftSwapTaken: { title: '有人替了，这一班不用来', drawing: 'check' },
  shiftSwapAgreed: { title: '换班同意了，请按时来', drawing: 'heart' },
  shiftSwapRefused: { title: '这次换班没有成', drawing: 'info' },
  shiftSwapWaits: { title: '有人想换班，等您同意', drawing: 'warn' },
  shiftSwapMade: { title: '有人换了班', drawing: 'info' },
  hoursConfirmed: { title: '服务时长确认好了', drawing: 'check' },
  hoursRefused: { title: '有一次服务时长没有通过，不对请告诉社区', drawing: 'info' },
  haircutBooked: { title: '理发的号取好了', drawing: 'scissors' },
  haircutPromoted: { title: '理发排到了，有号了', drawing: 'scissors' },
  haircutTomorrow: { title: '别忘了来理发', drawing: 'clock' },
  haircutAsk: { title: '理发师来不了，请选一下', drawing: 'warn' },
  haircutTwoBefore: { title: '快到您了，前面最多两位，请到现场等', drawing: 'scissors' },
  haircutMoved: { title: '理发的日期改了', drawing: 'warn' },
  haircutCalledOff: { title: '这次理发取消了', drawing: 'close' },
  haircutCancelled: { title: '理发的号取消了', drawing: 'close' },
  haircutNotReached: { title: '这次理发没有排到，对不起', drawing: 'info' },
  haircutNoBarbers: { title: '义剪还没有理发师答应来', drawing: 'warn' },
  homeVisitPlanned: { title: '上门理发的日子定了', drawing: 'house' },
  homeVisitTomorrow: { title: '别忘了，有上门理发', drawing: 'clock' },
  homeVisitCancelled: { title: '上门理发取消了', drawing: 'close' },
  mealOrdered: { title: '饭订好了', drawing: 'check' },
  mealChanged: { title: '用餐的时间或地点改了', drawing: 'warn' },
  mealCalledOff: { title: '这一餐不开了', drawing: 'close' },
  mealExpired: { title: '没有付款，订单取消了', drawing: 'close' },
  mealRefunded: { title: '钱退回来了', drawing: 'check' },
  shopKept: { title: '超市给您留好了', drawing: 'check' },
  shopLapsed: { title: '没有来取，积分退回了', drawing: 'info' },
  shopCancelled: { title: '预订取消了，积分退回了', drawing: 'close' },
  shopReversed: { title: '超市把换的东西退掉了，积分退回了', drawing: 'info' },
  shopLow: { title: '超市的货不多了', drawing: 'warn' },
  purchaseBought: { title: '托超市买的买好了，请来取', drawing: 'check' },
  purchaseGivenUp: { title: '托超市买的没有买成', drawing: 'close' },
  aidAsked: { title: '有人急需东西，请审批', drawing: 'warn' },
  aidLapsed: { title: '超市留的东西没有来领，放回去了', drawing: 'info' },
  aidReady: { title: '有给您的东西，请来慈善超市取', drawing: 'heart' },
  caseMoved: { title: '您反映的事有进展了', drawing: 'bubble' },
  caseAsked: { title: '您反映的事，想再问问您', drawing: 'bubble' },
  caseInvited: { title: '办好了，请您到现场看一看', drawing: 'bubble' },
  caseSolved: { title: '说是办好了，请您确认', drawing: 'check' },
  caseEnded: { title: '您反映的事有结果了', drawing: 'info' },
  caseGiven: { title: '有居民反映的事等您处理', drawing: 'warn' },
  caseAnswered: { title: '居民补充了情况', drawing: 'bubble' },
  caseReopened: { title: '居民说没有解决', drawing: 'warn' },
  caseGone: { title: '这件事转给同事办了', drawing: 'info' },
  caseLate: { title: '有件事过了期限还没办好，请您过问', drawing: 'warn' },
  sealedToDo: { title: '有件保密的事等您', drawing: 'warn' },
  sealedLate: { title: '有件保密的事过了期限', drawing: 'warn' },
  complaintSettled: { title: '您说的不妥，有人看过了', drawing: 'info' },
  caseRose: { title: '过了期限，转到您这里了', drawing: 'warn' },
  errandAsked: { title: '有邻居想请您帮忙', drawing: 'hand' },
  errandPut: { title: '您答应的帮忙记下了', drawing: 'hand' },
  errandAccepted: { title: '有志愿者来帮忙了', drawing: 'check' },
  errandTomorrow: { title: '别忘了明天的帮忙', drawing: 'clock' },
  errandOnTheWay: { title: '志愿者出发了', drawing: 'hand' },
  errandDone: { title: '志愿者说办好了，请确认一下', drawing: 'check' },
  errandHelperLeft: { title: '有人来不了了，正在另外找人', drawing: 'warn' },
  errandCancelled: { title: '帮忙取消了', drawing: 'close' },
  errandSearched: { title: '还没有找到志愿者，工作人员正在找', drawing: 'clock' },
  errandNotMet: { title: '志愿者来过，没有遇到您', drawing: 'warn' },
  wishNews: { title: '微心愿有新消息', drawing: 'heart' },
  proposalNews: { title: '居民提案有新消息', drawing: 'bubble' },
  meetingCalled: { title: '请您来议事会', drawing: 'calendar' },
  meetingMoved: { title: '议事会有变动', drawing: 'warn' },
  meetingNews: { title: '议事会有结果了', drawing: 'info' },
  taskNews: { title: '议事会交办的事', drawing: 'hand' },
  proposalCare: { title: '议事有事等您处理', drawing: 'warn' },
  helpingTomorrow: { title: '别忘了明天去帮忙', drawing: 'clock' },
  companionLeft: { title: '同伴来不了了，正在另外找人', drawing: 'warn' },
  helpingCancelled: { title: '这一次不用去帮忙了', drawing: 'close' },
  helpingMissed: { title: '居民说没有等到您，有事请打电话给社区', drawing: 'warn' },
  errandNoAnswer: { title: '志愿者敲门没人应，请马上打电话', drawing: 'warn' },
  errandUnmatched: { title: '有人请帮忙，还没找到志愿者', drawing: 'warn' },
  errandTrouble: { title: '这次帮忙没有办顺', drawing: 'warn' },
  voteBegan: { title: '表决开始了，您家有一票', drawing: 'hand' },
  voteEnded: { title: '表决有结果了', drawing: 'hand' },
  voteReminder: { title: '您家还没投票，请投一票', drawing: 'hand' },
  voteCalledOff: { title: '表决取消了', drawing: 'close' },
  ballotByPaper: { title: '您家签字的纸质票记上了，不对请马上告诉社区', drawing: 'pen' },
  voteNews: { title: '表决有消息', drawing: 'hand' },
  voteToDo: { title: '表决有事等您处理', drawing: 'warn' },
  milestoneLate: { title: '项目有一步过了日子', drawing: 'warn' },
  surveyOpened: { title: '有一份问卷请您填', drawing: 'pen' },
  surveyCloses: { title: '问卷明天截止，还没有填', drawing: 'clock' },
} as const satisfies Partial<Record<NoticeEvent, { title: string; drawing: DrawingName }>>

/** What a service says: what happened, when and where, and why. */
const serviceNotice = (
  event: keyof typeof serviceSaid,
  whose: string,
  data: Data,
  now: Instant,
  leads: NoticeSaid['leads'],
): NoticeSaid => {
  const { title, drawing } = serviceSaid[event]
  return {
    title: `${whose}${title}`,
    detail: [
      text(data, 'title'),
      thingSaid(data, now),
      text(data, 'note'),
      typeof data.until === 'number' && (event === 'shopKept' || event === 'aidReady')
        ? `${keptSaid(data.until, now)}，超市开门的时候来取`
        : '',
      typeof data.fen === 'number' ? `${yuan(data.fen)} 元，来取的时候付` : '',
      data.who ? `是${text(data, 'who')}取消的` : '',
      data.left ? `还剩 ${text(data, 'left')}` : '',
      data.because ? `原因：${text(data, 'because')}` : '',
    ]
      .filter(Boolean)
      .join('，'),
    drawing,
    leads,
  }
}

/** A notice in plain words. `me` is my own id: what is about somebody else begins with their name. */
export const noticeSaid = (
  { event, about, data, thing }: Pick<Notice, 'event' | 'about' | 'data' | 'thing'>,
  me: string | null,
  now: Instant,
): NoticeSaid => {
  const mine = about.id === me
  const whose = mine ? '' : `${about.name}：`
  const family: Readonly<Record<string, string>> = mine ? {} : { forResident: about.id }
  const profile: NoticeSaid['leads'] = {
    route: 'profile',
    params: mine ? {} : { person: about.id },
  }
  switch (event) {
    case 'signedUp':
    case 'promoted':
    case 'activityWithdrawn':
    case 'activityChanged':
    case 'activityTomorrow':
    case 'drawnIn':
    case 'drawnWaiting':
    case 'notDrawn':
    case 'cancelledByStaff':
      return {
        title: `${whose}${activityTitles[event] ?? ''}`,
        detail: [
          text(data, 'title'),
          thingSaid(data, now),
          data.because ? `原因：${text(data, 'because')}` : '',
        ]
          .filter(Boolean)
          .join('，'),
        drawing: activityDrawings[event] ?? 'check',
        leads: thing === null ? null : { route: 'activityDetail', params: { activity: thing } },
      }
    case 'shiftOnAgain':
      return serviceNotice(event, whose, data, now, {
        route: 'shifts',
        params: { view: 'all', ...family },
      })
    case 'shiftPut':
    case 'shiftMoved':
    case 'shiftCalledOff':
    case 'shiftEnded':
    case 'shiftTomorrow':
    case 'shiftSwapTaken':
    case 'shiftSwapAgreed':
    case 'shiftSwapRefused':
      return serviceNotice(event, whose, data, now, {
        route: 'shifts',
        params: { view: 'mine', ...family },
      })
    case 'shiftLeft':
    case 'shiftSwapWaits':
    case 'shiftSwapMade':
      return serviceNotice(
        event,
        whose,
        data,
        now,
        thing === null ? null : { route: 'shiftRoster', params: { shift: thing } },
      )
    case 'hoursConfirmed':
    case 'hoursRefused':
      return serviceNotice(event, whose, data, now, { route: 'myHours', params: family })
    case 'volunteerNeedsGuardian':
      return {
        title: `${whose}没满 18 岁，做志愿者要监护人同意`,
        detail: '排好的班先退了。请爸爸妈妈替您登记，或者带签好的同意书到服务台',
        drawing: 'family',
        leads: { route: 'volunteerHome', params: {} },
      }
    case 'thanked':
      return {
        title: `${whose}${text(data, 'name')}谢谢您`,
        detail: `${text(data, 'title')}：“${text(data, 'words')}”`,
        drawing: 'heart',
        leads: { route: 'thank', params: { view: 'received' } },
      }
    case 'haircutBooked':
    case 'haircutPromoted':
    case 'haircutTomorrow':
    case 'haircutAsk':
    case 'haircutTwoBefore':
    case 'haircutMoved':
    case 'haircutCalledOff':
    case 'haircutCancelled':
    case 'haircutNotReached':
      return serviceNotice(event, whose, data, now, { route: 'haircuts', params: {} })
    case 'haircutNoBarbers':
      return serviceNotice(event, whose, data, now, {
        route: 'haircutQueue',
        params: thing === null ? {} : { session: thing },
      })
    case 'homeVisitPlanned':
    case 'homeVisitTomorrow':
    case 'homeVisitCancelled':
      return serviceNotice(event, whose, data, now, { route: 'homeVisit', params: {} })
    case 'mealOrdered':
    case 'mealChanged':
    case 'mealCalledOff':
    case 'mealExpired':
    case 'mealRefunded':
      return serviceNotice(
        event,
        whose,
        data,
        now,
        thing === null
          ? null
          : { route: 'meal', params: { order: thing, ...(!mine && { person: about.id }) } },
      )
    case 'shopKept':
    case 'shopLapsed':
    case 'shopCancelled':
    case 'shopReversed':
    case 'aidReady':
      return serviceNotice(event, whose, data, now, { route: 'shopOrders', params: {} })
    case 'aidLapsed':
      return serviceNotice(
        event,
        whose,
        data,
        now,
        mine
          ? { route: 'shopOrders', params: {} }
          : { route: 'shopAid', params: { state: 'lapsed' } },
      )
    case 'purchaseBought':
    case 'purchaseGivenUp':
      return serviceNotice(event, whose, data, now, { route: 'shopPurchases', params: {} })
    case 'shopLow':
      return serviceNotice(event, '', data, now, { route: 'shopGoods', params: {} })
    case 'aidAsked':
      return serviceNotice(event, '', data, now, { route: 'shopAid', params: {} })
    case 'aidDecided':
      return {
        title: data.approved === true ? '救急申请同意了' : '救急申请没有同意',
        detail: [text(data, 'title'), text(data, 'because')].filter(Boolean).join('，'),
        drawing: data.approved === true ? 'check' : 'info',
        leads: {
          route: 'shopAid',
          params: { state: data.approved === true ? 'approved' : 'refused' },
        },
      }
    case 'caseMoved':
    case 'caseAsked':
    case 'caseInvited':
    case 'caseSolved':
    case 'caseEnded':
      return serviceNotice(
        event,
        whose,
        data,
        now,
        thing === null ? null : { route: 'case', params: { case: thing, ...family } },
      )
    case 'caseGiven':
    case 'caseAnswered':
    case 'caseReopened':
    case 'caseRose':
    case 'caseGone':
    case 'caseLate':
      return serviceNotice(
        event,
        '',
        data,
        now,
        thing === null ? null : { route: 'staffCase', params: { case: thing } },
      )
    case 'sealedToDo':
    case 'sealedLate':
      return serviceNotice(event, '', data, now, { route: 'sealedCases', params: {} })
    case 'complaintSettled':
      return serviceNotice(event, whose, data, now, { route: 'solvedBoard', params: {} })
    case 'wishNews':
      return serviceNotice(
        event,
        whose,
        data,
        now,
        thing === null ? null : { route: 'wish', params: { wish: thing } },
      )
    case 'proposalNews':
      return serviceNotice(
        event,
        whose,
        data,
        now,
        thing === null ? null : { route: 'proposal', params: { proposal: thing } },
      )
    case 'meetingCalled':
    case 'meetingMoved':
    case 'meetingNews':
      return serviceNotice(
        event,
        whose,
        data,
        now,
        thing === null ? null : { route: 'meeting', params: { meeting: thing } },
      )
    case 'taskNews':
      return serviceNotice(event, '', data, now, { route: 'meetingTasks', params: {} })
    case 'proposalCare':
      return serviceNotice(event, '', data, now, { route: 'proposalsToDo', params: {} })
    case 'errandAsked':
    case 'errandPut':
    case 'helpingTomorrow':
    case 'companionLeft':
    case 'helpingCancelled':
    case 'helpingMissed':
      return serviceNotice(event, whose, data, now, { route: 'errandsToDo', params: {} })
    case 'errandAccepted':
    case 'errandTomorrow':
    case 'errandOnTheWay':
    case 'errandDone':
    case 'errandHelperLeft':
    case 'errandCancelled':
    case 'errandSearched':
    case 'errandNotMet':
      return serviceNotice(event, whose, data, now, { route: 'myErrands', params: {} })
    case 'errandUnmatched':
    case 'errandNoAnswer':
    case 'errandTrouble':
      return serviceNotice(
        event,
        whose,
        data,
        now,
        thing === null ? null : { route: 'staffErrand', params: { errand: thing } },
      )
    case 'voteBegan':
    case 'voteEnded':
    case 'voteReminder':
    case 'voteCalledOff':
    case 'ballotByPaper':
    case 'voteNews':
    case 'voteToDo':
    case 'milestoneLate':
      return serviceNotice(
        event,
        whose,
        data,
        now,
        thing === null
          ? null
          : {
              route:
                event === 'milestoneLate'
                  ? 'staffProject'
                  : event === 'voteToDo'
                    ? 'staffVote'
                    : 'vote',
              params: { id: thing },
            },
      )
    case 'surveyOpened':
    case 'surveyCloses':
      return serviceNotice(event, whose, data, now, { route: 'surveys', params: {} })
    case 'askedToAct':
      return {
        title: `${text(data, 'name')}想替您办事`,
        detail: `他说是您的${relationOfActor(data.relation as Relation)}，点开回答`,
        drawing: 'family',
        leads: { route: 'family', params: {} },
      }
    case 'actingAllowed':
      return {
        title: `${text(data, 'name')}同意了`,
        detail: '您现在可以替他办事',
        drawing: 'family',
        leads: { route: 'family', params: {} },
      }
    case 'guardianEnds':
      return {
        title: `${text(data, 'name')}快满 14 岁了`,
        detail: `${fullDay(text(data, 'until'))} 起，要他自己同意，您才能再替他办事。点开看怎么办`,
        drawing: 'clock',
        leads: { route: 'family', params: {} },
      }
    case 'guardianEnded':
      return {
        title: `${text(data, 'name')}满 14 岁了`,
        detail: '您现在不能替他办事了，要他自己同意。点开看怎么办',
        drawing: 'family',
        leads: { route: 'family', params: {} },
      }
    case 'verified':
      return {
        title: `${whose}居民身份确认好了`,
        detail: `到 ${fullDay(text(data, 'until'))} 有效`,
        drawing: 'check',
        leads: profile,
      }
    case 'verificationEnds':
      return {
        title: `${whose}居民身份快到期了`,
        detail: `${fullDay(text(data, 'until'))} 到期，请带身份证到服务台再确认一次`,
        drawing: 'clock',
        leads: profile,
      }
    case 'verificationRevoked':
      return {
        title: `${whose}居民身份的确认撤销了`,
        detail: `原因：${text(data, 'reason')}。不对的话请打电话给社区`,
        drawing: 'warn',
        leads: profile,
      }
    case 'erasureAsked':
      return {
        title: `${whose}资料要删除了`,
        detail: `本人要求注销，${fullDay(text(data, 'until'))} 删掉。不是本人的意思，请马上打电话给社区`,
        drawing: 'warn',
        leads: profile,
      }
    case 'callUnreached':
      return {
        title: '有居民还没联系上',
        detail: [text(data, 'title'), '请看打电话名单'].filter(Boolean).join('，'),
        drawing: 'phone',
        leads: { route: 'callList', params: {} },
      }
    default:
      return event satisfies never
  }
}
