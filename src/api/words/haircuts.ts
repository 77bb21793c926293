import { whenSaid } from '@/src/words/time'
import type { ErrorData } from '@/types/shared/envelope'
import { now } from '../clock'
import type { Words } from '../words'

/** A moment the server names, as it is said; without one, nothing. */
const at = (moment: ErrorData[string] | undefined): string =>
  typeof moment === 'number' ? whenSaid(moment, now()) : ''

/** What booking a haircut, the queue on the square and visits at home may answer. */
export const haircuts: Words = {
  NotOpenYet: ({ opensAt }) => `还没开始取号。${at(opensAt)} 开始，到时候点这里就行。`,
  SessionOver: '这次义剪已经结束了。请看看下一次的日子。',
  SessionCalledOff: '这次义剪取消了，不用来了。请看看下一次的日子。',
  SlotFull: '这个时间刚刚满了。请换一个时间，或者选最早有空的。',
  Full: '号和候补都满了。当天现场还留了一些号，也可以打电话问问。',
  AlreadyBooked: '这次已经有号了，不用再取。',
  CancelledBefore: '这个号已经取消过了。还想来，请返回再点一次取号。',
  NotBooked: '没有找到这个号，可能已经取消了。请返回再看一下。',
  AlreadyCalled: '已经叫到号了。来不了，请告诉现场的工作人员。',
  NothingToChoose: '现在不用选了，您的号已经安排好。请返回看看。',
  NoNextDate: '下一次的日子还没定。请选今天候补，或者打电话给社区。',

  NotVerified: '上门理发给确认过身份的居民。请带证件到服务台确认一下，或者打电话给社区。',
  HomeNeeded: '还没登记住址，不知道去哪里。请先在“我的”里填上住址，再来申请。',
  AlreadyAsked: '已经申请过了，定好日子会告诉您，不用再点。',
  AlreadyDone: '这次上门已经办完了，不能再改。',
  InPast: '这一天已经过了，请选今天或以后的日子。',
  TwoNeeded: '上门要两位志愿者一起去，请再选一位。',
  NotPlanned: '还没有定日子，请先安排日子和志愿者。',

  TimesOutOfOrder: '结束要比开始晚，也要够剪一位的时间。请看看开始和结束的时间。',
  NoSuchDate: '按规律没有这一天，改不了。请从上面的日子里选。',
  DateTaken: '那一天已经有一次义剪了，请换一天。',
  UnknownRecurrence: '这个规律算不出日子。请选每月几号，或者每月第几个星期几。',
  ChangedMeanwhile: '刚才有同事改过安排。请返回，看看新的内容再改。',

  NameNeeded: '请写上怎么称呼，或者扫会员码。',
  NotToday: '不是今天的义剪，当天才能叫号、取现场号。',
  NotCalled: '这个号现在不在理发，可能同事已经点过了。',
  NotMissed: '这个号没有过号，不用排回去。',
  OnceOnly: '过号后只能排回去一次。请重新取一个现场号。',
}
