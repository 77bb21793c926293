import type { DrawingName } from '@/src/design/Drawing'
import type { Tone } from '@/src/design/tokens'
import type {
  ConsentPurpose,
  DocumentSeen,
  NodeKind,
  Relation,
  ResidencyBasis,
} from '@/types/residents'
import type { Day } from '@/types/shared/day'
import type { StaffRole } from '@/types/shared/roles'

/** What somebody is to me. */
export const relations: Readonly<Record<Relation, string>> = {
  child: '孩子',
  parent: '父母',
  spouse: '爱人',
  grandparent: '爷爷奶奶、外公外婆',
  grandchild: '孙辈',
  other: '亲戚朋友',
}

const inverse: Readonly<Record<Relation, Relation>> = {
  child: 'parent',
  parent: 'child',
  spouse: 'spouse',
  grandparent: 'grandchild',
  grandchild: 'grandparent',
  other: 'other',
}

/** What I am to whoever calls me their `relation`: I am the mother, so who asks is my 孩子. */
export const relationOfActor = (relation: Relation): string => relations[inverse[relation]]

export const bases: Readonly<Record<ResidencyBasis, string>> = {
  household: '户口在这里',
  ownership: '房子是自己的',
  tenancy: '租房住',
  permit: '有居住证',
}

export const documents: Readonly<Record<DocumentSeen, string>> = {
  idCard: '身份证',
  householdBook: '户口本',
  deed: '房产证',
  lease: '租房合同',
  permit: '居住证',
}

/** 2027年12月31日: days that lie years away are said with their year. */
export const fullDay = (day: Day): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

export interface Standing {
  label: string
  tone: Tone
  drawing: DrawingName
}

/** How a person's residency stands, in a few words. */
export const residencySaid = (until: Day | null | undefined, today: Day): Standing => {
  if (!until) return { label: '还没确认居民身份', tone: 'gold', drawing: 'info' }
  if (until < today) return { label: '居民身份到期了', tone: 'gold', drawing: 'clock' }
  return { label: '居民身份已确认', tone: 'pine', drawing: 'check' }
}

export const purposes: Readonly<Record<ConsentPurpose, string>> = {
  privacyPolicy: '按《隐私说明》保管我的资料',
  actFor: '让家人替我办事',
  guardian: '作为监护人，登记孩子的资料',
  sensitiveTag: '登记需要单独同意的情况，比如残疾、低保',
  callList: '有要紧事打电话告诉我',
  photos: '活动照片里可以有我',
  volunteerMinor: '让孩子做志愿者',
  talentDirectory: '进能人库，让工作人员找得到我',
  showContact: '工作人员找我帮忙时，可以看我的电话',
  honours: '名字上风采墙',
}

export const nodeKindNames: Readonly<Record<NodeKind, string>> = {
  centre: '中心',
  community: '社区',
  grid: '网格',
  microgrid: '微网格',
  building: '楼栋',
}

export const addSaid: Readonly<Record<NodeKind, string>> = {
  centre: '加一个中心',
  community: '加一个社区',
  grid: '加一个网格',
  microgrid: '加一个微网格',
  building: '加一栋楼',
}

export const roleNames: Readonly<Record<StaffRole, string>> = {
  volunteer: '志愿者',
  microgridLead: '微网格长',
  gridWorker: '网格员',
  canteenStaff: '食堂工作人员',
  communityStaff: '社区工作人员',
  centreStaff: '中心工作人员',
  operator: '运营机构',
  admin: '管理员',
  mediator: '调解员',
  professional: '专业人员',
  lecturer: '老师',
  keeper: '场地管家',
  partner: '共建单位',
}
