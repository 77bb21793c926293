import type { DrawingName } from '@/src/design/Drawing'
import type { Colour } from '@/src/design/tokens'
import type { Route } from '@/src/routes'
import type { StaffRole } from '@/types/shared/roles'

export interface Entry {
  label: string
  detail: string
  drawing: DrawingName
  colour: Colour
  route: Route
  /** Who the contract lets call what the page shows. */
  roles: readonly StaffRole[]
}

/** Pages that begin with a person. */
const people: readonly Entry[] = [
  {
    label: '找人',
    detail: '名字、手机尾号、楼号门牌',
    drawing: 'person',
    colour: 'pine',
    route: 'people',
    roles: ['gridWorker', 'communityStaff', 'centreStaff'],
  },
  {
    label: '登记居民',
    detail: '给没有手机的人建档',
    drawing: 'pen',
    colour: 'pine',
    route: 'register',
    roles: ['gridWorker', 'communityStaff', 'centreStaff'],
  },
  {
    label: '打电话名单',
    detail: '微信通知不到的人',
    drawing: 'phone',
    colour: 'brick',
    route: 'callList',
    roles: ['gridWorker', 'communityStaff', 'centreStaff'],
  },
  {
    label: '可能重复',
    detail: '两份像是同一个人的记录',
    drawing: 'family',
    colour: 'gold',
    route: 'doubles',
    roles: ['communityStaff', 'centreStaff'],
  },
]

const activities: readonly Entry[] = [
  {
    label: '我们的活动',
    detail: '名单、点名、签到屏幕',
    drawing: 'calendar',
    colour: 'gold',
    route: 'staffActivities',
    roles: ['communityStaff', 'centreStaff', 'operator', 'keeper', 'lecturer'],
  },
  {
    label: '发布活动',
    detail: '写好就能报名',
    drawing: 'plus',
    colour: 'gold',
    route: 'publish',
    roles: ['communityStaff', 'centreStaff'],
  },
  {
    label: '统计',
    detail: '场次、人次、人数',
    drawing: 'book',
    colour: 'blue',
    route: 'statistics',
    roles: ['communityStaff', 'centreStaff', 'operator'],
  },
]

const canteen: readonly Entry[] = [
  {
    label: '给餐',
    detail: '扫码、按名字，一份一份给',
    drawing: 'bowl',
    colour: 'brick',
    route: 'mealQueue',
    roles: ['canteenStaff', 'communityStaff', 'centreStaff'],
  },
  {
    label: '柜台卖餐',
    detail: '没有订的人，当场买',
    drawing: 'hand',
    colour: 'brick',
    route: 'counter',
    roles: ['canteenStaff', 'communityStaff', 'centreStaff'],
  },
  {
    label: '排餐',
    detail: '每天做什么、做几份',
    drawing: 'calendar',
    colour: 'gold',
    route: 'meals',
    roles: ['canteenStaff', 'communityStaff', 'centreStaff'],
  },
  {
    label: '菜品',
    detail: '价钱、忌口、照片',
    drawing: 'rice',
    colour: 'gold',
    route: 'dishes',
    roles: ['canteenStaff', 'communityStaff', 'centreStaff'],
  },
  {
    label: '厨房单',
    detail: '每个菜做多少，可以打印',
    drawing: 'cup',
    colour: 'pine',
    route: 'kitchenSheet',
    roles: ['canteenStaff', 'communityStaff', 'centreStaff'],
  },
  {
    label: '送餐单',
    detail: '按楼栋送到家，可以打印',
    drawing: 'house',
    colour: 'pine',
    route: 'deliveries',
    roles: ['canteenStaff', 'communityStaff', 'centreStaff'],
  },
  {
    label: '月结',
    detail: '一个月的账，导出和签字',
    drawing: 'book',
    colour: 'blue',
    route: 'settlement',
    roles: ['canteenStaff', 'centreStaff', 'admin'],
  },
  {
    label: '优惠价钱',
    detail: '多大年纪打几折',
    drawing: 'heart',
    colour: 'blue',
    route: 'prices',
    roles: ['canteenStaff', 'centreStaff', 'admin'],
  },
  {
    label: '食堂资质',
    detail: '谁在做饭，许可证，微信收款',
    drawing: 'info',
    colour: 'blue',
    route: 'canteenOperator',
    roles: ['canteenStaff', 'centreStaff', 'admin'],
  },
]

