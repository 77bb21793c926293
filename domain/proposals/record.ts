import type { Refusal } from '@/domain/shared/refusal'
import { withKey, type Change, type Step } from '@/domain/shared/step'
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

/** Something to tell: one person, who answers for the place, all centre staff, or everybody a meeting concerns. */
export interface News {
  to: string | 'staff' | 'centreStaff' | 'invited'
  event: NoticeEvent
  note: string
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
})
