import type { Words } from '../words'

/** What projects and their funds may answer. */
export const projects: Words = {
  ChangedMeanwhile: '同事刚刚改过这个项目。请返回，重新打开再改。',
  OwnerCannotOpen: '他不在这里工作，打不开这个项目。请选这个社区或者中心的工作人员。',
  TextRefused: '里面有不合适的字句，没有通过检查。请改一改再发。',
  NotGoingOn: '这个项目已经结束了，不能再改。请返回看看。',
  TooManyMilestones: ({ most }) => `一个项目最多 ${most ?? ''} 步。请并成几大步再写。`,
  DoneAlready: '这一步已经做完了，不能再改。请先把它改回“还没做完”。',
  TooManyPhotos: ({ most }) =>
    `同事也加了照片，这里最多放 ${most ?? ''} 张。请返回，重新打开这一步，去掉几张再存。`,
  StepsLeft: '还有步骤没有做完，不能结束。请先做完，或者去掉不做的步骤。',
  NothingToDecide: '这张照片不用再看了，可能同事刚看过。请返回看看。',
  FundThere: '这个项目已经有配捐的规则了，不能再改。请返回看看。',
  TimeWrongWay: '结束的日子比开始的还早。请改一改日子。',
  NoFund: '这个项目没有自筹和配捐。请返回看看别的。',
  InFuture: '日子还没有到。请填钱真正收到或者付出的那一天。',
  WhoNeeded: '要公示名字，请先写上是谁。不愿意公示的，请选不具名。',
  NotEnough: '余额没有这么多。请核对一下金额，或者先记别的收入。',
  ReversedAlready: '这一笔已经冲回过了，不用再办。请返回看看。',
  IsAReversal: '冲回的这一笔不能再冲回。请重新记一笔。',
}
