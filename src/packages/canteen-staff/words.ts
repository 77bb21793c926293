import type { Said } from '@/src/words/activities'
import type { Service } from '@/types/canteen'
import type { Instant } from '@/types/shared/day'

/** How a meal stands, for those who run it. */
export const mealStateSaid = (
  { state, cutOff, endsAt }: Pick<Service, 'state' | 'cutOff' | 'endsAt'>,
  at: Instant,
): Said => {
  switch (state) {
    case 'draft':
      return { label: '草稿，居民还看不到', tone: 'gold', drawing: 'pen' }
    case 'calledOff':
      return { label: '已经取消', tone: 'plain', drawing: 'close' }
    case 'published':
    case 'closed':
      if (at >= endsAt) return { label: '结束了', tone: 'plain' }
      return state === 'closed' || at >= cutOff
        ? { label: '不再接受预订', tone: 'blue', drawing: 'clock' }
        : { label: '正在接受预订', tone: 'pine', drawing: 'check' }
  }
}
