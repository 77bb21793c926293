import { tagNames } from '@/src/words/activities'
import { whenSaid } from '@/src/words/time'
import type { AudienceTag } from '@/types/residents'
import type { ErrorData } from '@/types/shared/envelope'
import { now } from '../clock'
import type { Words } from '../words'

/** A moment the server names, as it is said; without one, nothing. */
const at = (moment: ErrorData[string] | undefined): string =>
  typeof moment === 'number' ? whenSaid(moment, now()) : ''

const groups = (tags: ErrorData[string] | undefined): string =>
  String(tags ?? '')
    .split(',')
    .map((tag) => tagNames[tag as AudienceTag] ?? '')
    .filter(Boolean)
    .join('、')

/** What signing up, cancelling, checking in and the work of staff on activities may answer. */
export const activities: Words = {
  NotOpenYet: ({ opensAt }) => `还没开始报名。${at(opensAt)} 开始，到时候点这里就行。`,
  SignUpClosed: '报名已经截止了。想来请打电话问问社区，看还能不能加。',
  Withdrawn: '这次活动取消了，不用来了。看看别的活动吧。',
  Full: '名额和候补都满了。过几天再来看看，有人取消会空出位子。',
  HouseholdFull: ({ cap }) => `每家最多 ${cap ?? 1} 个名额，家里已经报满了。要换人，请先取消一个。`,
  BirthDateNeeded: '这个活动看年龄。请先在“我的”里填上出生日期，再来报名。',
  TooYoung: ({ age, minAge }) =>
    `满 ${minAge ?? ''} 岁才能参加，活动那天 ${age ?? ''} 岁。看看别的活动吧。`,
  TooOld: ({ age, maxAge }) =>
    `不超过 ${maxAge ?? ''} 岁才能参加，活动那天 ${age ?? ''} 岁。看看别的活动吧。`,
  NotVerified: ({ until }) =>
    until
      ? '居民身份到活动那天就过期了。请带上证件到服务台再确认一次，一分钟就好。'
      : '这个活动给本地居民。请带上证件到服务台确认一下，一分钟就好。',
  OtherCommunity: '这个活动给住在那个社区的居民。看看您社区的活动，或者打电话问问。',
  TagNeeded: ({ tags }) =>
    `这个活动给${groups(tags) || '登记过的居民'}。要是符合，请到服务台登记一下再报。`,

  AlreadyIn: ({ state }) =>
    state === 'waiting' ? '已经在排队了，不用再点。' : '已经报上了，不用再点。',
  CancelledBefore: '这次报名已经取消过了。还想来，请返回再点一次报名。',
  AnswerNeeded: '还有一项没填，请看看标红的地方。',
  GuardianNeeded: '孩子不满 14 岁，请留下大人的名字和电话。',

  NotSignedUp: '这个活动没有报名记录，或者还在排队。请问问门口的工作人员，可以当场帮您。',
  TooLateToCancel: '过了取消的时间。来不了，请打电话告诉社区。',

  NotOurCode: '这个码签不了到。请扫活动屏幕上的码，或者给工作人员看会员码。',
  CodeExpired: '码一分钟换一次，这个已经过了。请再扫一次屏幕上的码。',
  NotNow: ({ opensAt }) => `现在还不能签到，开始前一小时（${at(opensAt)}）起可以签。`,
  ScannedTooLongAgo: '扫码的时间太久了，记不上了。请告诉工作人员，可以补记。',
  CardUnknown: '这张卡不能用了，或者不是我们的卡。请按名字点名。',

  TimesOutOfOrder: '时间的先后不对。请看看报名、截止、取消和上课的时间。',
  TooManyPlaces: ({ most }) => `名额太多了，最多 ${most ?? ''} 个。请改少一些。`,
  OpensInPast: '开始报名的时间已经过了，请选现在以后的时间。',
  DrawTimeNeeded: '抽签要定一个时间：在报名截止以后、活动开始以前。',
  TextRefused: '里面有不合适的字句，没有通过检查。请改一改再发布。',
  SeatsTaken: ({ least }) => `已经有 ${least ?? ''} 人报上了，名额不能比这还少。`,
  ChangedMeanwhile: '刚才有同事改过这个活动。请重新打开，看看新的内容再改。',
  AlreadyDrawn: '已经抽过签了，这一项不能再改。',
  NotADraw: '这个活动先到先得，不用抽签。',
  TooEarlyToDraw: ({ drawAt }) => `还没到抽签的时间，${at(drawAt)} 才能抽。`,
  NotWaiting: '这位已经不在排队了，可能刚刚取消，或者已经补上。',
  NothingToConfirm: '这一条已经有人确认过了。',
  NotYourself: '自己的签到要请同事来确认。',
  NotAnOuting: '这个活动没有设清点人数。要清点，请在“修改活动”里打开。',
  NoCompletion: '这个活动没有定来几次算学完，发不了结业证。请先在“修改活动”的详细说明里填上。',
  PeriodTooLong: ({ days }) => `一次最多看 ${days ?? 366} 天，请把时间选短一些。`,
}
