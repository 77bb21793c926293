import type { Refusal } from '@/domain/shared/refusal'
import { touched, type Step } from '@/domain/shared/step'
import { type Claim, type Seating } from './places'

type Decision =
  | { outcome: 'refused'; refusal: Refusal }
  | { outcome: 'same'; claim: Claim }
  | { outcome: 'promote'; claim: Claim; step: Step }

/** After a call: somebody in line gets a free seat, or a held one, whatever their position. */
export const decidePromotion = (
  { claims, left, heldLeft }: Seating,
  person: string,
  key: string,
): Decision => {
  const claim = claims[person]
  if (claim?.movedBy === key) return { outcome: 'same', claim }
  if (claim?.state !== 'waiting') return { outcome: 'refused', refusal: { code: 'NotWaiting' } }
  const [pool, count] = left > 0 ? (['open', 'left'] as const) : (['held', 'heldLeft'] as const)
  if (left + heldLeft <= 0) return { outcome: 'refused', refusal: { code: 'Full' } }
  return {
    outcome: 'promote',
    claim,
    step: {
      guard: {
        equal: {
          'rules.state': 'published',
          [`claims.${person}.key`]: claim.key,
          [`claims.${person}.state`]: 'waiting',
        },
        above: { [count]: 0 },
      },
      change: {
        set: {
          ...touched.set,
          [`claims.${person}.state`]: 'in',
          [`claims.${person}.pool`]: pool,
          [`claims.${person}.owed`]: 'promoted',
          [`claims.${person}.movedBy`]: key,
        },
        inc: { ...touched.inc, [count]: -1 },
        pull: { waiting: { person } },
      },
    },
  }
}
