import { yuan } from '@/types/shared/fen'
import type { ErrorData } from '@/types/shared/envelope'
import { whenSaid } from '@/src/words/time'
import { now } from '../clock'
import type { Words } from '../words'

/** A moment the server names, as it is said; without one, nothing. */
const at = (moment: ErrorData[string] | undefined): string =>
  typeof moment === 'number' ? whenSaid(moment, now()) : ''

const money = (fen: ErrorData[string] | undefined): string =>
  typeof fen === 'number' ? `${yuan(fen)} 元` : ''

/** The dish it is about, where one is named. */
const dish = ({ name }: ErrorData): string => (name ? `“${name}”` : '这个菜')

/** What ordering, paying, serving and the work of the kitchen may answer. */
export const canteen: Words = {
  OrderingClosed: '订餐的时间过了。还想吃，请到餐厅柜台看看，现场也卖。',
  SoldOut: (data) =>
    data.left
      ? `${dish(data)}只剩 ${data.left} 份了，请少要一点，或者换一个菜。`
      : `${dish(data)}卖完了，请换一个菜。`,
  NotOnTheMenu: '这一餐没有这个菜了。请返回看看新的菜单。',
  NoSuchKind: '这一餐没有这种吃法。请换一种，比如自己来取。',
  HomeNeeded: '送餐要知道送到哪里。请先填上住址，或者改成自己来取。',
  SayCannotLeave: '送餐只送给出不了门的人。请返回说一声出不了门，或者改成自己来取。',
  TooManyOrders: '这一餐订得太多了，不能再订。要的话请打电话问问餐厅。',
  PriceChanged: ({ pays }) => `价钱变了，现在是 ${money(pays)}。请看一看，可以的话再点一次。`,
  NoWechatPay: '这里不能用微信付。请选“到柜台付”，来取餐的时候付。',
  PaymentUnavailable: '微信付款没有接通，钱没有扣。请过一会儿再试，或者到柜台付。',
  AlreadyPaid: '这一单已经付过钱了，不用再付。要换菜，请先取消，再订一次。',
  NotChangeable: '这一单现在不能改，也不能取消。要退要改，请到餐厅柜台说一声。',
  NotPayable: '这一单现在不用付，可能已经付过，或者已经取消。请返回看看订单。',

  NoHalalLicence: '没有清真许可，不能标“清真”。请去掉这一项。',
  TextRefused: '里面有不合适的字句，没有通过检查。请改一改再存。',
  PeriodTooLong: ({ days }) => `一次最多看 ${days ?? 45} 天，请把时间选短一些。`,
  TimesOutOfOrder: '时间的先后不对。请看看开餐、结束和截止订餐的时间。',
  MealTaken: '这个地方这一天的这一餐已经安排过了。请打开那一餐来改。',
  PortionsTaken: (data) =>
    data.least
      ? `${dish(data)}已经订出 ${data.least} 份，不能比这还少。`
      : '已经有人订了这一餐，不能换日子，也不能换地方。要换，请取消这一餐再安排。',
  KindInUse: '已经有人这样订了，不能去掉这种吃法。请保留它，或者请这些人先改订单。',
  ChangedMeanwhile: '刚才有同事改过这一餐。请重新打开，看看新的内容再改。',
  DishGone: '有一个菜已经不做了。请从菜单里去掉它，再存一次。',
  DishTwice: '同一个菜放了两次。请去掉一个，把份数加在一起。',
  InPast: '这个时间已经过了，请选以后的。',
  TooManyPortions: ({ most }) => `份数太多了，一餐一共最多 ${most ?? ''} 份。请改少一些。`,
  NotADraft: '这一餐已经发布过了，不用再发布。',
  NothingToCopy: '那一周没有安排过菜单。请换一周再试。',
  ServiceOver: '这一餐已经结束了，不能取消。要退钱，请打开订单来退。',

  NoMealYet: '这一餐还没有排好，或者取消了。请打电话问问食堂，过一会儿再来看。',
  NotServingNow: ({ startsAt }) => `现在不是取餐的时间，${at(startsAt)} 开餐。请到时候再来。`,
  CardUnknown: '这张卡不能用了，或者不是我们的卡。请按名字找订单。',
  NoOrder: '这一餐没有找到订单。可以在柜台现买。',
  AlreadyServed: ({ at: when }) => `这一单${at(when)} 已经取过了。请问问是不是家里人来取的。`,
  NotPaid: ({ pays }) => `这一单还没付钱，要收 ${money(pays)}。请收了钱，再点取餐。`,
  Cancelled: '这一单已经取消了。想吃可以在柜台现买。',
  ScannedTooLongAgo: '扫码的时间太久了，记不上了。请按名字重新点一次取餐。',

  MoreThanPaid: ({ most }) => `最多还能退 ${money(most)}。请改一下金额。`,
  MonthNotOver: '这个月还没过完，下个月才能结算。',
  SamePerson: '餐厅和中心要两个人分别签字。请另一位来签。',
  AlreadyClosed: '这一边已经有人签过字了，不用再签。',
  OrdersOpen: '这个月还有没办完的订单或退款。请先处理好，再来签字。',
  MealsOpen: ({ until }) =>
    `这个月的餐还没有记完，断网时的扫码一天之内会补上来。请${at(until)} 以后再来签字。`,
  NothingToSettle: '这一笔已经办好了，不用再办。请返回看看。',
  BandsOutOfOrder: '年龄要从小到大，年纪越大付得越少。请看看各档的顺序。',
}
