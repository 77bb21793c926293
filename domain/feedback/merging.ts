import type { Step } from '@/domain/shared/step'
import type { Instant } from '@/types/shared/day'
import { happens, mostJoins, refused, type Case, type Decision } from './case'
import { gridOf } from './place'
import { mustRing } from './rung'
import { stops, unmergeMs, type Tap, type Worker } from './working'

/** Of a case that may be merged, or have another merged into it. */
export interface Placed extends Case {
  readonly _id: string
  readonly category: string
  readonly path: readonly string[]
  readonly spot: string
  readonly sealed: boolean
  readonly aboutStaff: string | null
  readonly joined: number
}

/** About the same: of one spot, or of one category in one grid; never what is sealed or about somebody else. */
export const isAlike = (one: Placed, other: Placed): boolean =>
  one._id !== other._id &&
  !one.sealed &&
  !other.sealed &&
  one.aboutStaff === other.aboutStaff &&
  (one.spot === other.spot ||
    (one.category === other.category && gridOf(one.path) === gridOf(other.path)))

/** One case becomes part of another. What it was is kept, in case that was wrong; its followers follow in `joinsOther`. */
export const decideMerge = (
  one: Placed,
  by: Worker,
  tap: Tap,
  target: (Placed & { readonly number: string | null }) | null,
  ringBy: Instant | null,
): Decision => {
  const stop = stops(one, by, tap, 'merge')
  if (stop) return stop
  if (!target || !isAlike(one, target) || target.stage !== 'active') return refused('NotTheSame')
  if (!hasRoomFor(target, one.joined + 1)) return refused('Full')
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
        ...mustRing(one, by, ringBy),
      },
      news: [{ event: 'caseMoved', to: 'followers', note: null }],
    }),
  }
}

/** Whether so many more may follow it. */
export const hasRoomFor = ({ joined }: Pick<Placed, 'joined'>, more: number): boolean =>
  joined + more <= mostJoins

interface Merged extends Case {
  readonly merged?: {
    readonly at: Instant
    readonly before: Pick<Case, 'state' | 'due' | 'paused'>
  } | null
}

/** It was not the same: it goes on as it was, and its followers leave the other one (`leavesOther`). */
export const decideUnmerge = (one: Merged, by: Worker, tap: Tap): Decision => {
  const stop = stops(one, by, tap, 'unmerge')
  if (stop) return stop
  const { merged } = one
  if (!merged || tap.at - merged.at >= unmergeMs) return refused('NotNow')
  const { at, key } = tap
  const step = { at, kind: 'unmerged', by: by.id, who: by.title, words: '' } as const
  return { outcome: 'step', step: goesOn(one, merged.before, { key, step }) }
}

/** The program finds that the other case was over, sealed or part of this one by then: it goes on as it was. */
export const takenBack = (one: Merged, at: Instant): Step | null =>
  one.merged && one.state === 'merged'
    ? goesOn(one, one.merged.before, {
        key: `back-${one.rev}`,
        step: {
          ...{ at, kind: 'unmerged', by: null, who: '' },
          words: '那件事已经不能一起办了，这件接着单独办',
        },
        news: [{ event: 'caseGiven', to: 'owner', note: null }],
      })
    : null

const goesOn = (
  one: Case,
  { state, due, paused = null }: Pick<Case, 'state' | 'due' | 'paused'>,
  { key, step, news = [] }: Pick<Parameters<typeof happens>[1], 'key' | 'step' | 'news'>,
): Step =>
  happens(one, {
    ...{ key, step, state },
    set: { due, paused, carries: 'out', toRing: false, ringBy: null, ringOf: null },
    news: [{ event: 'caseMoved', to: 'followers', note: null }, ...news],
  })

/** What one follower is on a case: when they joined, and their name, sealed for that case. */
export interface Joined {
  readonly at: Instant
  readonly key: string
  readonly who: string
}

/** Who came with a case that became part of another, and which of them had reported it themselves. */
export interface Absorbed {
  readonly marks: readonly string[]
  readonly reporters: readonly string[]
}

