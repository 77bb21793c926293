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
}
