import type { Words } from '../words'

/** What ordering help, and going to help, may answer. */
export const errands: Words = {
  NotOffered: '您住的地方现在没有这项服务。请看看别的，或者打电话问问社区。',
  NotVerified: '这一项要先确认居民身份。请带身份证到服务台，当场就能办。',
  SayCannotLeave: '这一项只给出不了门的人。请返回说一声出不了门，或者换一项。',
  TooYoung: ({ fromAge }) => `这一项给 ${fromAge ?? ''} 岁以上的居民。请看看别的服务。`,
  BirthDateNeeded: '这一项要看年龄。请先在“我的资料”里填上出生日期，再来点。',
  HomeNeeded: '要知道住在哪里，才能请到附近的志愿者。请先填上住址，再来点。',
  DayNotPossible: '这一天点不了。请选明天以后、一个月以内的日子。',
  TooManyOpen: ({ most }) =>
    `一个人同时最多点 ${most ?? ''} 项。请等办好一项再点，或者先取消一项。`,
  TextRefused: '里面有不合适的字句，没有通过检查。请改一改再发。',
  TooLate: '志愿者已经出发或者已经办过了，不能取消。有事请打电话给志愿者或者社区。',
  NotYet: '还没到约好的时间。请到时候再来点。',
  Over: '这一项已经结束了，不用再办。请返回看看。',
  StarsNeeded: '请先选一选这次怎么样，再提交。',
  NotAVolunteer: '去帮忙要先登记成志愿者。请在“志愿者”里登记，或者到社区服务台办。',
  SkillNeeded: '这一项要会的人来做。您会的话，请先在志愿者登记里把这项本领加上。',
  AdultsOnly: '去帮忙的要满 18 岁。生日还没填的，请先填上出生日期。',
  NotYourself: '自己家里的事不能自己接。请让别的邻居来帮忙。',
  Taken: '刚刚有人接了，人够了，谢谢您。请看看别的。',
  BusyThen: '这个时间已经答应去别处帮忙了。请看看别的时间的。',
  NotYours: '这一项不在您答应的里面，可能刚刚改了。请返回刷新再看看。',
  NotToday: '约好的不是今天。请到那一天出发的时候再点。',
  OneIsMissing: '上门要两个人一起去，同伴还没找齐。请等一等，找到了马上告诉您。',
  MinutesNeeded: '请填一填做了多久，再提交。',
  AlreadyAsked: '已经问过他了，不用再问。请等他回答，或者打电话问一问。',
  StillOpen: '这一项还在找人，不能办结。请找到人，或者先替居民取消。',
  NothingToSettle: '这一项没有要处理的了，可能同事刚办好。请返回看看。',
  TooManyKinds: ({ most }) => `菜单最多放 ${most ?? ''} 项。请先停掉不用的，或者改一项旧的。`,
}
