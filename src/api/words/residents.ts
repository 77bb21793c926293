import type { Words } from '../words'

/** What signing in, profile, family, cards and the work of staff may answer. */
export const residents: Words = {
  UnknownCentre: '没有找到这个服务中心。请再扫一次门口或海报上的码。',

  VerifiedBirthDate: '您的出生日期已经由工作人员核对过，要改请带上证件到社区办理。',
  VerifiedHome: '您的住址已经由工作人员核对过。搬了家请告诉社区，核对后就能改。',
  BirthDateInFuture: '出生日期比今天还晚，请再看看年份。',
  BirthDateNeeded: '请填上孩子的出生日期，报名时要看年龄。',
  UnknownBuilding: '没有找到这栋楼，请重新选一次小区和楼号。',
  OwnPhone: '这位家人有自己的手机，资料要由本人修改。',
  PhoneCodeExpired: '这次授权过期了，请再点一次“用微信手机号”。',

  GuardianConsentNeeded: '孩子不满14岁，请监护人勾选同意后再添加。',
  TooManyDependants: '一部手机最多帮12位家人办事。请先移走不再需要的家人，或打电话给社区。',
  CardUnknown: '这张卡不能用了，或者不是我们的卡。请对方打开“我的码”，再扫一次。',
  ThatIsYou: '这是您自己的码。请扫家人的码。',
  AlreadyActing: '您已经可以帮这位家人办事了，在“家人”里就能看到。',
  NoPhone: '这位还没有用手机登录，办不了这一步。请和工作人员一起当面办理。',
  SamePerson: '两边是同一个人，请重新选一位。',

  DetailsDoNotMatch: '姓名或出生日期和登记的不一样。请照着证件再填一次，或打电话给社区。',
  TooManyTries: '今天试的次数太多了，请明天再试，或到社区当面办理。',
  AlreadySignedIn: '您已经登录过了。要把纸卡上的记录并过来，请告诉社区工作人员。',
  RecordHasPhone: '这份记录已经在另一部手机上用了。不是您本人操作的，请马上打电话给社区。',

  LastAdmin: '您是最后一位管理员。请先把管理员交给别人，再办这一步。',

  UntilInPast: '到期的时间已经过了，请选今天以后的。',
  UntilTooFar: '时间太长了。居民身份最多确认5年，标签最多1年，请选近一点的日期。',
  NotYourself: '不能给自己或自己的家人办这一步，请同事来办。',
  NotVerified: '这位居民现在没有确认过的身份，不用取消。',
  BothHavePhones: '两份记录都在用手机登录，不能直接合并。请让居民在其中一部手机上注销后再合并。',
  ConsentNeeded: '这个标签要本人同意才能加。请让居民在手机上同意，或签好纸质同意书。',

  WrongLevel: '这一级放不到那里。顺序是中心、社区、网格、微网格、楼栋，请重新选上一级。',
  NotStaffThere: '这位在这里还没有岗位。请先给他安排岗位，再设为负责人或代理人。',
  NoDeputy: '还没有指定代理人。请先指定一位，再登记外出。',
}
