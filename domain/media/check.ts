import type { Step } from '@/domain/shared/step'
import type { Instant } from '@/types/shared/day'

/**
 * What is known of a file somebody sent. `waiting`: WeChat has not said anything yet. `held`: it could not say, or was
 * not sure, so staff look. Others see only what `passed`.
 */
export type MediaState = 'waiting' | 'passed' | 'refused' | 'held'

export interface MediaCheck {
  readonly state: MediaState
  /** The name of the question WeChat was asked last; null as long as it was not. */
  readonly trace: string | null
  /** How often WeChat was asked, or would have been. */
  readonly asked: number
  /** When it is asked again, if it says nothing; null when there is nothing to wait for. */
  readonly due: Instant | null
}

/** WeChat answers within 30 minutes, or not at all. */
const answersWithinMs = 45 * 60_000

const mostAsked = 3

const equalTo = ({ state, trace, asked }: MediaCheck) => ({ equal: { state, trace, asked } })

/** It was asked: `trace` names the question, or is null where WeChat took none. After three in vain, staff look. */
export const decideAsked = (check: MediaCheck, trace: string | null, at: Instant): Step => ({
  guard: equalTo(check),
  change: { set: { trace, asked: check.asked + 1, due: at + answersWithinMs } },
})

/** Whether it was asked often enough in vain. */
export const isGivenUp = ({ asked, state }: MediaCheck): boolean =>
  state === 'waiting' && asked >= mostAsked

/** Nobody answered: it is for staff to look at. */
export const decideHeld = (check: MediaCheck): Step => ({
  guard: equalTo(check),
  change: { set: { state: 'held', due: null } },
})

/** What WeChat says of a file; `error` where it could not look at it, so that it is asked again. */
export type MediaVerdict = 'pass' | 'review' | 'risky' | 'error'

/** Null where there is nothing to do: it was decided before, as by staff. */
export const decideVerdict = (
  check: MediaCheck,
  verdict: MediaVerdict,
  at: Instant,
): Step | null => {
  if (check.state !== 'waiting') return null
  if (verdict === 'error') return { guard: equalTo(check), change: { set: { due: at } } }
  const state = { pass: 'passed', review: 'held', risky: 'refused' }[verdict]
  return { guard: equalTo(check), change: { set: { state, due: null } } }
}

/** Staff looked at a file that WeChat could not judge. Null where that is not theirs to say. */
export const decideByEye = (check: MediaCheck, through: boolean, by: string): Step | null =>
  check.state === 'held'
    ? {
        guard: equalTo(check),
        change: { set: { state: through ? 'passed' : 'refused', due: null, by } },
      }
    : null
