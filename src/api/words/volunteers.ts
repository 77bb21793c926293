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
  NotAVolunteer: '要先登记成志愿者。请点“登记成志愿者”，或者到社区服务台说一声，当场就能办。',
  ShiftFull: '人手已经够了，谢谢您。看看别的班还缺不缺人。',
  ShiftOver: '这一班已经结束了，不能再改。有出入请告诉工作人员。',
  ShiftCalledOff: '这一班取消了，不用来了。看看别的班吧。',
  NotOnShift: '这一班的名单里没有这个人，可能刚刚已经退了。请刷新再看看。',
  AlreadyOnShift: '这个人已经在这一班里了，不用再加。',
  TimesOutOfOrder: '结束要在开始以后。请看看时间。',
  InPast: '这个时间已经过了。请选现在以后的时间。',
  MoreAreOnIt: ({ confirmed }) =>
    `已经有 ${confirmed ?? ''} 个人答应来了，人数不能比这还少。要减人，请先和他们说好。`,
  NoSuchMeal: '这一天没有这一餐，或者不归您管。请重新选送哪一餐。',
  FollowsItsService:
    '这一班是义剪自动排的，跟着义剪走。要改时间地点、要取消，请到“义剪安排”里办，这里只改人数。',
  ShiftNotOver: '这一班还没结束。等结束了再记时长。',
  AlreadyEntered: ({ minutes, by }) =>
    `${by ? `${by}` : '同事'}已经给他记过这一班的 ${hoursSaid(minutes)}，不用再记。要改就记一条“扣掉”的。`,
  LongerThanShift: ({ minutes }) =>
    `这一班最多能记 ${hoursSaid(minutes)}。请核对一下再记，多做的另外记一条。`,
  InFuture: '还没到的日子不能记时长。请改成今天或以前的日子。',
  NoMinutes: '时长是零，不用记。请填实际做了多久。',
  NotYourself: '这一条不能自己来办，要请另一位同事录入或确认。',
  AlreadyDecided: '这一条同事已经处理过了。请刷新再看看。',
  BelowZero: ({ minutes }) =>
    `最多只能减 ${hoursSaid(minutes)}，再减就成负数了。请核对一下数目再录一条。`,
  AgeUnknown: '还不知道满没满 18 岁。请勾上“满 18 岁了”，或者先填生日。',
  GuardianNeeded:
    '没满 18 岁，要监护人同意。请爸爸妈妈在自己的手机上替孩子登记，或者带签好的同意书到服务台办。',
  ConsentNeeded:
    '进能人库、给人看电话、上光荣榜，要本人同意。请本人用自己的手机选，或者到服务台当面说。',
  NotForMinors: '没满 18 岁的志愿者不进能人库，不给人看电话，也不上光荣榜。请关掉这几项再登记。',
  TextRefused: '“想做什么”里有不能写的话。请改一改，或者不写，再登记。',
  TeamFull: '这支队已经满了。请看看别的队，或者打电话给社区。',
  TeamClosed: '这支队现在不收人。请看看别的队，或者打电话给社区。',
  NotInTeam: '队长要先是队员。请他先加入，再来选。',
  MoreAreInIt: ({ members }) => `队里已经有 ${members ?? ''} 个人，人数不能比这还少。`,
  StepsOutOfOrder: '等级要一级比一级高，名字也不能一样。请看看时长和培训次数。',
  NoConsent: '他没有同意给人看电话，或者已经收回了。请当面找他，或者请他的社区转告。',
}
