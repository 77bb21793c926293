import {
  caseLevels,
  type CaseLevel,
  type Deadline,
  type Flow,
  type FlowDraft,
} from '@/types/feedback'
import type { Instant } from '@/types/shared/day'

/** A version of a flow, and from when it holds. */
export type DatedFlow = Flow & { readonly from: Instant }

/** The flows in force at a moment: of each category the last version that had begun. */
export const flowsAt = (versions: readonly DatedFlow[], at: Instant): DatedFlow[] => {
  const latest = new Map<string, DatedFlow>()
  for (const flow of [...versions].sort((one, other) => one.version - other.version))
    if (flow.from <= at || flow.version === 1) latest.set(flow.category, flow)
  return [...latest.values()].sort((one, other) => one.order - other.order)
}

/** The flow a message goes by: its category's, else the last of the list (其他), so that nothing sent is lost. */
export const flowFor = (flows: readonly DatedFlow[], category: string): DatedFlow | undefined =>
  flows.find((flow) => flow.category === category) ??
  flows.filter(({ sealed, retired }) => !sealed && !retired).at(-1)

export const deadlineAt = (flow: FlowDraft, level: CaseLevel): Deadline | null => flow[level]

/** The next level above that has to do with it, or null at the top. */
export const levelAbove = (flow: FlowDraft, level: CaseLevel): CaseLevel | null =>
  caseLevels
    .slice(caseLevels.indexOf(level) + 1)
    .find((above) => flow[above] !== null && (above !== 'outside' || flow.department !== null)) ??
  null

/**
 * The level above within the centre. Nothing goes outside by itself: somebody has to write to the department (`refer`).
 */
export const innerAbove = (flow: FlowDraft, level: CaseLevel): CaseLevel | null => {
  const above = levelAbove(flow, level)
  return above === 'outside' ? null : above
}

/** The next level below that has to do with it; null at the bottom, and of what lies outside. */
export const innerBelow = (flow: FlowDraft, level: CaseLevel): CaseLevel | null =>
  level === 'outside'
    ? null
    : (caseLevels
        .slice(caseLevels.indexOf(flow.startsAt), caseLevels.indexOf(level))
        .reverse()
        .find((below) => flow[below] !== null) ?? null)

/** Where it begins: one level higher when it is about somebody who works there. */
export const firstLevel = (flow: FlowDraft, aboutStaff: boolean): CaseLevel => {
  const first =
    flow[flow.startsAt] === null
      ? (levelAbove(flow, flow.startsAt) ?? flow.startsAt)
      : flow.startsAt
  const above = levelAbove(flow, first)
  return aboutStaff && above !== null && above !== 'outside' ? above : first
}

/** Where it goes on by another flow, or at another place: what rose stays as far up as the flow knows within the centre. */
export const levelAfter = (
  known: {
    readonly flow: FlowDraft | null
    readonly level: CaseLevel
    readonly aboutStaff: boolean
  },
  flow: FlowDraft,
): CaseLevel => {
  const first = firstLevel(flow, known.aboutStaff)
  const rose = known.flow !== null && known.level !== firstLevel(known.flow, known.aboutStaff)
  if (!rose) return first
  let level = first
  while (caseLevels.indexOf(level) < caseLevels.indexOf(known.level)) {
    const above = innerAbove(flow, level)
    if (above === null) break
    level = above
  }
  return level
}

const within = {
  hours: (hours: number) => ({ hours }),
  days: (workingDays: number) => ({ workingDays }),
}

const usual = {
  ...{ sealed: false, startsAt: 'grid', retired: false, department: null, outside: null },
  ...{ grid: within.days(2), community: within.days(5), street: within.days(10) },
} as const

/** What a new centre begins with; staff change it. The first of several letters names the category for good. */
export const usualFlows: readonly (FlowDraft & { readonly word: string })[] = [
  { ...usual, word: 'lamp', name: '路灯', example: '楼下的路灯晚上不亮' },
  { ...usual, word: 'clean', name: '卫生', example: '垃圾桶满了没人收' },
  {
    ...usual,
    ...{ word: 'repair', name: '房屋维修', example: '楼道漏水，墙皮掉了' },
    ...{ outside: within.days(20), department: '物业公司' },
  },
  {
    ...usual,
    ...{ word: 'road', name: '道路交通', example: '小区门口过马路不安全' },
    ...{ outside: within.days(30), department: '交警大队' },
  },
  {
    ...usual,
    ...{ word: 'safety', name: '安全隐患', example: '电动车在楼道里充电' },
    ...{ grid: within.hours(4), community: within.hours(24), street: within.days(3) },
    ...{ outside: within.days(10), department: '消防救援大队' },
  },
  { ...usual, word: 'noise', name: '噪音扰民', example: '晚上十点以后还在装修' },
  {
    ...usual,
    word: 'service',
    name: '服务态度',
    example: '办事的时候没人理',
    startsAt: 'community',
  },
  {
    ...usual,
    ...{ word: 'dispute', name: '邻里纠纷', example: '跟邻居有矛盾，想请人调解' },
    ...{ sealed: true, startsAt: 'community', grid: null },
  },
  {
    ...usual,
    ...{ word: 'family', name: '家庭的事', example: '家里的事，只想跟调解员说' },
    ...{ sealed: true, startsAt: 'community', grid: null },
  },
  {
    ...usual,
    word: 'advice',
    name: '建议',
    example: '希望多开几次健康讲座',
    startsAt: 'community',
  },
  { ...usual, word: 'other', name: '其他', example: '别的事也可以说' },
].map((flow, order) => ({ ...flow, order }) as FlowDraft & { readonly word: string })

/** More categories than this nobody reads through. */
const mostFlows = 40
/** What was in force lately stays readable; a case holds its own version for good. */
const versionsKept = 5

/** What makes no sense of a flow, or null. */
export const wrongWith = (draft: FlowDraft): string | null => {
  const inner = (['grid', 'community', 'street'] as const).filter((level) => draft[level] !== null)
  if (inner.length === 0) return 'NoDeadline'
  if (!inner.some((level) => caseLevels.indexOf(level) >= caseLevels.indexOf(draft.startsAt)))
    return 'StartsNowhere'
  return (draft.department === null) === (draft.outside === null) ? null : 'DepartmentMissing'
}

/** The versions with one more: of a category in force, or of a new one. A refusal's code where that makes no sense. */
export const withVersion = (
  versions: readonly DatedFlow[],
  category: string,
  draft: FlowDraft,
  at: Instant,
): string | readonly DatedFlow[] => {
  const wrong = wrongWith(draft)
  if (wrong !== null) return wrong
  const others = flowsAt(versions, at).filter((flow) => flow.category !== category)
  const mine = versions.filter((flow) => flow.category === category)
  if (mine.length === 0 && others.length >= mostFlows) return 'TooMany'
  if (!draft.retired && others.some(({ name, retired }) => !retired && name === draft.name))
    return 'SameName'
  // What was sent under a category that is gone finds another.
  if (!others.some(isOffered) && !isOffered(draft)) return 'LastOne'
  const version = Math.max(0, ...mine.map((flow) => flow.version)) + 1
  return [
    ...versions.filter((flow) => flow.category !== category),
    ...mine.slice(1 - versionsKept),
    { ...draft, category, version, from: at },
  ]
}

const isOffered = ({ sealed, retired }: FlowDraft): boolean => !sealed && !retired
