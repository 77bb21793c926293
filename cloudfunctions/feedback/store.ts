import type { Case, CaseStep } from '@/domain/feedback/case'
import type { DatedFlow } from '@/domain/feedback/flow'
import type { Absorbed } from '@/domain/feedback/merging'
import type { Part } from '@/domain/feedback/splitting'
import type { KeptEvent, Tallies } from '@/domain/feedback/figures'
import type { Opening } from '@/domain/feedback/identity'
import type { Sealing } from '@/domain/feedback/sealed'
import { caseLevels, type AnswerTemplate, type CasePlace } from '@/types/feedback'
import type { BoardDraft } from '@/types/shared/caseBoard'
import type { Day, Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { collection, type Stored } from '../kit/collection'
import { hiddenId, idOf } from '../kit/ids'
import { seal, unseal } from '../kit/seal'

/** Who sent a message: for whom, by whom, and how WeChat knows them. Nobody reads it but the program. */
export interface Author {
  person: string | null
  by: string
  /** Staff sent it for them, and are not told what becomes of it. */
  asStaff: boolean
  openid: string
}

export interface Voice {
  file: string
  seconds: number
  /** What staff wrote down of it. */
  said: string | null
}

/** What somebody said, as it was sent. It is never changed. */
export interface Said {
  text: string
  /** Files of the sender until the case has copies of its own. */
  photos: readonly string[]
  voice: Voice | null
  place: CasePlace
  /** Who telephoned, where staff wrote it down for somebody without a record. */
  caller: { name: string; phone: string | null } | null
}

interface Rating {
  stars: number
  words: string
}

interface CaseJoin {
  at: Instant
  key: string
  who: string
  /** They came with a message of their own without their name: nobody else is told that they follow it. */
  inConfidence?: boolean
  /** What they say of how it was done, where their own message became part of it. */
  rating?: Rating
}

/** Who it is from, where they gave their name. */
export interface Reporter {
  person: string | null
  name: string
  /** The name of who sent it for them. */
  byName: string | null
}

/**
 * A message and what becomes of it. Of a sealed category what was said lies elsewhere (`SealedContent`), and here stands
 * only what a list may show.
 */
export interface CaseDoc extends Stored, Case, Said {
  /** The tap that sent it, and its turn among those of the author. */
  key: string
  turn: number
  /** Marks of who sent it (whose turns count) and of all who follow it: see `markOf`. */
  author: string
  followers: readonly string[]
  /** `Author`, sealed. Null when they are erased. */
  sealedAuthor: string | null
  anonymous: boolean
  reporter: Reporter | null
  category: string
  number: string | null
  /** Of sealed categories: for mediators only. */
  sealed: boolean
  /** Where a sealed case belongs and who mediates. Its `path` is empty: no list by place, and no role there, reaches it. */
  sealing: Sealing | null
  /** Times its reporter's identity was opened, of which they are still to be told. */
  openings: readonly Opening[]
  /** So many of its steps are in the figures. */
  counted: number
  /** The reporter said that their pictures may be shown on the public board. */
  mayShow: boolean
  /** Where the author lives, as far as a place without a node needs it. */
  around: readonly string[]
  /** The nodes of the place, from the centre down. */
  path: readonly string[]
  /** 静安里社区 3号楼 */
  placeName: string
  /** 静安里社区 第一网格: of the grid it lies in, else of the lowest node above that. */
  gridName: string
  /** What two messages about one thing have in common: the node, or about 100 m of the map. */
  spot: string
  steps: readonly CaseStep[]
  /** WeChat could not say whether its words may be shown. */
  doubtful: boolean
  /** Files that never arrived as they were announced. */
  lost: number
  /** Who said 我也遇到了, by their marks; who they are is sealed, and opened to tell them. */
  joins: Readonly<Record<string, CaseJoin>>
  joined: number
  rating: Rating | null
  /** What its category and place were called as it was sent, where staff corrected them. */
  sentAs?: { category: string; place: string } | null
  /** See `Rung`. */
  toRing?: boolean
  ringBy?: Instant | null
  /** Of a sealed one: who telephoned left a number, which lies with what they said. */
  callable?: boolean
  ringOf?: { words: string; mark: string; solved: boolean } | null
  /** The case it is part of, since when, and what it was before. */
  merged?: {
    into: string
    at: Instant
    before: Pick<Case, 'state' | 'due' | 'paused'>
  } | null
  /** Cases that became part of this one, and who came with each. */
  absorbed?: Readonly<Record<string, Absorbed>>
  /** What it was split into; of such a part, the case it comes from and what staff say it is about. */
  parts?: readonly Part[]
  partOf?: string
  about?: string
  /**
   * Its followers still have to be carried into another case, out of it again, or into its parts; or what became part of
   * it has to go on by itself.
   */
  carries?: 'into' | 'out' | 'parts' | 'apart' | null
  /** When the program has to look at it again; null when it does not. */
  nextAt: Instant | null
}

/** What was said in a sealed case: for its mediator only. What was done stands, sealed, in the steps of the case. */
export interface SealedContent extends Stored, Said {
  case: string
  reporter: Reporter | null
  /** 静安里社区 3号楼 */
  placeName: string
  /** What staff said of it, where it is a part of another. */
  about: string
}

/** All flows of a centre, every version: staff read what was in force when a message was sent. */
export interface FlowsDoc extends Stored {
  rev: number
  keys: readonly string[]
  versions: readonly DatedFlow[]
}

/** Ready words for answers; few enough for one document. */
export interface TemplatesDoc extends Stored {
  rev: number
  keys: readonly string[]
  templates: readonly AnswerTemplate[]
}

/** The last number of a year, and numbers given to cases that do not have them yet. */
export interface NumbersDoc extends Stored {
  last: number
  given: Readonly<Record<string, number>>
}

/** Something that happened in a case, until its day is counted for good. */
export interface CaseEventDoc extends Stored, KeptEvent {}

/** What happened on a day, for each node that something happened below. */
export interface CaseFiguresDoc extends Stored {
  day: Day
  byNode: Tallies
}

/** A solved matter on the public board; it stays, unseen, when it is taken down. */
export interface BoardDoc extends Stored, BoardDraft {
  case: string
  path: readonly string[]
  /** The board's own copies of the pictures. */
  pictures: { readonly before: string | null; readonly after: string | null }
  category: string
  placeName: string
  day: Day
  days: number
  stars: number | null
  at: Instant
  shown: boolean
  /** Of the taps that put it there or took it down: one that comes late does nothing. */
  keys: readonly string[]
  rev: number
}

/** What somebody found wrong with what others can read. */
export interface ComplaintDoc extends Stored {
  key: string
  turn: number
  /** Who complained; the list does not name them. */
  person: string
  about: { readonly kind: 'board'; readonly id: string }
  /** As it stood when they read it; null once nothing may be left of it. */
  entry: { readonly title: string; readonly words: string } | null
  because: string
  path: readonly string[]
  at: Instant
  state: 'open' | 'settled'
  /** `owed` as long as the entry may still be there, or who complained is not told. */
  settled: { hidden: boolean; words: string; by: string; key: string; owed?: boolean } | null
}

export const caseEvents = collection<CaseEventDoc>('case_events')
export const caseFigures = collection<CaseFiguresDoc>('case_figures')
export const caseBoard = collection<BoardDoc>('case_board')
export const complaintsMade = collection<ComplaintDoc>('case_complaints')

export const figuresId = (centre: string, day: Day): string => idOf(centre, 'figures', day)

/** Named after the case: it is on the board once. */
export const boardId = (centre: string, one: string): string => hiddenId(centre, 'fb', one)

export const complaintId = (centre: string, person: string, turn: number): string =>
  hiddenId(centre, 'fx', person, String(turn))

export const cases = collection<CaseDoc>('cases')

/** Cases of a place are in order within each level: all levels side by side, for who looks for none of them. */
export const atAnyLevel = command.in([...caseLevels])

export const sealedContents = collection<SealedContent>('sealed_contents')
export const caseFlows = collection<FlowsDoc>('case_flows')
export const answerTemplates = collection<TemplatesDoc>('answer_templates')
export const caseNumbers = collection<NumbersDoc>('case_numbers')

/** Named after the author's turn: two messages at once come one after the other, and none is one too many. */
export const caseId = (centre: string, by: string, turn: number): string =>
  hiddenId(centre, 'fc', by, String(turn))

/** Stands for a person on a case, so that they find theirs and nobody who reads the case finds them. */
export const markOf = (centre: string, person: string): string => hiddenId(centre, 'fm', person)

/** A part of a message that was split. */
export const partId = (centre: string, source: string, n: number): string =>
  hiddenId(centre, 'fc', source, String(n))

export const templatesId = (centre: string): string => idOf(centre, 'answers')

export const flowsId = (centre: string): string => idOf(centre, 'flows')

export const numbersId = (centre: string, year: string): string => idOf(centre, 'numbers', year)

const purpose = 'caseAuthor'
const joining = 'caseJoin'

export const sealAuthor = (id: string, author: Author): string => seal(purpose, id, author)

/** Who sent it; null when they are erased. */
export const authorOf = ({
  _id,
  sealedAuthor,
}: Pick<CaseDoc, '_id' | 'sealedAuthor'>): Author | null =>
  sealedAuthor === null ? null : unseal<Author>(purpose, _id, sealedAuthor)

export const sealJoiner = (id: string, person: string): string => seal(joining, id, { person })

/** The persons who said that they met with the same thing. */
export const joinersOf = ({ _id, joins }: Pick<CaseDoc, '_id' | 'joins'>): string[] =>
  Object.values(joins).map(({ who }) => unseal<{ person: string }>(joining, _id, who).person)

/** What somebody says of how it was done: who sent it, else one whose own message became part of it. */
export const ratingOf = ({ rating, joins }: Pick<CaseDoc, 'rating' | 'joins'>): Rating | null =>
  rating ?? Object.values(joins).flatMap((join) => join.rating ?? [])[0] ?? null

/** Those of them who must not be known to follow it. */
export const joinersInConfidence = ({
  _id,
  joins,
}: Pick<CaseDoc, '_id' | 'joins'>): ReadonlySet<string> => {
  const hidden = Object.entries(joins).filter(([, { inConfidence }]) => inConfidence)
  return new Set(joinersOf({ _id, joins: Object.fromEntries(hidden) }))
}

/** Followers of a case, but not who sent it, sealed for another that they follow too. */
export const resealed = (
  { _id, joins }: Pick<CaseDoc, '_id' | 'joins'>,
  other: string,
): CaseDoc['joins'] =>
  Object.fromEntries(
    Object.entries(joins).map(([mark, join]) => [
      mark,
      {
        ...join,
        who: sealJoiner(other, unseal<{ person: string }>(joining, _id, join.who).person),
      },
    ]),
  )
