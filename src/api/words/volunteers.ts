import { clockSaid } from '@/src/words/time'
import type { Words } from '../words'

const hoursSaid = (minutes: unknown): string => {
  const all = typeof minutes === 'number' ? minutes : 0
  const [hours, rest] = [Math.floor(all / 60), all % 60]
  return [hours > 0 ? `${hours} 小时` : '', rest > 0 || hours === 0 ? `${rest} 分钟` : '']
    .filter(Boolean)
    .join(' ')
}

/** What shifts, and the hours of volunteers, may answer. */
export const volunteers: Words = {
  NotAVolunteer: '这里的班要先登记成志愿者。请到社区服务台说一声，当场就能办。',
  ShiftFull: '人手已经够了，谢谢您。看看别的班还缺不缺人。',
  ShiftOver: '这一班已经结束了，不能再改。有出入请告诉工作人员。',
  ShiftCalledOff: '这一班取消了，不用来了。看看别的班吧。',
  NotOnShift: '这一班的名单里没有这个人，可能刚刚已经退了。请刷新再看看。',
  AlreadyOnShift: '这个人已经在这一班里了，不用再加。',
  TimesOutOfOrder: '结束要在开始以后。请看看时间。',
  InPast: '这个时间已经过了。请选以后的时间，积分规则最早从明天起。',
  MoreAreOnIt: ({ confirmed }) =>
    `已经有 ${confirmed ?? ''} 个人答应来了，人数不能比这还少。要减人，请先和他们说好。`,
  NoSuchMeal: '这一天没有这一餐，或者不归您管。请重新选送哪一餐。',
  FollowsItsService:
    '这一班是义剪自动排的，跟着义剪走。要改时间地点、要取消，请到“义剪安排”里办，这里只改人数。',
  ShiftNotOver: '这一班还没结束。等结束了再记时长。',
  AlreadyEntered: ({ minutes, by }) =>
    `${by ? `${by}` : '签到'}已经给他记过这一班的 ${hoursSaid(minutes)}，不用再记。要改就记一条“扣掉”的。`,
  LongerThanShift: ({ minutes }) =>
    `这一班最多能记 ${hoursSaid(minutes)}。请核对一下再记，多做的另外记一条。`,
  InFuture: '还没到的日子不能记时长。请改成今天或以前的日子。',
  NoMinutes: '时长是零，不用记。请填实际做了多久。',
  NotYourself: '自己的、自己记的或者自己点到的，不能自己办。请另一位同事来。',
  NotOurCode: '这个码不是这里的签到码。请对准组长手机或者墙上屏幕的码，再扫一次。',
  CodeExpired: '这个码已经换了新的。请再扫一次现在的码。',
  NotNow: ({ opensAt }) =>
    `现在不能签到。${typeof opensAt === 'number' ? `${clockSaid(opensAt)} 开始签到，` : ''}早了请等一等；已经结束了，请告诉组长。`,
  ScannedTooLongAgo: '这个码扫了一个多星期了，记不上了。请告诉工作人员，请他替您记。',
  NotHereYet: '还没有记您到了。先点“我到了”，走的时候再扫一次。',
  AlreadyClosed: '这一班的时长已经算好了。不对的话，请告诉组长或者工作人员更正。',
  NotTheLeader: '这一班不是您带的。请组长或者工作人员来点。',
  AlreadyDecided: '这一条同事已经处理过了。请刷新再看看。',
  BelowZero: ({ minutes }) =>
    `最多只能减 ${hoursSaid(minutes)}，再减就成负数了。请核对一下数目再录一条。`,
}
