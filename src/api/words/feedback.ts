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
  NobodyThere: '这位同事不管这个地方，或者这一级没有人管。请换一位，或者交给上一级。',
  NobodyToAsk: '反映的人没有在小程序里留下身份，问不到。请打电话问，再把情况记下来。',
  NoDepartment: '这一类事没有写明转给哪个部门。请让街道在“办理流程”里写上。',
  NotThatDay: '这个日子不对。请看看日期，再填一次。',
  NotTheSame: '这两件事不在一个地方，或者不是一类，不能合在一起。',
  NothingChanged: '类别和地点都没有变。请选要改成什么。',
  WordsMissing: '请写一句为什么不通过，居民会看到。',
  TooMany: '已经太多了。请先停用不要的，再加新的。',
  SameName: '已经有一个叫这个名字的了。请换个名字。',
  NoDeadline: '至少有一级要写明期限，不然没有人会办。',
  StartsNowhere: '从这一级开始的话，这一级或者上面要有期限。',
  DepartmentMissing: '转给外面的部门，要写明是哪个部门，也要写明多久回复。',
  LastOne: '这是最后一类了，停用以后居民就没法反映了。请先加别的。',
}