const haircuts: readonly Entry[] = [
  {
    label: '义剪叫号',
    detail: '叫号、现场取号、名单',
    drawing: 'scissors',
    colour: 'brick',
    route: 'haircutQueue',
    roles: ['communityStaff', 'centreStaff', 'operator'],
  },
  {
    label: '义剪安排',
    detail: '每月哪天，改日子、加一次',
    drawing: 'calendar',
    colour: 'gold',
    route: 'haircutRule',
    roles: ['communityStaff', 'centreStaff', 'operator'],
  },
  {
    label: '上门理发',
    detail: '安排日子和两位志愿者',
    drawing: 'house',
    colour: 'pine',
    route: 'homeVisits',
    roles: ['communityStaff', 'centreStaff', 'operator'],
  },
]

const volunteers: readonly Entry[] = [
  {
    label: '志愿者的班',
    detail: '谁来、还差几人',
    drawing: 'heart',
    colour: 'pine',
    route: 'staffShifts',
    roles: ['communityStaff', 'centreStaff', 'canteenStaff', 'operator'],
  },
  {
    label: '固定的岗',
    detail: '护学岗、巡逻，自动排班',
    drawing: 'calendar',
    colour: 'gold',
    route: 'posts',
    roles: ['communityStaff', 'centreStaff', 'canteenStaff', 'operator'],
  },
  {
    label: '换班',
    detail: '谁想换，等您同意',
    drawing: 'hand',
    colour: 'gold',
    route: 'swaps',
    roles: ['communityStaff', 'centreStaff', 'canteenStaff', 'operator'],
  },
  {
    label: '确认时长',
    detail: '同事记的，等您确认',
    drawing: 'check',
    colour: 'pine',
    route: 'hoursToConfirm',
    roles: ['communityStaff', 'centreStaff', 'canteenStaff', 'operator'],
  },
  {
    label: '能人库',
    detail: '谁会修、谁会教，愿意帮忙的人',
    drawing: 'hand',
    colour: 'gold',
    route: 'talents',
    roles: ['gridWorker', 'communityStaff', 'centreStaff', 'operator'],
  },
  {
    label: '志愿队',
    detail: '成立一支队，选队长，看名单',
    drawing: 'family',
    colour: 'pine',
    route: 'staffTeams',
    roles: ['communityStaff', 'centreStaff'],
  },
  {
    label: '志愿者等级',
    detail: '多少时长、几次培训算几级',
    drawing: 'book',
    colour: 'blue',
    route: 'volunteerLevels',
    roles: ['centreStaff'],
  },
  {
    label: '感谢的话',
    detail: '居民写给志愿者的，您看过才转',
    drawing: 'bubble',
    colour: 'gold',
    route: 'thanksToRead',
    roles: ['communityStaff', 'centreStaff'],
  },
  {
    label: '写风采墙',
    detail: '同意露名字的志愿者，写一句、放照片',
    drawing: 'pen',
    colour: 'gold',
    route: 'honourEdit',
    roles: ['communityStaff', 'centreStaff'],
  },
  {
    label: '给人开证明',
    detail: '没有手机的人，时长开成证明',
    drawing: 'book',
    colour: 'blue',
    route: 'certifyFor',
    roles: ['communityStaff', 'centreStaff'],
  },
  {
    label: '导出服务记录',
    detail: '按民政部的要求，一段时间的时长',
    drawing: 'book',
    colour: 'blue',
    route: 'volunteerRecords',
    roles: ['centreStaff', 'admin'],
  },
  {
    label: '积分规则',
    detail: '做一小时得几分',
    drawing: 'heart',
    colour: 'pine',
    route: 'pointRules',
    roles: ['communityStaff', 'centreStaff'],
  },
]

