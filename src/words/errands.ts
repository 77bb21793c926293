import type { ErrandRating, ErrandState, ErrandTrouble, PartOfDay } from '@/types/errands'
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
    case 'unmatched':
      return { label: '还没找到人，工作人员在找', tone: 'brick', drawing: 'warn' }
  }
}

/** Why staff have to look at it, and what to do. */
export const troubleSaid: Readonly<Record<ErrandTrouble, { label: string; next: string }>> = {
  unmatched: { label: '没找到人', next: '请在下面挑一位，打电话问一问。' },
  residentNotThere: { label: '家里没人应', next: '请打电话看看居民好不好，再办结。' },
  volunteerNotThere: { label: '没有人去', next: '请问问志愿者，再跟居民说一声，然后办结。' },
  badRating: { label: '说得不太好', next: '请两边都问一问，再办结。' },
  nobodySaid: { label: '没人说结果', next: '请打电话问一问，替居民确认。' },
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

/** Steps of the tree up to where both live: the same building, grid, community, or further. */
export const distanceSaid = (distance: number | null): string =>
  distance === null
    ? '住址没有登记'
    : distance === 0
      ? '同一栋楼'
      : distance === 1
        ? '附近的楼'
        : distance === 2
          ? '同一个社区'
          : '住得远一些'
