import type { Refusal } from '@/domain/shared/refusal'
import type { Step } from '@/domain/shared/step'
import { dayMs, type Instant } from '@/types/shared/day'

/** Notes of one person in a day. */
export const mostThanks = 3

/** How long after it somebody can be thanked for a thing. */
const thankDays = 30

/** Whatever ended after this moment can still be thanked for. */
export const thankableSince = (at: Instant): Instant => at - thankDays * dayMs

/** A note as it waits for staff. */
export interface Note {
  state: 'waiting' | 'published' | 'refused'
  /** The tap that decided it. */
  decidedBy: string | null
}

/** What staff say of a note. */
export interface Answer {
  key: string
  publish: boolean
  /** What the wall says of it; null when it does not. */
  wall: string | null
  /** Why it is not passed on: who wrote it reads that. */
  because: string | null
  by: string
  at: Instant
}

type Decision =
  | { outcome: 'refused'; refusal: Refusal }
  /** This very tap decided it before. */
  | { outcome: 'same' }
  | { outcome: 'step'; step: Step }

/** Staff pass a note on, or not: whoever comes second finds it decided. */
export const decideThanks = (
  { state, decidedBy }: Note,
  { key, publish, wall, because, by, at }: Answer,
): Decision => {
  if (decidedBy === key) return { outcome: 'same' }
  if (state !== 'waiting') return { outcome: 'refused', refusal: { code: 'AlreadyDecided' } }
  if (!publish && because === null) return { outcome: 'refused', refusal: { code: 'ReasonNeeded' } }
  return {
    outcome: 'step',
    step: {
      guard: { equal: { state: 'waiting' } },
      change: {
        set: {
          state: publish ? 'published' : 'refused',
          decidedBy: key,
          answeredBy: by,
          answeredAt: at,
          wall: publish ? wall : null,
          onWall: publish && wall !== null,
          because: publish ? null : because,
          owes: publish,
        },
      },
    },
  }
}
