import type {
  ErrandCategory,
  ErrandRating,
  ErrandState,
  ErrandTrouble,
  PartOfDay,
} from '@/types/errands'
import type { NodeKind } from '@/types/residents'
import type { Day } from '@/types/shared/day'
import type { Said } from './activities'
import { daySaid } from './time'

/** The parts of a day, with when somebody may come. */
export const partNames: Readonly<Record<PartOfDay, { label: string; times: string }>> = {
  morning: { label: '上午', times: '8:30 到 12:00' },
  afternoon: { label: '下午', times: '1:30 到 5:30' },
  evening: { label: '晚上', times: '6:00 到 8:30' },
}

/** 明天 上午; 11月25日 星期三 下午. */
export const errandWhenSaid = ({ day, part }: { day: Day; part: PartOfDay }, today: Day): string =>
  `${daySaid(day, today)} ${partNames[part].label}`

/** How an errand stands. */
export const errandSaid = (state: ErrandState): Said => {
  switch (state) {
    case 'open':
      return { label: '正在请志愿者', tone: 'gold', drawing: 'clock' }
    case 'accepted':
      return { label: '有人接了', tone: 'pine', drawing: 'check' }
    case 'onTheWay':
      return { label: '正在路上', tone: 'blue', drawing: 'hand' }
    case 'done':
      return { label: '志愿者说办好了', tone: 'blue', drawing: 'check' }
    case 'confirmed':
      return { label: '办好了', tone: 'pine', drawing: 'check' }
    case 'cancelled':
      return { label: '取消了', tone: 'plain', drawing: 'close' }
    case 'residentNotThere':
      return { label: '来了没有遇到人', tone: 'brick', drawing: 'warn' }
    case 'volunteerNotThere':
      return { label: '没有人来', tone: 'brick', drawing: 'warn' }
    case 'notDone':
      return { label: '没有办成', tone: 'plain', drawing: 'close' }
    case 'unmatched':
      return { label: '还没找到人，工作人员在找', tone: 'brick', drawing: 'warn' }
  }
}

/** Why staff have to look at it, and what to do. */
export const troubleSaid: Readonly<Record<ErrandTrouble, { label: string; next: string }>> = {
  unmatched: {
    label: '没找到人',
    next: '请在下面挑一位，打电话问一问。日子过了还没找到，跟居民说一声，再办结。',
  },
  residentNotThere: { label: '家里没人应', next: '请打电话看看居民好不好，再办结。' },
  volunteerNotThere: { label: '没有人去', next: '请问问志愿者，再跟居民说一声，然后办结。' },
  badRating: { label: '说得不太好', next: '请两边都问一问，再办结。' },
  wentAlone: { label: '一个人上了门', next: '上门要两个人。请问问志愿者是怎么回事，再办结。' },
  nobodySaid: {
    label: '没人说结果',
    next: '请打电话问一问。办成了，替居民确认，或者在下面替志愿者报一声；没办成，写一句再办结。',
  },
}

/** What stars say. */
export const starNames: Readonly<Record<1 | 2 | 3 | 4 | 5, string>> = {
  5: '很好',
  4: '好',
  3: '一般',
  2: '不太好',
  1: '很不好',
}

/** 很好，修得又快又好 */
export const ratingSaid = ({ stars, words }: ErrandRating): string => {
  const said = Object.entries(starNames).find(([value]) => Number(value) === stars)?.[1] ?? ''
  return [said, words].filter(Boolean).join('，')
}

/** Under which heading something stands on the menu. */
export const categoryNames: Readonly<Record<ErrandCategory, string>> = {
  repairs: '修修补补',
  housework: '家务打扫',
  outings: '看病出门',
  papers: '读写和手机',
  company: '陪伴聊天',
  other: '别的',
}

/** Kinds below their headings, in the order they come. */
export const byCategory = <K extends { category: ErrandCategory }>(
  kinds: readonly K[],
): { category: ErrandCategory; label: string; kinds: K[] }[] =>
  (Object.keys(categoryNames) as ErrandCategory[]).flatMap((category) => {
    const those = kinds.filter((kind) => kind.category === category)
    return those.length > 0 ? [{ category, label: categoryNames[category], kinds: those }] : []
  })

/** What the first place is that both live in. */
export const nearSaid = (near: NodeKind | null): string => {
  switch (near) {
    case 'building':
      return '同一栋楼'
    case 'microgrid':
    case 'grid':
      return '附近的楼'
    case 'community':
      return '同一个社区'
    case 'centre':
      return '别的社区'
    case null:
      return '远近不清楚'
  }
}
