import { yuan } from '@/types/shared/fen'
import type { Words } from '../words'

const past =
  '货品上写的保质期已经过了，不能给人。请核对实物：没有过期就到“货品”里改日期，过期了请取下来，盘点时改数。'

/** Whoever stands at the shelf can look. */
const pastForKeepers = Object.fromEntries(
  ['redeem', 'sell', 'handOut', 'handOver', 'giveAid', 'askAid', 'decideAid'].map((act) => [
    `${act}.PastBestBefore`,
    past,
  ]),
)

/** What the charity shop may answer. */
export const shop: Words = {
  NoLongerSold: '这样东西不再兑换和卖了。请看看别的。',
  NotEnoughLeft: ({ left }) =>
    Number(left ?? 0) > 0
      ? `只剩 ${left} 份了。请减少几份，再试一次。`
      : '刚刚没有货了。请看看别的，或者过几天再来。',
  'askAid.NotEnoughLeft': ({ left }) =>
    `架上只剩 ${left ?? 0} 份了，不够。请减少几份，或者等补了货再申请。`,
  'decideAid.NotEnoughLeft': ({ left }) =>
    `架上只剩 ${left ?? 0} 份了，不够这次申请的。请等补了货再同意，或者不同意，请他重新申请。`,
  'reverse.NotEnoughLeft': ({ left }) =>
    `这些东西已经出去了，架上只剩 ${left ?? 0} 份，撤不回来。数目不对的话，请再盘点一次。`,
  PastBestBefore: '这样东西过了保质期，不能再兑换和发放。请看看别的，或者到超市柜台问一问。',
  ...pastForKeepers,
  NotForPoints: '这样东西不能用积分换。请到超市柜台问一问。',
  NotForMoney: '这样东西没有定价，不能卖。要卖的话，请先在“货品”里写上价钱。',
  NotEnoughPoints: '积分不够。做志愿服务、时长确认以后，积分会增加。',
  MonthlyLimit: ({ perMonth, more }) =>
    `这样东西每人每月最多 ${perMonth ?? ''} 份，这个月还能换 ${more ?? 0} 份。请改一改数量，或者下个月再来。`,
  PriceChanged: '刚刚改了价。请看看新的价，再办一次。',
  AlreadyOrdered: '这样东西您已经订了，还没有取。请先取走，或者取消以后再订。',
  TooManyWaiting: '等着取的人太多了，现在订不了。请直接到超市柜台兑换。',
  NotWaiting: '这一份已经取走了，或者已经取消了。请看看“我订的东西”。',
  'handOver.NotWaiting': '这一份已经取走了，或者已经取消了。请刷新看看。',
  TextRefused: '写的内容没有通过检查。请换一种说法。',
  TooManyOpen: ({ most }) => `已经有 ${most ?? ''} 样东西在等着买了。请等买好几样，再来登记。`,
  NotOpen: '这一条已经办过了，或者还没到这一步。请刷新看看。',
  ChangedMeanwhile: '同事刚刚改过。请返回，重新打开再改。',
  TooManyGoods: '货品太多了，放不下。请先把不再卖的停掉，再加新的。',
  NotLent: '这一笔不是借出的东西，不用收回。',
  NotSoManyLent: ({ out }) => `没还的只有 ${out ?? 0} 份了。请刷新看看，再点一次。`,
  TooManyLent: ({ most }) =>
    `这样东西借出去没还的已经有 ${most ?? ''} 笔了。请先把还回来的收好，再借。`,
  AlreadyReversed: '这一笔已经撤回或者还回来了。请刷新看看。',
  NotReversible: '这一笔不能单独撤回。附捐请撤回那一笔义卖；数目不对的话，请再盘点一次。',
  NotYourself: '这件事要换一位同事来办，请他登录以后点一下。',
  AlreadyDecided: '同事已经处理过了。请刷新看看。',
  NotApproved: '这一份还没有同意，或者已经领走了、过期了。请看看申请。',
  AboveTheMost: ({ most }) =>
    `他说最多花 ${yuan(Number(most ?? 0))} 元。请先打电话问问，或者核对一下价钱。`,
  OneIsOpen: '已经有一次盘点在进行。请接着数，数完再开始新的。',
  TooManyToCount: ({ most }) =>
    `要数的货品超过 ${most ?? ''} 样，一次盘不完。请先把不再卖的那些发完，再开始盘点。`,
  NothingToCount: '还没有货品，不用盘点。请先加货品。',
  StocktakingClosed: '这次盘点已经结束了。数目不对的话，请再开始一次。',
  NotYourStocktaking: '这次盘点要请开始的同事来放弃，或者请中心的工作人员来办。',
  NotAllCounted: ({ more }) => `还有 ${more ?? ''} 样没有数。请数完再结束。`,
  PromisedGoodsMissing: ({ name }) =>
    `“${name ?? ''}”实有的比留给人家的还少。请先取消几份预订，或者再数一遍，然后结束盘点。`,
  MonthNotOver: '这个月还没有过完。请下个月再公开。',
  StocktakingUnfinished: '盘点的差额还没有入完账。请打开“盘点”看看差哪几样，办好以后再公开。',
  AlreadyPublished: '这个月已经公开了，数字不能再改。',
}
