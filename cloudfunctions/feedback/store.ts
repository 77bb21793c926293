import type { Case, CaseStep } from '@/domain/feedback/case'
import type { DatedFlow } from '@/domain/feedback/flow'
import type { CasePlace } from '@/types/feedback'
import type { Instant } from '@/types/shared/day'
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
  /** Where the author lives, as far as a place without a node needs it. */
  around: readonly string[]
  /** The nodes of the place, from the centre down. */
  path: readonly string[]
  /** 静安里社区 3号楼 */
  placeName: string
  /** What two messages about one thing have in common: the node, or about 100 m of the map. */
  spot: string
  steps: readonly CaseStep[]
  /** WeChat could not say whether its words may be shown. */
  doubtful: boolean
  /** Files that never arrived as they were announced. */
  lost: number
  /** Who said 我也遇到了, by their marks; who they are is sealed, and opened to tell them. */
  joins: Readonly<Record<string, { at: Instant; key: string; who: string }>>
  joined: number
  rating: { stars: number; words: string } | null
  /** When the program has to look at it again; null when it does not. */
  nextAt: Instant | null
}

/** What was said and done in a sealed case: for its mediator only. */
export interface SealedContent extends Stored, Said {
  case: string
  reporter: Reporter | null
  steps: readonly CaseStep[]
  /** The taps of who sent it that added to `steps`. */
  taps?: readonly string[]
}

/** All flows of a centre, every version: staff read what was in force when a message was sent. */
export interface FlowsDoc extends Stored {
  rev: number
  keys: readonly string[]
  versions: readonly DatedFlow[]
}

/** The last number of a year, and numbers given to cases that do not have them yet. */
export interface NumbersDoc extends Stored {
  last: number
  given: Readonly<Record<string, number>>
}

export const cases = collection<CaseDoc>('cases')
export const sealedContents = collection<SealedContent>('sealed_contents')
export const caseFlows = collection<FlowsDoc>('case_flows')
export const caseNumbers = collection<NumbersDoc>('case_numbers')

/** Named after the author's turn: two messages at once come one after the other, and none is one too many. */
export const caseId = (centre: string, by: string, turn: number): string =>
  hiddenId(centre, 'fc', by, String(turn))

/** Stands for a person on a case, so that they find theirs and nobody who reads the case finds them. */
export const markOf = (centre: string, person: string): string => hiddenId(centre, 'fm', person)

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
