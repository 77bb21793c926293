import type { Refusal } from '@/domain/shared/refusal'
import type { Step } from '@/domain/shared/step'
import type { Instant } from '@/types/shared/day'
import type { Shift } from './shifts'

type Decision = { outcome: 'refused'; refusal: Refusal } | { outcome: 'same' | 'step'; step: Step }

const refused = (code: string): Decision => ({ outcome: 'refused', refusal: { code } })

/** Lets one of those on a shift lead it, or nobody. Whoever leads answers for the others: they are known to be of age. */
export const decideLeader = (
  shift: Shift,
  person: string | null,
  /** Whether they are under age on its day; null when nobody knows. */
  minor: boolean | null,
  at: Instant,
): Decision => {
  if (shift.state === 'calledOff') return refused('ShiftCalledOff')
  if (at >= shift.endsAt) return refused('ShiftOver')
  if (shift.leader === person) return { outcome: 'same', step: { guard: {}, change: {} } }
  const claim = person === null ? null : shift.claims[person]
  if (claim === undefined) return refused('NotOnShift')
  if (person !== null && minor !== false) return refused(minor ? 'AdultsOnly' : 'LeaderAgeUnknown')
  return {
    outcome: 'step',
    step: {
      guard: {
        equal: { state: 'open', ...(claim && { [`claims.${person}.key`]: claim.key }) },
      },
      change: { set: { leader: person }, inc: { seq: 1 } },
    },
  }
}
