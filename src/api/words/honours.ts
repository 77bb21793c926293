import type { Words } from '../words'

/** What the honour wall, thanks and certificates may answer. */
export const honours: Words = {
  NoConsent: '本人没有同意在风采墙上露名字。请先问问他，他同意了会出现在名单里。',
  NotOnWall: '墙上还没有他的介绍，这句没有地方放。请先在“写风采墙”里写好他，再来转。',
  ReasonNeeded: '请写一句为什么不转，写的人看得到。',
  ChangedMeanwhile: '同事刚刚改过这一位。请返回，重新打开再改。',
  AdultsOnly: '没满 18 岁的不上风采墙，也不上排行榜。谢谢他，请当面说。',
  TextRefused: '里面有不合适的字句，没有通过检查。请改一改再提交。',
  NothingToThankFor: '这一次现在不能写感谢的话了。做完 30 天以内的都可以写，请返回换一次。',
  NotYourself: '这一条和您自己有关，要请另一位来办。',
  AlreadyThanked: '这一次您已经谢过他了，他会看到的。还想谢别人，请返回再选。',
  TooMany: ({ most }) => `一天最多写 ${most ?? 3} 条，谢谢您的心意。请明天再写。`,
  AlreadyDecided: '这一条同事已经看过了。请刷新再看看。',
  DatesOutOfOrder: '结束的日子要在开始以后。请看看日期。',
  PeriodTooLong: ({ days }) => `时间太长了，一次最多 ${days ?? ''} 天。请分几次来。`,
  InFuture: '还没到的日子开不了证明。请把结束的日子改成今天或以前。',
  TooManyRecords: ({ most }) =>
    `这段时间的记录超过 ${most ?? ''} 条，一张表放不下。请把时间分短一些，比如一个月一张。`,
  NoHours: '这段时间里还没有确认过的时长。请换一段时间，或者问问工作人员确认了没有。',
  SchoolNeeded: '学生的证明要写上学校。请填学校的全名。',
  NoSuchPaper:
    '没有找到这张证明。请对着纸把编号从头到尾再输一遍，前面的字母也要。五年以前开的这里查不到，还是没有就请打电话问开证明的中心。',
  TooManyTries: '今天查得太多了。请明天再查，或者打电话问开证明的中心。',
}
