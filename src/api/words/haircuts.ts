import { whenSaid } from '@/src/words/time'
import { now } from '../clock'
import type { Words } from '../words'

/** What booking a haircut, the queue on the square and home visits may answer. */
export const haircuts: Words = {
  NotOpenYet: ({ opensAt }) =>
    `还没开始取号。${typeof opensAt === 'number' ? whenSaid(opensAt, now()) : ''} 开始，到时候点这里就行。`,
  SessionOver: '这一场已经结束了。请看看下一次的日子。',
  SessionCalledOff: '这一场取消了，不用来了。请看看下一次的日子。',
  SlotFull: '这个时间的号取完了。请换一个时间。',
  Full: '号都取完了。可以排候补，有人取消会马上通知您；或者当天早点到现场看看。',
  AlreadyBooked: '这一场已经有号了，或者已经在排队，不用再取。',
  CancelledBefore: '这个号已经取消过了。还想来，请返回再点一次取号。',
  NotBooked: '这一场没有这个号，可能刚刚已经取消。请刷新再看看。',
  AlreadyCalled: '已经叫到号了，不能再取消。请到现场，或者告诉工作人员。',
  NothingToChoose: '现在不用选了：号还在，或者已经选过。请看看您的号。',
  NoNextDate: '下一次的日子还没定，没法留号。请先排这一次的候补，或者打电话给社区。',
  NotVerified: '上门理发给确认过的居民。请家人带上证件到服务台确认一下，一分钟就好。',
  CanWalk: '上门理发只给走不动的居民。走得动，请取个号来现场理；真走不动，请点“走不动，出不了门”。',
  HomeNeeded: '还不知道您住哪里。请先在“我的”里填上住址，再来申请。',
  AlreadyAsked: '已经申请过上门理发了，定好日子会通知您，不用再点。',
  AlreadyDone: '这一次上门已经结束了，不能再改。还需要，请重新申请。',
  TimesOutOfOrder: '结束要在开始以后，中间至少够理一个人。请看看时间。',
  NoSuchDate: ({ day }) => `${day ?? '这一天'} 本来就不理发，不用调整。请看看日子。`,
  DateTaken: ({ day }) => `${day ?? '这一天'} 已经有一场了。请换一天。`,
  UnknownRecurrence: '这个重复规则看不懂，或者排不出日子。请重新选每月哪一天。',
  ChangedMeanwhile: '刚才有同事改过安排。请重新打开，看看新的内容再改。',
  NameNeeded: '请填上来人的姓名，或者从居民里找出来。',
  NotToday: '今天不是这一场的日子。请到当天再办。',
  NotCalled: '这个号没有在叫，可能同事刚刚处理过。请刷新再看看。',
  NotMissed: '这个号没有过号，不用重新排。请刷新再看看。',
  OnceOnly: '过号以后只能重新排一次。请点“现场取号”给他再取一个号，或者约下一次。',
  InPast: '这一天已经过了。请选今天或以后的日子。',
  TwoNeeded: '上门要有两位不同的志愿者一起去，也不能是他本人。请再选一位。',
  NotAVolunteer: ({ name }) =>
    `${name ?? '这位'}还不是这里的志愿者，或者没有确认居民身份，不能上门。请换一位，或者请他先到服务台办。`,
  AdultsOnly: ({ name }) => `${name ?? '这位'}没满 18 岁，不能上门。请换一位志愿者。`,
  NotPlanned: '这一次上门还没定日子。请先定好日子和志愿者。',
}