const errands: readonly Entry[] = [
  {
    label: '邻里帮忙',
    detail: '居民点的服务，还差谁、谁去',
    drawing: 'hand',
    colour: 'brick',
    route: 'staffErrands',
    roles: ['gridWorker', 'communityStaff', 'centreStaff', 'operator'],
  },
  {
    label: '服务菜单',
    detail: '能点什么、谁能点',
    drawing: 'book',
    colour: 'gold',
    route: 'errandKinds',
    roles: ['communityStaff', 'centreStaff'],
  },
]

const votes: readonly Entry[] = [
  {
    label: '居民表决',
    detail: '一户一票，看投票率、上门、纸质票',
    drawing: 'hand',
    colour: 'brick',
    route: 'staffVotes',
    roles: ['gridWorker', 'communityStaff', 'centreStaff'],
  },
  {
    label: '居民项目',
    detail: '做到哪一步、照片、自筹和配捐的账',
    drawing: 'house',
    colour: 'pine',
    route: 'staffProjects',
    roles: ['gridWorker', 'communityStaff', 'centreStaff'],
  },
]

const surveys: readonly Entry[] = [
  {
    label: '问卷调查',
    detail: '写问卷、入户填、看结果',
    drawing: 'pen',
    colour: 'blue',
    route: 'staffSurveys',
    roles: ['gridWorker', 'communityStaff', 'centreStaff'],
  },
  {
    label: '替人填问卷',
    detail: '在服务台或电话里替人填',
    drawing: 'person',
    colour: 'blue',
    route: 'surveyFor',
    roles: ['gridWorker', 'communityStaff', 'centreStaff'],
  },
]

const workers = ['gridWorker', 'communityStaff', 'centreStaff'] as const

const cases: readonly Entry[] = [
  {
    label: '居民反映的事',
    detail: '我的、没人接的、过期的',
    drawing: 'bubble',
    colour: 'brick',
    route: 'casesToDo',
    roles: workers,
  },
  {
    label: '按楼走一走',
    detail: '每栋楼还有几件没办好',
    drawing: 'house',
    colour: 'pine',
    route: 'casePlaces',
    roles: workers,
  },
  {
    label: '记一个来电',
    detail: '专线打来的，替他记下',
    drawing: 'phone',
    colour: 'gold',
    route: 'caseByPhone',
    roles: workers,
  },
  {
    label: '回复范文',
    detail: '常用的回复，拿来改一改',
    drawing: 'pen',
    colour: 'blue',
    route: 'caseAnswers',
    roles: workers,
  },
  {
    label: '办理流程',
    detail: '每一类归谁办、多久办好',
    drawing: 'book',
    colour: 'gold',
    route: 'caseFlows',
    roles: ['centreStaff'],
  },
]

const sealed: readonly Entry[] = [
  {
    label: '保密的事',
    detail: '纠纷和家里的事，只有调解员看内容',
    drawing: 'bubble',
    colour: 'brick',
    route: 'sealedCases',
    roles: ['mediator', 'communityStaff', 'centreStaff'],
  },
  {
    label: '办事情况',
    detail: '居民反映的事，办得怎么样',
    drawing: 'info',
    colour: 'blue',
    route: 'caseDashboard',
    roles: ['gridWorker', 'communityStaff', 'centreStaff'],
  },
  {
    label: '居民说的不妥',
    detail: '公开的话，有人觉得不该写',
    drawing: 'warn',
    colour: 'gold',
    route: 'complaints',
    roles: ['communityStaff', 'centreStaff'],
  },
]

const proposals: readonly Entry[] = [
  {
    label: '心愿、提案、议事会',
    detail: '等您看的、要答复的、过了日子的',
    drawing: 'bubble',
    colour: 'blue',
    route: 'proposalsToDo',
    roles: ['gridWorker', 'communityStaff', 'centreStaff'],
  },
  {
    label: '替人写心愿、提案',
    detail: '给没有手机的人写',
    drawing: 'pen',
    colour: 'brick',
    route: 'voiceFor',
    roles: ['gridWorker', 'communityStaff', 'centreStaff'],
  },
]

