import type { Refusal } from '@/domain/shared/refusal'
import { withKey, type Step } from '@/domain/shared/step'
import type { Instant } from '@/types/shared/day'

/** Who cast a ballot, when, and on what. A paper names who entered it and who looked at it too. */
export interface Cast {
  readonly by: string | null
  readonly at: Instant
  readonly how: 'phone' | 'paper'
  readonly enteredBy: string | null
  readonly checkedBy: string | null
}

/** A signed paper, entered by one of the staff, until another has looked at it. */
export interface Paper {
  readonly choice: number
  /** Who signed. */
  readonly person: string
  readonly photo: string
  readonly by: string
  /** When it was entered: its turn among the ballots of the household. */
  readonly at: Instant
}

/** The one ballot of a household. */
export interface Ballot {
  /** Raised by every change, and each change is guarded by it. */
  readonly seq: number
  /** Taps that changed it lately: a late duplicate of one does not bring an older answer back. */
  readonly keys: readonly string[]
  /** The vote is being counted: nothing changes it any more. */
  readonly sealed: boolean
  readonly voted: boolean
  readonly choice: number | null
  readonly cast: Cast | null
  /** Who cast it before, the newest last: without what they chose. */
  readonly casts: readonly Cast[]
  /** Who ever cast it, or signed a paper for it. */
  readonly people: readonly string[]
  readonly paper: Paper | null
}

export type BallotDecision =
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  | { readonly outcome: 'same' }
  | { readonly outcome: 'step'; readonly step: Step }

const refused = (code: string): BallotDecision => ({ outcome: 'refused', refusal: { code } })

/** So many changes of mind are kept on record. */
const castsKept = 20

const changed = (
  ballot: Ballot,
  key: string,
  set: Readonly<Record<string, unknown>>,
): BallotDecision => ({
  outcome: 'step',
  step: {
    guard: { equal: { seq: ballot.seq, sealed: false } },
    change: { set: { keys: withKey(ballot.keys, key), ...set }, inc: { seq: 1 } },
  },
})

const castBy = (ballot: Ballot, choice: number, cast: Cast) => ({
  voted: true,
  choice,
  cast,
  casts: [...ballot.casts, cast].slice(-castsKept),
  people: [...new Set([...ballot.people, ...(cast.by === null ? [] : [cast.by])])],
})

/** It stays on record that they cast it, and another answer stands. */
const overtaken = (ballot: Ballot, cast: Cast) => {
  const { casts, people } = castBy(ballot, 0, cast)
  return { casts, people }
}

interface Casting {
  readonly key: string
  readonly choice: number
  readonly options: number
  readonly by: string
  readonly at: Instant
}

/** A grown-up of the household casts its ballot, or puts another answer in the place of the last. */
export const decideCast = (
  ballot: Ballot,
  { key, choice, options, by, at }: Casting,
): BallotDecision => {
  if (ballot.keys.includes(key)) return { outcome: 'same' }
  if (ballot.sealed) return refused('VoteOver')
  if (choice >= options) return refused('NoSuchOption')
  const cast: Cast = { by, at, how: 'phone', enteredBy: null, checkedBy: null }
  // Whoever tapped later has the last word, also when this tap was the slower one to arrive.
  return ballot.cast !== null && ballot.cast.at > at
    ? changed(ballot, key, overtaken(ballot, cast))
    : changed(ballot, key, castBy(ballot, choice, cast))
}

interface Entering extends Paper {
  readonly key: string
  readonly options: number
}

/** A signed paper is entered: it changes nothing until a second person has looked at it. */
export const decidePaper = (
  ballot: Ballot,
  { key, options, ...paper }: Entering,
): BallotDecision => {
  if (ballot.keys.includes(key)) return { outcome: 'same' }
  if (ballot.sealed) return refused('VoteOver')
  if (paper.choice >= options) return refused('NoSuchOption')
  if (ballot.paper !== null) return refused('PaperWaits')
  return changed(ballot, key, {
    paper,
    paperWaits: true,
    people: [...new Set([...ballot.people, paper.person])],
  })
}

interface Checking {
  readonly key: string
  readonly right: boolean
  readonly by: string
}

/**
 * A second person looked at the paper. It counts from when it was entered: who cast the ballot on a phone after that has
 * the last word.
 */
export const decideCheck = (ballot: Ballot, { key, right, by }: Checking): BallotDecision => {
  if (ballot.keys.includes(key)) return { outcome: 'same' }
  if (ballot.sealed) return refused('VoteOver')
  const { paper } = ballot
  if (paper === null) return refused('NothingToCheck')
  if (paper.by === by) return refused('SecondPerson')
  const gone = { paper: null, paperWaits: false }
  const isLast = ballot.cast === null || ballot.cast.at <= paper.at
  if (!right || !isLast) return changed(ballot, key, gone)
  const cast: Cast = {
    by: paper.person,
    at: paper.at,
    how: 'paper',
    enteredBy: paper.by,
    checkedBy: by,
  }
  return changed(ballot, key, {
    ...gone,
    ...castBy(ballot, paper.choice, cast),
    owes: true,
    told: key,
  })
}
