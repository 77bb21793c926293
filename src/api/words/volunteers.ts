import { skillNames } from '@/src/words/skills'
import type { Skill } from '@/types/shared/skills'
import { clockSaid } from '@/src/words/time'
import { minutesSaid } from '@/src/words/volunteers'
import type { Words } from '../words'

/** Names of skills that an error lists, `haircut,order` → 理发、巡逻. */
const skillsSaid = (list: unknown): string =>
  String(list ?? '')
    .split(',')
    .flatMap((skill) => skillNames[skill as Skill] ?? [])
    .join('、')

const hoursSaid = (minutes: unknown): string =>
  minutesSaid(typeof minutes === 'number' ? minutes : 0)

/** What shifts, and the hours of volunteers, may answer. */
export const volunteers: Words = {
  NotAVolunteer: '要先登记成志愿者。请点“登记成志愿者”，或者到社区服务台说一声，当场就能办。',
  ShiftFull: '人手已经够了，谢谢您。看看别的班还缺不缺人。',
  ShiftOver: '这一班已经结束了，不能再改。有出入请告诉工作人员。',
  ShiftCalledOff: '这一班取消了，不用来了。看看别的班吧。',
  NotOnShift: '这一班的名单里没有这个人，可能刚刚已经退了。请刷新再看看。',
  AlreadyHere: '已经签到了，不能退这一班。要走就点“我要走了”，时长才记得上。',
  AlreadyOnShift: '这个人已经在这一班里了，不用再加。',
  SkillNeeded: ({ skills }) =>
    `这一班要会${skillsSaid(skills) || '这门手艺'}的人来。您会的话，请在志愿者登记里勾上，再回来报名。`,
  NotVerified:
    '这一班看得到居民的门牌和电话，要先确认居民身份。请带身份证到社区服务台，当场就能办。',
  AdultsOnly: '没满 18 岁的人不能上门，也不能带班、当队长。请选别的班，或者换一位。',
  LeaderAgeUnknown:
    '还不知道他满没满 18 岁，先不能带班、当队长。请先替他登记成志愿者，或者确认居民身份、填上生日。',
  NotAlone: '没满 18 岁的人不能一个人当班。请选要两个人以上的班。',
  AtTheSameTime: ({ title }) =>
    `那个时间已经在“${title ?? '别的'}”那一班了，去不了两处。请换一班，或者先退掉那一班。`,
  ShiftBegun: '这一班已经开始了，不能再换人。有事请打电话给社区。',
  NotOffered: '这一班他不换了，或者已经有人接了。请看看别的班。',
  AlreadyTaken: '已经有人愿意替他来，正等社区同意。请看看别的班。',
  NothingToAnswer: '没有要回答的换班，可能同事已经答过了。请刷新再看看。',
  NoPost: '这一班只有一次，没有下一班的人看。有事请打电话给社区。',
  NotBegun: '这一班还没开始，开始以后才能写交接。请到时候再来写。',
  TextRefused: '这段话里有不能写的内容。请改一改，再存一次。',
  NoDates: '按这样排，一天也排不出来。请看看星期几、从哪天到哪天、去掉了哪些日子。',
  ChangedMeanwhile: '同事刚刚改过。请返回，重新打开，看看新的内容再改。',
  MinutesChanged: '刚刚又收到一次签到，时长变了。请重新看一眼，对的话再确认。',
  TimesOutOfOrder: '结束要在开始以后。过了半夜才结束的，照填几点就行，会算到第二天。',
  ShiftTooLong: '一班最长 24 小时。请分成几班来排。',
  SomebodyCame:
    '已经有人签到了，开始时间不能再改，不然他们的时长会算错。要提前结束，请点“提前结束这一班”。',
  NotForWhoIsOnIt: ({ names }) =>
    `这样改的话，${names ?? '有人'}就不能来这一班了：没满 18 岁的不能上门、不能一个人当班，送餐要先确认居民身份。请先和他们说好，从名单里退下来，再改。`,
  InPast: '这个时间已经过了。请选以后的时间，积分规则最早从明天起。',
  MoreAreOnIt: ({ confirmed }) =>
    `已经有 ${confirmed ?? ''} 个人答应来了，人数不能比这还少。要减人，请先和他们说好。`,
  NotYourCanteen: '这个食堂不归您管。请选您管的食堂，或者请那边的同事来定送哪一餐。',
  FollowsItsService:
    '这一班是义剪自动排的，跟着义剪走。要改时间地点、要取消，请到“义剪安排”里办，这里只改人数。',
  ShiftNotOver: '这一班还没结束。等结束了再记时长。',
  AlreadyEntered: ({ minutes, by }) =>
    `${by ? `${by}` : '签到'}已经给他记过这一班的 ${hoursSaid(minutes)}，不用再记。要改请打开他的服务时长，点这一条更正。`,
  LongerThanShift: ({ minutes }) =>
    `这一班最多能记 ${hoursSaid(minutes)}。请核对一下再记，多做的另外记一条。`,
  InFuture: '还没到的日子不能记时长。请改成今天或以前的日子。',
  NoMinutes: '时长是零，不用记。请填实际做了多久。',
  NotConfirmed: '这一条还没确认，不用更正。不对请另一位同事点“不对”，再重新记一条。',
  TooManyRules:
    '积分规则满 200 条了，不能再加。还没开始用的，可以选它开始的那一天再定一条，把它换掉。',
  NotYourself: '自己的、自己记的或者自己点到的，不能自己办。请另一位同事来。',
  NotOurCode: '这个码不是这里的签到码。请对准带班的人手机或者墙上屏幕的码，再扫一次。',
  CodeExpired: '这个码已经换了新的。请再扫一次现在的码。',
  NotNow: ({ opensAt }) =>
    `现在不能签到。${typeof opensAt === 'number' ? `${clockSaid(opensAt)} 开始签到，` : ''}早了请等一等；已经结束了，请告诉带班的人。`,
  ScannedTooLongAgo: '这个码扫了一个多星期了，记不上了。请告诉工作人员，请他替您记。',
  NotHereYet: '还没有记您到了。先点“我到了”，走的时候再扫一次。',
  AlreadyClosed: '这一班的时长已经算好了。不对的话，请告诉带班的人或者工作人员更正。',
  NotTheLeader: '这一班不是您带的。请带班的人或者工作人员来点。',
  AlreadyDecided: '这一条同事已经处理过了。请刷新再看看。',
  BelowZero: ({ minutes }) => `最多只能减 ${hoursSaid(minutes)}，再减就成负数了。请核对一下数目。`,
  AgeUnknown: '还不知道满没满 18 岁。请勾上“满 18 岁了”，或者先填生日。',
  GuardianNeeded:
    '没满 18 岁，要监护人同意。请爸爸妈妈在自己的手机上替孩子登记，或者带签好的同意书到服务台办。',
  ConsentNeeded:
    '进能人库、给人看电话、上风采墙，要本人同意。请本人用自己的手机选，或者到服务台当面说。',
  NotForMinors: '没满 18 岁的志愿者不进能人库，不给人看电话，也不上风采墙。请关掉这几项再登记。',
  TeamFull: '这支队已经满了。请看看别的队，或者打电话给社区。',
  TeamClosed: '这支队现在不收人。请看看别的队，或者打电话给社区。',
  NotInTeam: '队长要先是队员。请他先加入，再来选。',
  MoreAreInIt: ({ members }) => `队里已经有 ${members ?? ''} 个人，人数不能比这还少。`,
  StepsOutOfOrder: '等级要一级比一级高，名字也不能一样。请看看时长和培训次数。',
  NoConsent: '他没有同意给人看电话，或者已经收回了。请当面找他，或者请他的社区转告。',
}
