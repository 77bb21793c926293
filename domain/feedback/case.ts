import type { Step } from '@/domain/shared/step'
import { withKey } from '@/domain/shared/step'
import type { CaseLevel, CaseState, Flow, StepKind } from '@/types/feedback'
import type { NoticeEvent } from '@/types/notices'
import type { Day, Instant } from '@/types/shared/day'
import type { Refusal } from '@/domain/shared/refusal'

/** One thing that happened to a case. What was sent first is never changed: later words stand here. */
export interface CaseStep {
  readonly at: Instant
  readonly kind: StepKind
  /** Null for the program, and for an anonymous reporter. */
  readonly by: string | null
  /** 网格员 赵明 → how residents are told who it was; 您 is for the screen. Empty for the reporter. */
  readonly who: string
  readonly words: string
  readonly photos: readonly string[]
  readonly level: CaseLevel | null
  readonly meet: { readonly at: Instant; readonly where: string } | null
  /** Whether only staff read it. */
  readonly inside: boolean
  /** WeChat could not judge its words: inside until staff let them through. */
  readonly doubtful?: boolean
  /** Staff looked at its words, and others do not read them. */
  readonly withheld?: boolean
  /** Whose word it is (their mark), where that is not who sent it but whose own message became part of it. */
  readonly from?: string
  /** The day an outside department answered. */
  readonly on?: Day
  /** A mediator's record, and pictures of papers: nobody else reads them. */
  readonly record?: string
  readonly papers?: readonly string[]
  /** In a sealed case, all words and files of the step, sealed. */
  readonly hidden?: string
}

/** Whom a piece of news is for: who sent it, who joined it, all of these, who answers for it, or these persons. */
export type NewsFor = 'reporter' | 'joiners' | 'followers' | 'owner' | readonly string[]

export interface News {
  readonly event: NoticeEvent
  readonly to: NewsFor
  readonly note: string | null
}

/** Where a case stands as lists look for it. */
export type Stage = 'new' | 'active' | 'solved' | 'ended'

/** What rules need to know of a case. */
export interface Case {
  readonly state: CaseState
  readonly stage: Stage
  readonly level: CaseLevel
  readonly owner: string | null
  readonly ownerName: string | null
  /** The flow of its category as it was when it was sent; null until the program has looked it up. */
  readonly flow: Flow | null
  /** Until when this level has to do something; null when nobody is waited for. */
  readonly due: Instant | null
  /** While a question is open: since when it is, and the deadline that goes on when it is answered (see `resumed`). */
  readonly paused?: { readonly at: Instant; readonly due: Instant | null } | null
  /** Its deadline at the top is over, which the street was told. */
  readonly lateTold?: boolean
  /** Who referred it outside, to whom it comes back with the answer. */
  readonly referredBy?: {
    readonly level: CaseLevel
    readonly owner: string | null
    readonly ownerName: string | null
  } | null
  /** The member of staff it is about, who never sees it. */
  readonly aboutStaff: string | null
  readonly at: Instant
  readonly solvedAt: Instant | null
  /** When it was over, for what forgets it; null while it is not. */
  readonly endedAt: Instant | null
  readonly reopened: number
  /** Raised by every change but a joining. */
  readonly rev: number
  /** Of the taps that made the last steps. */
  readonly keys: readonly string[]
  /** What is still to be told, by the step that made it news. */
  readonly news: Readonly<Record<string, readonly News[]>>
}

const stages: Readonly<Record<CaseState, Stage>> = {
  received: 'new',
  held: 'new',
  open: 'active',
  taken: 'active',
  askedBack: 'active',
  referred: 'active',
  invited: 'active',
  solved: 'solved',
  confirmed: 'ended',
  lapsed: 'ended',
  merged: 'ended',
  split: 'ended',
  withdrawn: 'ended',
  refused: 'ended',
}

export const stageOf = (state: CaseState): Stage => stages[state]

/** So many people join a case; nobody needs to know of the next that many met with it. */
export const mostJoins = 500

/** So many steps fit on a time line that somebody can still read. */
const mostSteps = 200

/** The last ones are for what brings a case to its end, what is owed to who sent it, and what the program does. */
const roomKept = 30

