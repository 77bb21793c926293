import type { Step } from '@/domain/shared/step'
import type { Instant } from '@/types/shared/day'
import { happens, refused, type Case, type Decision } from './case'
import { decideReopen, type SaidCase } from './reporter'
import { stops, type Post, type Tap, type Worker } from './working'

/** A case of somebody who telephoned and has no record: nothing but a call tells them. */
export interface Rung extends Case {
  /** They are still to be called. */
  readonly toRing?: boolean
  /** When who solved it is reminded of that; null once they were. */
  readonly ringBy?: Instant | null
}

interface Answer {
  readonly answer: 'solved' | 'notSolved' | 'notReached'
  readonly words: string
}

/** Staff called who telephoned: what they say counts as their own word. Nobody picked up: it stays to be done. */
export const decideRang = (
  one: SaidCase & Rung,
  by: Worker,
  tap: Tap,
  { answer, words }: Answer,
  above: Post,
): Decision => {
  const stop = stops(one, by, tap, 'rang')
  if (stop) return stop
  if (!one.toRing) return refused('NotNow')
  const { key, at } = tap
  const said = { at, by: by.id, who: by.title }
  if (answer === 'notReached')
    return {
      outcome: 'step',
      step: happens(one, {
        key,
        step: {
          ...{ ...said, kind: 'noted', inside: true },
          words: ['打了电话，没有打通。', words].filter(Boolean).join(' '),
        },
      }),
    }
  if (answer === 'solved')
    return {
      outcome: 'step',
      step: happens(one, {
        key,
        step: { ...said, kind: 'confirmed', words },
        state: 'confirmed',
        set: { due: null, toRing: false, ringBy: null },
        news: [{ event: 'caseEnded', to: 'joiners', note: null }],
      }),
    }
  if (words === '') return refused('WordsMissing')
  const word = { ...said, key, words, photos: [], doubtful: false, from: null }
  const decided = decideReopen(one, word, above)
  if (decided.outcome !== 'step') return decided
  const { guard, change } = decided.step
  const set = { ...change.set, toRing: false, ringBy: null }
  return { outcome: 'step', step: { guard, change: { ...change, set } } }
}

/** Nobody has called yet: who solved it is reminded, once. Null when that is not so. */
export const ringDue = (one: Rung, at: Instant): Step | null =>
  one.state !== 'solved' || !one.toRing || typeof one.ringBy !== 'number' || one.ringBy > at
    ? null
    : {
        guard: { equal: { rev: one.rev } },
        change: {
          set: {
            ringBy: null,
            [`news.ring-${one.rev}`]: [
              { event: 'caseGiven', to: 'owner', note: '办好了，请打电话告诉来电的人' },
            ],
          },
          inc: { rev: 1 },
        },
      }

export const nextRing = ({ state, toRing, ringBy }: Rung): Instant | null =>
  state === 'solved' && toRing ? (ringBy ?? null) : null
