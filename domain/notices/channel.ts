import type { Instant } from '@/types/shared/day'
import { isQuiet, quietEnds } from './quiet'

/** How somebody can be reached. */
export interface Reach {
  /** They sign in with a phone of their own. */
  signsIn: boolean
  /** The event has a template, and they agreed to a message of it. */
  agreed: boolean
  /** Somebody of the family signs in and acts for them. */
  family: boolean
  /** They are told in the place of somebody of their family who has no phone. */
  inPlace: boolean
}

export interface Waiting {
  due: Instant
  urgent: boolean
  /** Messages tried that WeChat refused. */
  tries: number
  /** It is about the person who is told, not about somebody they acted for. */
  subject: boolean
  /** In the program alone is not enough. */
  mustReach: boolean
  /** Nobody else is told of it in their place, and nobody calls. */
  inConfidence?: boolean
}

export type NextStep =
  { do: 'subscribe' | 'inApp' | 'tellFamily' | 'call' | 'expire' } | { do: 'wait'; until: Instant }

/** WeChat refused this often: no further message is tried. */
export const mostTries = 5

/** How long to wait after the nth refusal: 5 minutes, 15, 45, 135. */
export const backOff = (tries: number): number => 5 * 60_000 * 3 ** (tries - 1)

/**
 * What to do about a notice now. In the program it makes no sound, so only messages keep the quiet hours; one that
 * would come too late after them is not sent. What no message reaches stays in the program, or somebody calls.
 */
export const nextStep = (waiting: Waiting, reach: Reach, at: Instant): NextStep => {
  const { due, urgent, tries, subject, mustReach, inConfidence = false } = waiting
  if (at >= due) return { do: 'expire' }
  if (!reach.signsIn && subject && !inConfidence)
    return { do: reach.family ? 'tellFamily' : 'call' }
  const unsent: NextStep = {
    do:
      reach.signsIn && mustReach && !inConfidence && (subject || reach.inPlace) ? 'call' : 'inApp',
  }
  if (!reach.signsIn || !reach.agreed || tries >= mostTries) return unsent
  if (urgent || !isQuiet(at)) return { do: 'subscribe' }
  const until = quietEnds(at)
  return until < due ? { do: 'wait', until } : unsent
}