const always: ReadonlySet<StepKind> = new Set<StepKind>([
  ...(['solved', 'confirmed', 'rated', 'withdrawn', 'refused', 'merged', 'split'] as const),
  ...(['lapsed', 'opened', 'rose', 'late', 'resumed', 'received', 'released'] as const),
  // Else what is merged here would never arrive, and never leave.
  ...(['joined', 'unmerged'] as const),
])

const roomFor = (kind: StepKind): number => (always.has(kind) ? mostSteps : mostSteps - roomKept)

interface Happening {
  readonly key: string
  readonly step: Omit<CaseStep, 'level' | 'meet' | 'photos' | 'inside'> &
    Partial<Pick<CaseStep, 'level' | 'meet' | 'photos' | 'inside' | 'record' | 'papers'>>
  readonly state?: CaseState
  readonly set?: Readonly<Record<string, unknown>>
  readonly inc?: Readonly<Record<string, number>>
  readonly news?: readonly News[]
}

/** What happens to a case, in one change: it is as it was read, or nothing happens. */
export const happens = (
  { rev, keys, state: before }: Case,
  { key, step, state = before, set, inc, news = [] }: Happening,
): Step => ({
  guard: { equal: { rev }, missing: [`steps.${roomFor(step.kind) - 1}`] },
  change: {
    set: {
      state,
      stage: stageOf(state),
      endedAt: stageOf(state) === 'ended' ? step.at : null,
      keys: withKey(keys, key),
      // The sweep tells, and sets when it looks again.
      nextAt: step.at,
      ...(news.length > 0 && { [`news.${key}`]: news }),
      ...set,
    },
    inc: { rev: 1, ...inc },
    push: { steps: { level: null, meet: null, photos: [], inside: false, ...step } },
  },
})

/** A document holds 512 KB; so much of that cases fill, with `bytesKept` for the steps that `roomKept` is for. */
const mostBytes = 460_000
const bytesKept = 80_000

interface Filling {
  readonly steps: readonly unknown[]
  readonly joined: number
  readonly sealed: boolean
}

/** What one more who joins takes: their mark three times, and who they are, sealed. */
const bytesOfJoin = 400

/**
 * Whether there is no room for a step any more, but for those that bring the case to its end. `bytes` is the size that
 * the whole case would have with it.
 */
export const isFull = (
  { steps, joined, sealed }: Filling,
  kind: StepKind,
  bytes: number,
): boolean => {
  const joins = sealed ? 0 : Math.max(0, mostJoins - joined) * bytesOfJoin
  const most = mostBytes - joins - (always.has(kind) ? 0 : bytesKept)
  return steps.length >= roomFor(kind) || bytes > most
}

/** Answers a decision: nothing to do since the same tap did it before, a refusal, or a step. */
export type Decision =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  | { readonly outcome: 'step'; readonly step: Step }

export const refused = (code: string): Decision => ({ outcome: 'refused', refusal: { code } })

/** The same tap again, or one that looked at an older state. Null when it may go on. */
export const meetsOther = (
  { rev, keys }: Case,
  { key, rev: seen }: { readonly key: string; readonly rev: number },
): Decision | null => {
  if (keys.includes(key)) return { outcome: 'done' }
  return rev === seen ? null : refused('ChangedMeanwhile')
}

export interface Member {
  readonly id: string
  readonly name: string
  /** 网格员 赵明, as the time line says it. */
  readonly title: string
}

/** Somebody says that they answer for an open case. */
export const decideTake = (
  one: Case,
  by: Member,
  tap: { readonly key: string; readonly rev: number; readonly at: Instant },
): Decision => {
  if (one.keys.includes(tap.key)) return { outcome: 'done' }
  if (one.aboutStaff === by.id) return refused('NotYours')
  if (one.stage === 'active' && one.state !== 'open' && one.owner !== by.id) return refused('Taken')
  if (one.state !== 'open') return refused('NotNow')
  if (one.rev !== tap.rev) return refused('ChangedMeanwhile')
  const { key, at } = tap
  return {
    outcome: 'step',
    step: happens(one, {
      key,
      step: { at, kind: 'taken', by: by.id, who: by.title, words: '' },
      state: 'taken',
      set: { owner: by.id, ownerName: by.name },
      news: [{ event: 'caseMoved', to: 'followers', note: by.title }],
    }),
  }
}
