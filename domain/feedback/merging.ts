import type { Step } from '@/domain/shared/step'
import type { Instant } from '@/types/shared/day'
import { happens, refused, type Case, type Decision } from './case'
import { stops, unmergeMs, type Tap, type Worker } from './working'

/** Of a case that may be merged, or have another merged into it. */
export interface Placed extends Case {
  readonly _id: string
  readonly category: string
  readonly path: readonly string[]
  readonly spot: string
  readonly sealed: boolean
  readonly aboutStaff: string | null
}

const gridDepth = 3

const gridOf = ({ path }: Placed): string => path.slice(0, gridDepth).join('/')

/** About the same: of one spot, or of one category in one grid; never what is sealed or about somebody else. */
export const isAlike = (one: Placed, other: Placed): boolean =>
  one._id !== other._id &&
  !one.sealed &&
  !other.sealed &&
  one.aboutStaff === other.aboutStaff &&
  (one.spot === other.spot || (one.category === other.category && gridOf(one) === gridOf(other)))

/** One case becomes part of another. What it was is kept, in case that was wrong; its followers follow in `joinsOther`. */
export const decideMerge = (
  one: Placed,
  by: Worker,
  tap: Tap,
  target: (Placed & { readonly number: string | null }) | null,
): Decision => {
  const stop = stops(one, by, tap, 'merge')
  if (stop) return stop
  if (!target || !isAlike(one, target) || !['active', 'solved'].includes(target.stage))
    return refused('NotTheSame')
  const { state, due, paused = null } = one
  return {
    outcome: 'step',
    step: happens(one, {
      key: tap.key,
      step: {
        ...{ at: tap.at, kind: 'merged', by: by.id, who: by.title },
        words: target.number === null ? '' : `和 ${target.number} 是同一件事，一起办`,
      },
      state: 'merged',
      set: {
        ...{ due: null, paused: null },
        merged: { into: target._id, at: tap.at, before: { state, due, paused } },
        carries: 'into',
      },
      news: [{ event: 'caseMoved', to: 'followers', note: null }],
    }),
  }
}

/** It was not the same: it goes on as it was, and its followers leave the other one (`leavesOther`). */
export const decideUnmerge = (
  one: Case & {
    readonly merged?: {
      readonly at: Instant
      readonly before: Pick<Case, 'state' | 'due' | 'paused'>
    } | null
  },
  by: Worker,
  tap: Tap,
): Decision => {
  const stop = stops(one, by, tap, 'unmerge')
  if (stop) return stop
  const { merged } = one
  if (!merged || tap.at - merged.at >= unmergeMs) return refused('NotNow')
  return {
    outcome: 'step',
    step: happens(one, {
      key: tap.key,
      step: { at: tap.at, kind: 'unmerged', by: by.id, who: by.title, words: '' },
      state: merged.before.state,
      set: {
        ...{ due: merged.before.due, paused: merged.before.paused ?? null },
        carries: 'out',
      },
      news: [{ event: 'caseMoved', to: 'followers', note: null }],
    }),
  }
}

/** What one follower is on a case: when they joined, and their name, sealed for that case. */
export interface Joined {
  readonly at: Instant
  readonly key: string
  readonly who: string
}

interface Followed extends Case {
  readonly followers: readonly string[]
  readonly joined: number
  readonly absorbed?: Readonly<Record<string, { readonly marks: readonly string[] }>>
}

/** Those of the other case follow this one too, once; its time line says so. Null when they do. */
export const joinsOther = (
  target: Followed,
  source: { readonly id: string; readonly number: string | null },
  joins: Readonly<Record<string, Joined>>,
  at: Instant,
): Step | null => {
  if (target.absorbed?.[source.id]) return null
  const marks = Object.keys(joins).filter((mark) => !target.followers.includes(mark))
  const step = happens(target, {
    key: `in-${source.id}`,
    step: {
      ...{ at, kind: 'joined', by: null, who: '' },
      words: source.number === null ? '' : `${source.number} 是同一件事，并到这里一起办`,
    },
    set: {
      followers: [...target.followers, ...marks],
      [`absorbed.${source.id}`]: { marks },
      ...Object.fromEntries(marks.map((mark) => [`joins.${mark}`, joins[mark]])),
    },
    inc: { joined: marks.length },
    news: [{ event: 'caseAnswered', to: 'owner', note: source.number }],
  })
  return withJoined(step, target)
}

/** Those who came with the other case leave again. Null when they have. */
export const leavesOther = (
  target: Followed,
  source: { readonly id: string; readonly number: string | null },
  at: Instant,
): Step | null => {
  const marks = target.absorbed?.[source.id]?.marks
  if (!marks) return null
  const { guard, change } = happens(target, {
    key: `out-${source.id}`,
    step: {
      ...{ at, kind: 'unmerged', by: null, who: '' },
      words: source.number === null ? '' : `${source.number} 不是同一件事，分出去了`,
    },
    set: { followers: target.followers.filter((mark) => !marks.includes(mark)) },
    inc: { joined: -marks.length },
  })
  const unset = [`absorbed.${source.id}`, ...marks.map((mark) => `joins.${mark}`)]
  return withJoined({ guard, change: { ...change, unset } }, target)
}

/** Joining raises no `rev`: who joins in this very moment must not be lost either. */
const withJoined = ({ guard, change }: Step, { joined }: Followed): Step => ({
  guard: { ...guard, equal: { ...guard.equal, joined } },
  change,
})