const shop: readonly Entry[] = [
  {
    label: '超市柜台',
    detail: '扫码兑换、义卖、发放',
    drawing: 'hand',
    colour: 'brick',
    route: 'shopCounter',
    roles: ['keeper', 'operator', 'centreStaff'],
  },
  {
    label: '交付预订',
    detail: '居民订好的，来了就给',
    drawing: 'check',
    colour: 'brick',
    route: 'shopHandOver',
    roles: ['keeper', 'operator', 'centreStaff'],
  },
  {
    label: '货品',
    detail: '还剩多少、积分、价钱',
    drawing: 'rice',
    colour: 'gold',
    route: 'shopGoods',
    roles: ['keeper', 'operator', 'centreStaff'],
  },
  {
    label: '收捐赠',
    detail: '别人送来的东西，开收据',
    drawing: 'heart',
    colour: 'gold',
    route: 'shopTakeIn',
    roles: ['keeper', 'operator', 'centreStaff'],
  },
  {
    label: '救急',
    detail: '申请、审批、领取',
    drawing: 'warn',
    colour: 'pine',
    route: 'shopAid',
    roles: ['gridWorker', 'keeper', 'operator', 'communityStaff', 'centreStaff'],
  },
  {
    label: '代购',
    detail: '替出不了门的人买',
    drawing: 'house',
    colour: 'pine',
    route: 'shopBuying',
    roles: ['keeper', 'operator', 'centreStaff'],
  },
  {
    label: '借出没还的',
    detail: '谁借的，还了几件',
    drawing: 'stick',
    colour: 'pine',
    route: 'shopLent',
    roles: ['keeper', 'operator', 'centreStaff'],
  },
  {
    label: '出入库',
    detail: '每一笔进出，可以撤回',
    drawing: 'book',
    colour: 'blue',
    route: 'shopLedger',
    roles: ['keeper', 'operator', 'centreStaff'],
  },
  {
    label: '盘点',
    detail: '一样一样数，换人核对',
    drawing: 'pen',
    colour: 'blue',
    route: 'shopStocktaking',
    roles: ['keeper', 'operator', 'centreStaff'],
  },
  {
    label: '超市月报',
    detail: '每个月的总数，公开',
    drawing: 'calendar',
    colour: 'blue',
    route: 'shopStatement',
    roles: ['keeper', 'operator', 'centreStaff'],
  },
]

const centre: readonly Entry[] = [
  {
    label: '组织和岗位',
    detail: '社区、网格、楼栋，谁负责',
    drawing: 'house',
    colour: 'blue',
    route: 'tree',
    roles: ['communityStaff', 'centreStaff', 'admin'],
  },
  {
    label: '屏幕链接',
    detail: '签到屏、叫号屏的链接',
    drawing: 'qr',
    colour: 'blue',
    route: 'displays',
    roles: ['communityStaff', 'centreStaff'],
  },
  {
    label: '门口的海报',
    detail: '义剪、食堂、志愿者、超市的码',
    drawing: 'qr',
    colour: 'pine',
    route: 'servicePoster',
    roles: ['communityStaff', 'centreStaff', 'canteenStaff', 'operator'],
  },
  {
    label: '中心介绍',
    detail: '电话、开门时间、服务点',
    drawing: 'info',
    colour: 'blue',
    route: 'aboutCentre',
    roles: ['centreStaff', 'admin'],
  },
  {
    label: '消息模板',
    detail: '用哪个微信模板通知居民',
    drawing: 'bell',
    colour: 'gold',
    route: 'messageTemplates',
    roles: ['admin'],
  },
  {
    label: '操作记录',
    detail: '谁替谁办了什么',
    drawing: 'clock',
    colour: 'soft',
    route: 'auditLog',
    roles: ['centreStaff', 'admin'],
  },
]

export const groups: ReadonlyArray<{ label: string; entries: readonly Entry[] }> = [
  { label: '居民', entries: people },
  { label: '活动', entries: activities },
  { label: '食堂', entries: canteen },
  { label: '义剪', entries: haircuts },
  { label: '志愿者', entries: volunteers },
  { label: '邻里帮忙', entries: errands },
  { label: '邻里议事', entries: proposals },
  { label: '表决和项目', entries: votes },
  { label: '问卷调查', entries: surveys },
  { label: '居民心声', entries: [...cases, ...sealed] },
  { label: '慈善超市', entries: shop },
  { label: '中心', entries: centre },
]
