import type { Words } from '../words'

/** What speaking up, and answering it, may answer. */
export const feedback: Words = {
  NothingSaid: '还没有说什么事。请写几个字、拍张照片，或者录一段话。',
  TooManyToday: '您今天已经说了不少事，都记下了。请明天再来，急事请打电话给社区。',
  TextRefused: '里面有不合适的字句，没有通过检查。请改一改再发，您写的都还在。',
  ChangedMeanwhile: '这件事刚刚有人动过了。请看看新的情况再办。',
  NotNow: '这件事现在不能这样办了。请看看现在到哪一步了。',
  NotYours: '这件事不归您这里办。请返回看看别的。',
  Taken: '已经有同事接了这件事。请返回看看别的。',
  Full: '很多邻居都说遇到了，人数记满了，已经在办。您不用再点。',
  TooLate: '说办好已经过了十四天，这件收起来了。还没好，请再反映一次。',
  'join.TooManyToday': '您今天已经点了不少，都记下了。请明天再来。',
  'edit.TooManyToday': '这件事今天补充得够多了。请明天再说，急事请打电话给社区。',
  'answer.TooManyToday': '这件事今天说得够多了。请明天再说，急事请打电话给社区。',
  'reopen.TooManyToday': '这件事今天说得够多了。请明天再说，急事请打电话给社区。',
  PaperMissing: '还没有拍协议的照片。请拍一张再记下。',
  InThePast: '这一天已经过去了。请另选一天。',
  NobodyThere: '这位调解员现在接不了。请另选一位。',
  NotAnonymous: '这件事不是匿名反映的，名字就在上面。',
  NobodyKnown: '这件事没有留下是谁反映的，查不到了。',
  NamesSomebody: '里面有人名、电话或门牌号。公开的话里谁也不要写，请改一改。',
  NotOffered: '选的照片现在不能公开了。请重新选一张，或者不放照片。',
  TooLong: '时间太长了。请选一年以内的日子。',
  AlreadyDecided: '已经有同事答复过了。请返回看看别的。',
}
