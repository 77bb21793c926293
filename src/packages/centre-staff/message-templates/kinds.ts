import type { MessageTemplate } from '@/types/centre'
import type { NoticeEvent } from '@/types/notices'

/** Events that one template serves, as an admin thinks of them. */
export interface Kind {
  label: string
  detail: string
  events: readonly NoticeEvent[]
}

export const kinds: readonly Kind[] = [
  {
    label: '报名结果',
    detail: '报上了、候补到了、摇号结果',
    events: ['signedUp', 'promoted', 'drawnIn', 'drawnWaiting', 'notDrawn', 'cancelledByStaff'],
  },
  { label: '活动提醒', detail: '前一天提醒', events: ['activityTomorrow'] },
  {
    label: '活动变动',
    detail: '取消了、时间地点改了',
    events: ['activityWithdrawn', 'activityChanged'],
  },
  { label: '理发提醒', detail: '前一天提醒', events: ['haircutTomorrow'] },
  {
    label: '理发变动',
    detail: '理发师来不了、改日子、取消了',
    events: ['haircutAsk', 'haircutMoved', 'haircutCalledOff'],
  },
  {
    label: '理发排到了',
    detail: '候补到了、快轮到了、上门的日子定了',
    events: ['haircutPromoted', 'haircutTwoBefore', 'homeVisitPlanned'],
  },
  {
    label: '订餐变动',
    detail: '不开餐了、没付款取消了、退款了',
    events: ['mealCalledOff', 'mealExpired', 'mealRefunded'],
  },
  {
    label: '志愿者的班',
    detail: '排了班、前一天提醒、改时间、取消了、换班',
    events: [
      'shiftPut',
      'shiftTomorrow',
      'shiftMoved',
      'shiftCalledOff',
      'shiftEnded',
      'shiftOnAgain',
      'shiftLeft',
      'shiftSwapTaken',
      'shiftSwapAgreed',
      'shiftSwapRefused',
      'shiftSwapWaits',
      'shiftSwapMade',
    ],
  },
  {
    label: '慈善超市',
    detail: '留好了、没来取、托买的买好了、要来领东西、货不多了',
    events: [
      'shopKept',
      'shopLapsed',
      'shopCancelled',
      'shopReversed',
      'shopLow',
      'purchaseBought',
      'purchaseGivenUp',
      'aidAsked',
      'aidDecided',
      'aidReady',
      'aidLapsed',
    ],
  },
  {
    label: '请人帮忙',
    detail: '有人接了、出发了、办好了、换人了',
    events: [
      'errandAccepted',
      'errandTomorrow',
      'errandOnTheWay',
      'errandDone',
      'errandHelperLeft',
      'errandCancelled',
      'errandSearched',
      'errandNotMet',
    ],
  },
  {
    label: '去帮忙的志愿者',
    detail: '请您帮忙、明天提醒、不用去了',
    events: [
      'errandAsked',
      'errandPut',
      'helpingTomorrow',
      'companionLeft',
      'helpingCancelled',
      'helpingMissed',
    ],
  },
  {
    label: '工作人员管的帮忙',
    detail: '敲门没人应、没找到志愿者、没办顺',
    events: ['errandNoAnswer', 'errandUnmatched', 'errandTrouble'],
  },
  {
    label: '居民表决',
    detail: '表决开始了、还没投票的提醒、有结果了、表决取消、纸质票记上了',
    events: [
      'voteBegan',
      'voteEnded',
      'voteReminder',
      'voteCalledOff',
      'ballotByPaper',
      'voteNews',
    ],
  },
  {
    label: '工作人员管的表决',
    detail: '纸质票要核对、退回了，业主点算没有开始',
    events: ['voteToDo'],
  },
  { label: '项目', detail: '有一步过了日子', events: ['milestoneLate'] },
  {
    label: '问卷调查',
    detail: '有问卷请您填、快截止了',
    events: ['surveyOpened', 'surveyCloses'],
  },
  {
    label: '居民反映的事',
    detail: '有进展、有问题、请来看、办好了',
    events: [
      'caseMoved',
      'caseAsked',
      'caseInvited',
      'caseSolved',
      'caseEnded',
      'complaintSettled',
    ],
  },
  {
    label: '工作人员管的反映',
    detail: '新来的、补充的、没解决的、过了期限的',
    events: [
      'caseGiven',
      'caseAnswered',
      'caseReopened',
      'caseRose',
      'caseGone',
      'caseLate',
      'sealedToDo',
      'sealedLate',
    ],
  },
  {
    label: '微心愿、提案和议事会',
    detail: '有人认领、社区答复、开会和变动',
    events: [
      'wishNews',
      'proposalNews',
      'meetingCalled',
      'meetingMoved',
      'meetingNews',
      'taskNews',
    ],
  },
  {
    label: '工作人员管的议事',
    detail: '新的心愿和提案、过了日子的、有意见的',
    events: ['proposalCare'],
  },
  {
    label: '身份和家人',
    detail: '身份确认、到期、代办',
    events: [
      'verified',
      'verificationEnds',
      'verificationRevoked',
      'erasureAsked',
      'askedToAct',
      'actingAllowed',
      'guardianEnds',
      'guardianEnded',
    ],
  },
]

/** What a field of a template may hold, as it is asked for. */
export const facts = [
  { fact: 'title', label: '活动名字填在哪一项' },
  { fact: 'placeName', label: '地点填在哪一项' },
  { fact: 'startsAt', label: '时间填在哪一项' },
  { fact: 'note', label: '说明填在哪一项' },
] as const

export type Fact = (typeof facts)[number]['fact']

/** What an admin typed for one kind: the template's id, and the field each fact goes to. */
export type Typed = { id: string } & Readonly<Record<Fact, string>>

export const typedOf = ({ events }: Kind, templates: readonly MessageTemplate[]): Typed => {
  const template = templates.find((one) => one.events.some((event) => events.includes(event)))
  const fieldOf = (fact: Fact) =>
    Object.entries(template?.fields ?? {}).find(([, value]) => value === fact)?.[0] ?? ''
  return {
    id: template?.id ?? '',
    title: fieldOf('title'),
    placeName: fieldOf('placeName'),
    startsAt: fieldOf('startsAt'),
    note: fieldOf('note'),
  }
}

/** The templates with those of one kind replaced; without an id the kind has none. */
export const replaced = (
  kind: Kind,
  typed: Typed,
  templates: readonly MessageTemplate[],
): MessageTemplate[] => {
  const others = templates.filter(({ events }) => !events.some((one) => kind.events.includes(one)))
  const id = typed.id.trim()
  if (id === '') return others
  const fields = Object.fromEntries(
    facts.map(({ fact }) => [typed[fact].trim(), fact] as const).filter(([field]) => field !== ''),
  )
  return [...others, { id, events: [...kind.events], fields }]
}
