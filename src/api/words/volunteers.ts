import type { Words } from '../words'

/** What shifts and hours of volunteers may answer. */
export const volunteers: Words = {
  NotAVolunteer: '您还没有登记成志愿者。请打电话给社区，登记好就能来。',
  ShiftFull: '这一班人够了，谢谢您。请看看别的班。',
  ShiftOver: '这一班已经过了。请看看后面的班。',
  ShiftCalledOff: '这一班取消了，不用来了。请看看别的班。',
  NotOnShift: '不在这一班里，可能已经退掉了。请返回再看一下。',
  AlreadyOnShift: '已经在这一班里了，不用再加。',
  MoreAreOnIt: ({ least }) => `已经有 ${least ?? ''} 人说好要来，需要的人数不能比这还少。`,
  TimesOutOfOrder: '结束要比开始晚。请看看开始和结束的时间。',
  InPast: '这个时间已经过了，请选以后的时间。',
  InFuture: '日子还没到，不能先记时长。请做完了再记。',
  NoMinutes: '时长不能是零。请写上几小时几分。',
  NotYourself: '自己的时长、自己记的时长，要请另一位同事来确认。',
  AlreadyDecided: '同事刚才已经处理过这一条了。',
  BelowZero: '扣掉以后会变成负数。请看看他现在有多少时长，再改一下。',
}
