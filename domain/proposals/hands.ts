import type { Step } from '@/domain/shared/step'
import type { Instant } from '@/types/shared/day'
import { refused, type Decision } from './record'
import { mostClaimed } from './wish'

/** What one person is just about to claim, in one document: of many taps at once no more get through than may. */
export interface Hands {
  /** Raised by every change. */
  seq: number
  /** Wishes, and since when. */
  taking: Readonly<Record<string, Instant>>
}

/** A tap is over long before: what stands there longer was cut off. */
const takingMs = 10 * 60_000

/** Puts a wish down before it is claimed, as long as a hand is free; `held` are the wishes they have claimed. */
export const decideTake = (
  { seq, taking }: Hands,
  held: readonly string[],
  wish: string,
  at: Instant,
): Decision => {
  const going = Object.entries(taking).filter(([, since]) => since > at - takingMs)
  const full = new Set([...held, ...going.map(([id]) => id)])
  full.delete(wish)
  if (full.size >= mostClaimed) return refused('TooManyClaimed', { most: mostClaimed })
  return {
    outcome: 'step',
    step: {
      guard: { equal: { seq } },
      change: {
        set: { taking: { ...Object.fromEntries(going), [wish]: at }, at },
        inc: { seq: 1 },
      },
    },
  }
}

/** It is claimed, or not to be had. */
export const letGo = (wish: string): Step => ({
  guard: { present: [`taking.${wish}`] },
  change: { unset: [`taking.${wish}`], inc: { seq: 1 } },
})
