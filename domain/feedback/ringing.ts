import type { Step } from '@/domain/shared/step'
import type { Instant } from '@/types/shared/day'
import { happens, refused, type Case, type CaseStep, type Decision } from './case'
import { decideReopen, reopenMs, type SaidCase } from './reporter'
import { isRung, type RungState } from './rung'
import { stops, type Post, type Tap, type Worker } from './working'

/** A case of somebody who telephoned and has no record: nothing but a call tells them. */
export interface Rung extends Case {
  /** They are still to be called. */
  readonly toRing?: boolean
  /** When who solved it is reminded of that; null once they were. */
  readonly ringBy?: Instant | null
  /** Of a case that is part of another: how that ended, which they are called about, and a mark of that ending. */
  readonly ringOf?: { readonly words: string; readonly mark: string } | null
}

interface Answer {
  readonly answer: 'solved' | 'notSolved' | 'notReached' | 'told'
  readonly words: string
}

const noted = {
  notReached: '打了电话，没有打通。',
  told: '打了电话，告诉了来电的人。',
} as const

/** Staff called who telephoned: what they say of what was done counts as their own word. Nobody picked up: it stays to be done. */
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
  const judges = answer === 'solved' || answer === 'notSolved'
  if (one.state === 'solved' ? answer === 'told' : judges) return refused('NotNow')
  const { key, at } = tap
  const said = { at, by: by.id, who: by.title }
  if (answer === 'notReached' || answer === 'told')
    return {
      outcome: 'step',
      step: happens(one, {
        key,
        step: {
          ...{ ...said, kind: 'noted', inside: true },
          words: [noted[answer], words].filter(Boolean).join(' '),
        },
        ...(answer === 'told' && { set: { toRing: false, ringBy: null } }),
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

/** What the reminder says became of it. */
const became: Readonly<Record<RungState, string>> = {
  solved: '办好了',
  refused: '这件事没有办',
  merged: '和别的事一起办',
}

/** How a case ended, once for each time it did; null while it goes on. */
const endingOf = ({ _id, state, solvedAt }: Case & { readonly _id: string }): string | null => {
  if (state === 'solved') return `${_id}-${solvedAt}`
  return state === 'refused' ? `${_id}-refused` : null
}

/** What a case is part of ended: who telephoned about it hears of that too. Null where nobody does, or they are called already. */
export const ringsToo = (
  part: Rung,
  whole: Case & { readonly _id: string },
  { words, ringBy }: { readonly words: string; readonly ringBy: Instant | null },
  at: Instant,
): Step | null => {
  const mark = endingOf(whole)
  if (part.state !== 'merged' || ringBy === null || mark === null || part.ringOf?.mark === mark)
    return null
  return {
    guard: { equal: { rev: part.rev } },
    change: {
      set: { toRing: true, ringBy, ringOf: { words, mark }, endedAt: at, nextAt: at },
      inc: { rev: 1 },
    },
  }
}

/** What who telephoned is told: how it ended, or what it is part of. Null where nobody is called. */
export const toTell = (
  one: Rung & { readonly steps: readonly Pick<CaseStep, 'kind' | 'words'>[] },
): string | null => {
  if (!isToRing(one)) return null
  const last = one.steps.filter(({ kind }) => kind === one.state).at(-1)
  return one.ringOf?.words ?? last?.words ?? ''
}

const isToRing = ({ state, toRing }: Rung): boolean => isRung(state) && toRing === true

/** What is solved lapses by itself; of anything else nobody is called after as long, whom no call reached. */
const ringsUntil = (one: Rung): Instant | null =>
  isToRing(one) && one.endedAt !== null ? one.endedAt + reopenMs : null

/** When the program does something about the call; null when it does not. */
export const nextRing = (one: Rung): Instant | null => {
  const times = [isToRing(one) ? (one.ringBy ?? null) : null, ringsUntil(one)]
  const known = times.filter((time) => time !== null)
  return known.length === 0 ? null : Math.min(...known)
}

/** Nobody has called yet: who ended it is reminded, once, and in the end it leaves the list. Null when that is not so. */
export const ringDue = (one: Rung, at: Instant): Step | null => {
  const { rev, state, ringBy } = one
  const guard = { equal: { rev } }
  const until = ringsUntil(one)
  if (until !== null && until <= at)
    return { guard, change: { set: { toRing: false, ringBy: null }, inc: { rev: 1 } } }
  if (!isRung(state) || !isToRing(one) || typeof ringBy !== 'number' || ringBy > at) return null
  return {
    guard,
    change: {
      set: {
        ringBy: null,
        [`news.ring-${rev}`]: [
          {
            ...{ event: 'caseGiven', to: 'owner' },
            note: `${became[state]}，请打电话告诉来电的人`,
          },
        ],
      },
      inc: { rev: 1 },
    },
  }
}
