import type { Counts } from '@/domain/surveys/counts'
import type { Day, Instant } from '@/types/shared/day'
import type {
  SurveyAnswers,
  SurveyDraft,
  SurveyQuestion,
  SurveyTarget,
  VisitOutcome,
} from '@/types/surveys'
import { collection, type Projection, type Stored } from '../kit/collection'
import type { Wish } from '../kit/exports'
import { idOf } from '../kit/ids'

/** What a published survey is, besides its questions. */
export interface PublishedHead {
  title: string
  about: string
  questions: number
  target: SurveyTarget
  per: SurveyDraft['per']
  anonymous: boolean
  mayChange: boolean
}

/** How far the people it is for have been told, and how many of them there are by now. */
export interface Round {
  after: string | null
  count: number
  /** The household that was counted last: they come one after the other. */
  last: string | null
}

/** A survey: what staff write, and what was published of it last. Its answers are elsewhere. */
export interface SurveyDoc extends Stored {
  title: string
  nodeName: string
  path: readonly string[]
  /** Who sees it in lists: staff of the nodes it is on; once published, of those below as well. */
  reach: readonly string[]
  /** Of the draft: raised by every change of it, and the last taps. */
  rev: number
  keys: readonly string[]
  savedBy: string
  /** The last change: lists of staff stand in its order. */
  at: Instant
  stage: 'draft' | 'published' | 'closed'
  draft: SurveyDraft
  /** The last one that was published; 0 before the first. */
  version: number
  /** The `rev` it was published from. */
  publishedRev: number | null
  head: PublishedHead | null
  published: readonly { version: number; at: Instant; by: string }[]
  opens: Instant | null
  closes: Instant | null
  closedAt: Instant | null
  /** The document of its last version is still to be written, from the draft, which waits for it. */
  owes: boolean
  /** Raised by every step of telling. */
  seq: number
  round: Round | null
  told: { opened: boolean; closes: boolean }
  /** When something happens by itself: it opens, is about to close, closes. */
  due: Instant | null
  /** People or households it is for, as of the last round. */
  audience: number | null
  /** Answers in its totals. */
  answers: number
  summary: string
  released: boolean
  /** Residents see it: it is open, or its results can be read. */
  shown: boolean
  /** Its answers were removed, their time being over. */
  forgotten: boolean
}

/** What was published, once and for all. `_id` is made from the survey and the number. */
export interface VersionDoc extends Stored {
  survey: string
  version: number
  head: PublishedHead
  questions: readonly SurveyQuestion[]
  at: Instant
}

/** An answer on its way: in the mark from the write that decides until it has a document of its own. */
export interface OpenAnswer {
  id: string
  version: number
  answers: SurveyAnswers
  slices: readonly string[]
  onRecord: boolean
  unchecked: boolean
  /** The answer it takes the place of. */
  replaces: string | null
}

/**
 * That a person or a household answered: its `_id` is made from the survey and them, so there is one.
 *
 * An anonymous answer is apart from it. It stands in `open` only from the write that decides until it has a document of
 * its own, in the same call, or after a crash by the next sweep: no procedure reads it there. Its own id is drawn by lot
 * and kept in no mark; the mark says who, when and by which tap, the answer says what, and of whom only the age band and
 * the community. They share no id, key, version or moment. What is shown of answers (figures, words, tables) comes after
 * the survey closed, of five or more, and never a band within a community. Left is what no program can hide: of a group
 * of one, or from the order in which the database itself wrote, somebody with the database's own files could guess.
 */
export interface MarkDoc extends Stored {
  survey: string
  who: string
  person: string | null
  /** Who gave it, and in which standing. */
  by: string
  byName: string
  via: 'self' | 'family' | 'staff' | 'door'
  at: Instant
  keys: readonly string[]
  /** Null of an anonymous one: where few answered a version, it would tell which answer is whose. */
  version: number | null
  answer: string | null
  open: OpenAnswer | null
  owes: boolean
}

/**
 * What was answered; never changed: who answers anew writes another that takes its place. Of an anonymous survey it holds
 * no person, no name and no time, and its `_id` is drawn by lot.
 */
export interface AnswerDoc extends Stored {
  survey: string
  version: number
  answers: SurveyAnswers
  slices: readonly string[]
  onRecord: boolean
  unchecked: boolean
  /** Questions to which something was written. */
  texts: readonly string[]
  state: 'given' | 'replaced'
  /** It is part of the totals of its version. */
  inTotals: boolean
  /** The totals hold it as it is. */
  counted: boolean
  person: string | null
  household: string | null
  /** Who gave it, where that was somebody else. */
  by: string | null
  byName: string | null
  at: Instant | null
}

/**
 * What the answers of a version come to. One conditional update puts a batch in and names it; only then are its answers
 * marked, and no other batch goes in before: each answer counts once, wherever it was cut off.
 */
export interface TotalsDoc extends Stored {
  survey: string
  version: number
  seq: number
  batch: readonly { id: string; to: boolean }[]
  counts: Counts
  at: Instant
  /** Changed since the answers were counted anew. */
  unchecked: boolean
  /** How far that came, as long as nothing changes. */
  recount: { seq: number; after: string; counts: Counts } | null
}

/** What came of visits at a door, the last on top. */
export interface VisitDoc extends Stored {
  survey: string
  who: string
  outcome: VisitOutcome
  by: string
  at: Instant
  times: number
  keys: readonly string[]
}

/** A table of results that somebody asked for. */
export interface ResultsWish extends Wish {
  survey: string
  day: Day
}

export const surveys = collection<SurveyDoc>('surveys')
export const versions = collection<VersionDoc>('survey_versions')
export const marks = collection<MarkDoc>('survey_marks')
export const answers = collection<AnswerDoc>('survey_answers')
export const totals = collection<TotalsDoc>('survey_totals')
export const visits = collection<VisitDoc>('survey_visits')
export const resultFiles = collection<ResultsWish>('survey_exports')

export const versionId = (centre: string, survey: string, version: number): string =>
  idOf(centre, 'svv', survey, version)

export const markId = (centre: string, survey: string, who: string): string =>
  idOf(centre, 'svm', survey, who)

export const totalsId = (centre: string, survey: string, version: number): string =>
  idOf(centre, 'svt', survey, version)

export const visitId = (centre: string, survey: string, who: string): string =>
  idOf(centre, 'svx', survey, who)

/** Versions of one survey: a correction now and then. */
export const mostVersions = 20

/** What lists and answers need of a survey: all but the draft. */
export const headFields: Projection = {
  ...{
    centre: true,
    title: true,
    path: true,
    nodeName: true,
    stage: true,
    version: true,
    head: true,
    published: true,
  },
  ...{ opens: true, closes: true, closedAt: true, owes: true, answers: true, audience: true },
  ...{ summary: true, released: true, shown: true, rev: true, publishedRev: true, at: true },
}
