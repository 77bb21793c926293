import type { Refusal } from '@/domain/shared/refusal'
import { touched, type Step } from '@/domain/shared/step'
import type { Instant } from '@/types/shared/day'
import { householdsOf } from './balance'
import { waiterOf, type ClaimState, type Owed, type Seating } from './places'

/** A one-way function of text, in hexadecimal: sha256 on the server. */
export type Hash = (text: string) => string

/** The order of a draw: anybody who knows the seed and the persons finds the same. */
export const drawOrder = (persons: readonly string[], seed: string, hash: Hash): string[] =>
  persons
    .map((person) => ({ person, lot: hash(`${seed}:${person}`) }))
    .sort((one, other) => (one.lot < other.lot ? -1 : 1))
    .map(({ person }) => person)

/** Whether a draw may be held at this moment. */
export const mayDraw = ({ rules, draw }: Seating, at: Instant): Refusal | null => {
  if (rules.mode !== 'draw' || !draw) return { code: 'NotADraw' }
  if (draw.seed !== null) return { code: 'AlreadyDrawn' }
  return at < draw.at ? { code: 'TooEarlyToDraw', data: { drawAt: draw.at } } : null
}

/**
 * Draws all who entered in one step: as many as there are open seats are in, the next wait in the order drawn, the rest
 * are told so. Void when somebody left meanwhile. `by` is the key of the staff act, or null for the job.
 */
export const drawStep = (places: Seating, seed: string, hash: Hash, by: string | null): Step => {
  const { claims, left, rules } = places
  const entered = Object.keys(claims).filter((person) => claims[person]?.state === 'entered')
  const order = drawOrder(entered, seed, hash)
  const drawnIn = order.slice(0, left)
  const waiting = order.slice(left, left + rules.waitlist)
  const notDrawn = order.slice(left + rules.waitlist)
  const become = (persons: readonly string[], state: ClaimState, owed: Owed) =>
    persons.flatMap((person) => [
      [`claims.${person}.state`, state],
      [`claims.${person}.owed`, owed],
    ])
  const out = new Set(notDrawn)
  return {
    guard: { equal: { seq: places.seq, 'draw.seed': null } },
    change: {
      inc: touched.inc,
      set: {
        ...touched.set,
        ...Object.fromEntries([
          ...become(drawnIn, 'in', 'drawnIn'),
          ...become(waiting, 'waiting', 'drawnWaiting'),
          ...become(notDrawn, 'notDrawn', 'notDrawn'),
        ]),
        'draw.seed': seed,
        'draw.by': by,
        left: left - drawnIn.length,
        entries: 0,
        waiting: waiting.map((person) => waiterOf(person, claims[person]!)),
        households: householdsOf(
          Object.entries(claims)
            .filter(([person]) => !out.has(person))
            .map(([, claim]) => claim),
        ),
      },
    },
  }
}
