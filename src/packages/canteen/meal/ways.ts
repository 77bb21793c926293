import { yuanSaid } from '@/src/words/meals'
import { clockSaid, whenSaid } from '@/src/words/time'
import type { Order } from '@/types/canteen'
import type { Instant } from '@/types/shared/day'

/** What can still be done about an order, and how that is said. */
export interface Ways {
  change: boolean
  cancel: boolean
  said: string
}

/**
 * Until the cut-off an order can be cancelled, and changed while nothing is paid or being paid for it; money that was
 * handed over is given back only by staff (`onBehalf`). Null when the order has ended.
 */
export const waysOf = (
  { state, cutOff, open, paidBy, payUntil, pays }: Order,
  { onBehalf, at }: { onBehalf: boolean; at: Instant },
): Ways | null => {
  if (state !== 'placed' && state !== 'paying') return null
  if (at >= cutOff)
    return {
      change: false,
      cancel: false,
      said: onBehalf
        ? '订餐截止了，不能再改，也不能取消。'
        : '过了能改、能取消的时间。来不了，请打电话告诉餐厅。',
    }
  const until = `${whenSaid(cutOff, at)} 前`
  const anew = '要换菜，请先取消，再订一次。'
  if (paidBy === 'cash' || paidBy === 'card')
    return onBehalf
      ? {
          change: false,
          cancel: true,
          said: `${until}可以取消，${yuanSaid(pays)}当面退给他。${anew}`,
        }
      : { change: false, cancel: false, said: '钱已经付在柜台了。要改要退，请到餐厅柜台说一声。' }
  if (paidBy === 'wechat')
    return {
      change: false,
      cancel: true,
      said: `${until}可以取消，钱原路退回微信。${anew}`,
    }
  if (state === 'paying') return { change: false, cancel: true, said: `${until}可以取消。${anew}` }
  if (!open)
    return {
      change: false,
      cancel: true,
      said: `餐厅提前停止订餐了，不能再改；${until}还可以取消。`,
    }
  if (payUntil !== null) {
    const again =
      at < payUntil && payUntil < cutOff ? `${clockSaid(payUntil)} 以后才能改` : '现在不能改'
    return { change: false, cancel: true, said: `正在等微信付款，${again}；${until}可以取消。` }
  }
  return { change: true, cancel: true, said: `${until}可以改，可以取消。` }
}
