import type { Words } from '../words'

/** What voting may answer. */
export const votes: Words = {
  HomeNeeded: '要知道您家的门牌号，才知道是哪一户。请先在“我的资料”里填好楼号和门牌，再来投。',
  NotVerified: '投票要先确认居民身份。请带身份证到服务台，当场就能办。',
  BirthDateNeeded: '投票的人要满 18 岁。请先在“我的资料”里填上出生日期，再来投。',
  TooYoung: '投票的人要满 18 岁。请家里的大人来投。',
  HouseholdNotListed:
    '名单是表决开始那天定的，您家那时还没有登记，这一次投不了。请打电话问问社区。',
  SpokeElsewhere:
    '搬家以前，您替原来那一户投过了，一个人只投一次。新家这一票，请家里别的大人来投。',
  NotBegun: '还没到投票的时间。请到时候再来投。',
  VoteOver: '投票已经结束了，不能再投，也不能再改。请看看结果。',
  CalledOff: '这次表决取消了，不用再投。请看看写的原因。',
  StillPreparing: '正在准备名单，很快就好。请过几分钟再来。',
  NoSuchOption: '没有这个选项，可能刚刚改过。请返回，重新打开再投。',
  NotCountedYet: '还没有数完票。请过几分钟再来看。',
  NotYourUnit: '名单上这一套不是您的。请带房产证到社区核对一下。',
  TooManyHouseholds: ({ most }) =>
    `这个范围超过 ${most ?? ''} 户，一次表决放不下。请按网格分开表决。`,
  NobodyThere: '这里还没有登记的住户，没有人能投。请先登记住户，再开始。',
  NotHere: '表决要选一个社区、网格或者楼栋。请返回选小一点的范围。',
  TooShort: '投票时间至少要有一个小时。请把结束的时间往后调。',
  TooLong: ({ days }) => `投票时间最长 ${days ?? ''} 天。请把结束的日子往前调。`,
  TextRefused: '里面有不合适的字句，没有通过检查。请改一改再发。',
  TheyHaveNoHome: '他的资料里没有门牌号，不知道是哪一户。请先补上门牌，再录这张票。',
  TheyAreNotVerified: '他还没有确认居民身份，或者没有出生日期。请先给他办，再来录。',
  TheyAreTooYoung: '签字的人要满 18 岁。请让家里的大人签字。',
  TheySpokeElsewhere: '他搬家以前替原来那一户投过了，一个人只投一次。请这一户别的大人签字。',
  SignerGone:
    '签字的人已经搬走，或者身份没有确认，这张不能算。请点“不一样，退回去”，请这一户别的大人重新签。',
  OwnHousehold: '这是您自己家的票，要请别的同事来录、来核对。',
  PaperWaits: '这一户已经有一张纸质票等人核对。请先让同事核对那一张。',
  NothingToCheck: '这张票已经核对过了，可能同事刚办好。请返回看看。',
  SecondPerson: '这张票是您录的，要另外一位同事来核对。请转给同事。',
  RemindedToday: '今天已经提醒过了。请明天再提醒，或者上门问一问。',
  AnotherBuilding: '要照着用的名单是另一栋楼的。请选同一栋楼，或者重新录业主。',
  NotABuilding: '业主点算要选一栋楼。请返回选楼栋。',
  NotACount: '这不是业主点算，没有业主名单。请返回重新选。',
  AlreadyStarted: '已经开始点算，名单不能再改了。有错请取消这一次，再点“照这份名单再开一次”。',
  TooManyOwners: ({ most }) => `一栋楼最多录 ${most ?? ''} 套。请分开点算。`,
}
