import type { Refusal } from '@/domain/shared/refusal'
import { withKey, type Change, type Guard, type Step } from '@/domain/shared/step'
import type { NoticeEvent } from '@/types/notices'
import type { LineKind } from '@/types/proposals'
import type { Instant } from '@/types/shared/day'

/** One line of the time line. */
export interface Line {
  kind: LineKind
  at: Instant
  words: string | null
  /** Who did it; null for the program, and once that person is erased. */
  by: string | null
}

/** Something to tell: one person, who answers for the place, all centre staff, everybody a meeting concerns, or who co-signed. */
export interface News {
  to: string | 'staff' | 'centreStaff' | 'invited' | 'signers'
  event: NoticeEvent
  note: string
  /** The proposals whose signers are meant, where it is not the record itself. */
  of?: readonly string[]
  /** When a meeting that was moved would have begun: on that very day people are about to leave home. */
  before?: Instant
}

/** What wishes, proposals, meetings and tasks have alike: they change step by step and owe the telling of it. */
export interface Followed {
  /** Raised by every step. */
  seq: number
  /** The taps that made the last steps. */
  keys: readonly string[]
  lines: readonly Line[]
  /** What is still to be told, by the key of the step. */
  news: Readonly<Record<string, readonly News[]>>
  /** When the job looks at it next; null for never. */
  due: Instant | null
  /** The last step: what is over is kept so long from then on. */
  changedAt: Instant
}

export type Decision =
  | { outcome: 'refused'; refusal: Refusal }
  /** This very tap did it before, or it is so already. */
  | { outcome: 'same' }
  | { outcome: 'step'; step: Step }

export const refused = (code: string, data?: Refusal['data']): Decision => ({
  outcome: 'refused',
  refusal: data ? { code, data } : { code },
})

export const same: Decision = { outcome: 'same' }

/** The lines that are kept: one that is claimed and given back over and over does not grow for ever. */
const mostLines = 60

interface Moving {
  key: string
  at: Instant
  by: string | null
  kind?: LineKind
  words?: string | null
  news?: readonly News[]
  set?: Change['set']
  more?: Omit<Change, 'set'>
}

/** One step of a record as it was read: its line, its news, and that it is to be followed up. */
export const moved = (
  record: Followed,
  { key, at, by, kind, words = null, news = [], set = {}, more = {} }: Moving,
): Decision => ({
  outcome: 'step',
  step: {
    guard: { equal: { seq: record.seq } },
    change: {
      ...more,
      set: {
        ...set,
        keys: withKey(record.keys, key),
        due: at,
        changedAt: at,
        ...(kind && { lines: [...record.lines, { kind, at, words, by }].slice(-mostLines) }),
        ...(news.length > 0 && { [`news.${key}`]: news }),
      },
      inc: { ...more.inc, seq: 1 },
    },
  },
})

/** As a record begins, with its first line. */
export const begun = (
  { key, at, by }: { key: string; at: Instant; by: string },
  news: readonly News[] = [],
  kind: LineKind = 'written',
): Followed => ({
  seq: 0,
  keys: [key],
  lines: [{ kind, at, words: null, by }],
  news: news.length > 0 ? { [key]: news } : {},
  due: at,
  changedAt: at,
})

/** The same step, as long as more holds than that nothing else was decided: what raises no `seq` changes meanwhile too. */
export const guarded = (decision: Decision, more: Guard): Decision => {
  if (decision.outcome !== 'step') return decision
  const { guard, change } = decision.step
  return {
    outcome: 'step',
    step: { guard: { ...guard, ...more, equal: { ...guard.equal, ...more.equal } }, change },
  }
}

/** The guard, and that nobody of these gave up meanwhile what they take: a late duplicate of their tap takes nothing. */
export const withGone = (
  gone: Readonly<Record<string, { by: string }>>,
  ids: readonly string[],
  guard: Guard,
): Guard => ({
  ...guard,
  equal: {
    ...guard.equal,
    ...Object.fromEntries(ids.flatMap((id) => (gone[id] ? [[`gone.${id}.by`, gone[id].by]] : []))),
  },
  missing: [...(guard.missing ?? []), ...ids.flatMap((id) => (gone[id] ? [] : [`gone.${id}`]))],
})