interface Followed extends Case {
  readonly followers: readonly string[]
  readonly joins: Readonly<Record<string, Joined>>
  readonly joined: number
  readonly absorbed?: Readonly<Record<string, Absorbed>>
}

/** A case that becomes part of another, and those whose messages it is. */
interface Source {
  readonly id: string
  readonly number: string | null
  readonly reporters: readonly string[]
}

/** Those whose own messages became part of a case. */
export const reportersOf = ({ absorbed = {} }: Pick<Followed, 'absorbed'>): string[] => [
  ...new Set(Object.values(absorbed).flatMap(({ reporters }) => [...reporters])),
]

/** Who came with other cases than this one. */
const cameWithOthers = ({ absorbed = {} }: Followed, source: string): ReadonlySet<string> =>
  new Set(Object.entries(absorbed).flatMap(([id, { marks }]) => (id === source ? [] : [...marks])))

/** What is part of another case itself hands on who comes and who leaves. */
const handsOn = ({ state }: Case) => state === 'merged' && { carries: 'into' }

/**
 * Those of the other case follow this one too, once, and its time line says so; who came with it and follows it no longer
 * (it held a third one that was taken out again) leaves. Null when all is so.
 */
export const joinsOther = (
  target: Followed,
  source: Source,
  joins: Readonly<Record<string, Joined>>,
  at: Instant,
): Step | null => {
  const { id, reporters } = source
  const before = target.absorbed?.[id]
  const others = cameWithOthers(target, id)
  const known = before?.marks ?? []
  // Who followed it before stays, also when those they came with now go again.
  const came = Object.keys(joins).filter(
    (mark) => known.includes(mark) || others.has(mark) || !target.followers.includes(mark),
  )
  const marks = came.filter((mark) => !known.includes(mark) && !target.followers.includes(mark))
  const left = known.filter((mark) => !(mark in joins) && !others.has(mark) && mark in target.joins)
  if (before && isSame(before.marks, came) && isSame(before.reporters, reporters)) return null
  const name = source.number ?? '那一件'
  const isMore = reporters.some((mark) => !before?.reporters.includes(mark))
  const isLess = before !== undefined && marks.length === 0 && !isMore
  const { guard, change } = happens(target, {
    key: before ? `in-${id}-${target.rev}` : `in-${id}`,
    step: {
      ...{ at, kind: isLess ? 'unmerged' : 'joined', by: null, who: '' },
      words: isLess
        ? `并到 ${name} 的一件不是同一件事，分出去了`
        : source.number === null
          ? ''
          : `${name} 是同一件事，并到这里一起办`,
    },
    set: {
      ...handsOn(target),
      followers: [...target.followers.filter((mark) => !left.includes(mark)), ...marks],
      [`absorbed.${id}`]: { marks: came, reporters },
      ...Object.fromEntries(marks.map((mark) => [`joins.${mark}`, joins[mark]])),
    },
    inc: { joined: marks.length - left.length },
    news: isLess ? [] : [{ event: 'caseAnswered', to: 'owner', note: source.number }],
  })
  const unset = left.map((mark) => `joins.${mark}`)
  return withJoined({ guard, change: { ...change, ...(unset.length > 0 && { unset }) } }, target)
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((mark) => other.includes(mark))

/** Those who came with the other case, and with no other, leave again. Null when they have. */
export const leavesOther = (
  target: Followed,
  source: Omit<Source, 'reporters'>,
  at: Instant,
): Step | null => {
  const came = target.absorbed?.[source.id]?.marks
  if (!came) return null
  const others = cameWithOthers(target, source.id)
  // Some have left by themselves.
  const marks = came.filter((mark) => mark in target.joins && !others.has(mark))
  const { guard, change } = happens(target, {
    key: `out-${source.id}`,
    step: {
      ...{ at, kind: 'unmerged', by: null, who: '' },
      words: source.number === null ? '' : `${source.number} 不是同一件事，分出去了`,
    },
    set: {
      ...handsOn(target),
      followers: target.followers.filter((mark) => !marks.includes(mark)),
    },
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
