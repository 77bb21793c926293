import { whenSaid } from '@/src/words/time'
import { now } from '../clock'
import type { Words } from '../words'

/** What surveys, and answering them, may say no to. */
export const surveys: Words = {
  NotOpenYet: ({ opens }) =>
    `这份问卷还没有开始${opens ? `，${whenSaid(Number(opens), now())} 开始` : ''}。请到时候再来填。`,
  Closed: '这份问卷已经结束了，不能再填、再改。要接着问，请复制一份新的。',
  'answer.Closed': '这份问卷已经截止了，不能再填。谢谢您，下次请早一点来。',
  'answerAtDoor.Closed': '填的时候问卷已经截止了，这一份没有算进去。请告诉发问卷的同事。',
  NotForThem: '这份问卷不是给您这里填的。请返回看看别的。',
  'visit.NotForThem': '这份问卷现在不问这一家了，这次入户没有记。不用再去，请看名单上的下一家。',
  'visit.HomeNeeded': '还不知道他住哪一户，这次入户没有记。请先在居民资料里填上他的住址。',
  HomeNeeded: '这份问卷一户填一份，还不知道您住哪一户。请先在“我的资料”里填上住址。',
  BirthDateNeeded: '这份问卷要看年龄。请先在“我的资料”里填上出生日期，再来填。',
  AlreadyAnswered: ({ at, by }) =>
    `已经填过了：${whenSaid(Number(at), now())}${by ? `，${by}填的` : ''}。不用再填，谢谢您。`,
  'answerAtDoor.AlreadyAnswered': ({ at, by }) =>
    `这一户已经填过了：${whenSaid(Number(at), now())}${by ? `，${by}填的` : ''}。以先填的为准，这一份留在这里给您看。`,
  AnswerMissing: ({ question }) => `第 ${question ?? ''} 题还没有填。请回到那一题填上，再交。`,
  AnswerWrong: ({ question }) => `第 ${question ?? ''} 题填得不对。请回到那一题再看一看。`,
  TextRefused: '里面有不合适的字句，没有通过检查。请改一改再交。',
  RoomNeeded: '要写上几室，才知道是哪一户。请填上门牌再交。',
  TooOld: '这一份是一个星期以前填的，太久了，没有算进去。请再上门填一次。',
  SensitiveTag: '这份问卷是按要保密的人群发的，只有中心的人和本网格的网格员能办。请找他们。',
  ChangedMeanwhile: '同事刚刚改过这份问卷。请返回，重新打开再改。',
  StaysAsItWas: '发布过的问卷，给哪里、按人还是按户、匿名不匿名都不能再改。要改请复制一份新的。',
  NothingChanged: '和上一版一样，没有要发布的。请改好了再发布。',
  QuestionsMissing: '还没有题目。请先加上几道题，再发布。',
  QuestionIncomplete: ({ question }) =>
    `第 ${question ?? ''} 题还没写完整。请点开这一题，把题目和选项都写上。`,
  BranchWrong: ({ question }) =>
    `第 ${question ?? ''} 题的“什么时候才问”对不上了。请点开这一题，重新选前面的题。`,
  TooMuchToCount: '题目和选项太多了，统计不过来。请去掉几道题，或者把表格题改小一点。',
  TimesWrong: '开始和截止的时间不对。截止要在开始之后、在现在之后，最长一年。请改一改。',
  AgesWrong: '年龄的范围写反了。请把小的写前面，大的写后面。',
  AnonymousStays: '匿名的问卷认不出谁填的，所以交了不能改。请把“交了还能改”关掉。',
  TooManyOpen: ({ most }) => `同时最多开 ${most ?? ''} 份问卷。请先结束一份，再发布。`,
  TooManyVersions: ({ most }) => `一份问卷最多改 ${most ?? ''} 版。请复制一份新的来发。`,
  NotPublished: '这份问卷还没有发布，不用结束。请返回接着写。',
  StillOpen: '问卷还没有结束，现在还不能看、不能公布。请等截止以后再来。',
  AnswersMayCome: ({ from }) =>
    `入户填的还可能传上来。不记名字的问卷，为了不让人猜出最后几份是谁填的，${whenSaid(Number(from), now())} 以后才出结果。请到时候再来。`,
  TooFew: ({ least }) => `不到 ${least ?? ''} 份答卷，容易看出是谁填的，不能公布。请再等一等。`,
  TooManyAnswers: ({ most }) =>
    `答卷超过 ${most ?? ''} 份，一张表放不下。请在屏幕上看合计，或者联系系统管理员。`,
}
