import { withKey, type Decision } from '@/domain/shared/step'
import type { Instant } from '@/types/shared/day'
import type { PublishedBallot } from './tally'

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

const refused = (code: string): Decision => ({ outcome: 'refused', refusal: { code } })

/** So many changes of mind are kept on record. */
const castsKept = 20

const changed = (
  ballot: Ballot,
  key: string,
  set: Readonly<Record<string, unknown>>,
): Decision => ({
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
export const decideCast = (ballot: Ballot, { key, choice, options, by, at }: Casting): Decision => {
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
export const decidePaper = (ballot: Ballot, { key, options, ...paper }: Entering): Decision => {
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
  /** Who looks at it, under all ids they had. */
  readonly by: readonly [string, ...string[]]
}

/**
 * A second person looked at the paper. It counts from when it was entered: who cast the ballot on a phone after that has
 * the last word.
 */
export const decideCheck = (ballot: Ballot, { key, right, by }: Checking): Decision => {
  if (ballot.keys.includes(key)) return { outcome: 'same' }
  if (ballot.sealed) return refused('VoteOver')
  const { paper } = ballot
  if (paper === null) return refused('NothingToCheck')
  if (by.includes(paper.by)) return refused('SecondPerson')
  const gone = { paper: null, paperWaits: false }
  const isLast = ballot.cast === null || ballot.cast.at <= paper.at
  // Who entered it hears that it came back, and the household that it does not count.
  if (!right) return changed(ballot, key, { ...gone, owes: true, news: { key, back: paper.by } })
  if (!isLast) return changed(ballot, key, gone)
  const cast: Cast = {
    by: paper.person,
    at: paper.at,
    how: 'paper',
    enteredBy: paper.by,
    checkedBy: by[0],
  }
  return changed(ballot, key, {
    ...gone,
    ...castBy(ballot, paper.choice, cast),
    owes: true,
    news: { key, back: null },
  })
}

/** A ballot as it is counted, with whose word it is. */
export interface Word extends PublishedBallot {
  readonly by: string | null
  readonly at: Instant
}

/**
 * Of several households for which one person had the last word, the one they spoke for last: whoever moves during a vote
 * is asked whether they voted already, and this holds also where two taps crossed the move.
 */
export const oncePerPerson = (words: readonly Word[]): Word[] => {
  const last = new Map<string, Word>()
  for (const word of words) {
    const known = word.by === null ? undefined : last.get(word.by)
    if (word.by !== null && (!known || known.at < word.at)) last.set(word.by, word)
  }
  return words.filter((word) => word.by === null || last.get(word.by) === word)
}
