import { whenSaid } from '@/src/words/time'
import type { Registration } from '@/types/activities'
import type { Instant } from '@/types/shared/day'

/** The way out of a sign-up in words. */
export interface Leaving {
  /** The button that asks, and the one of the sheet that does it; absent when it is too late. */
  label?: string
  yes: string
  words?: string
  /** What the sheet asks, and what will happen. */
  question: string
  consequence: string
}

/** How somebody can leave, as the deadline stands; the server decides when it is tapped. Null when there is nothing to leave. */
export const leaving = (
  { state, cancelUntil, endsAt, sessions }: Registration,
  now: Instant,
): Leaving | null => {
  const over = now >= endsAt || sessions.every(({ attended }) => attended)
  if (over) return null
  switch (state) {
    case 'waiting':
      return {
        label: '不排了',
        yes: '是的，不排了',
        question: '不排了吗？',
        consequence: '您的位置马上让给后面的人。想再来，要从最后排起。',
      }
    case 'entered':
      return {
        label: '不参加抽签了',
        yes: '是的，不参加了',
        question: '不参加抽签了吗？',
        consequence: '抽签前还可以再报。',
      }
    case 'in': {
      const sheet = {
        yes: '是的，取消报名',
        question: '取消这次报名吗？',
        consequence: '名额马上让给候补的人。想再来，要重新报名或排队。',
      }
      return now < cancelUntil
        ? { ...sheet, label: '取消报名', words: `${whenSaid(cancelUntil, now)} 前可以取消` }
        : { ...sheet, words: '过了取消的时间。来不了，请打电话告诉社区。' }
    }
    case 'notDrawn':
    case 'cancelled':
    case 'withdrawn':
      return null
  }
}
