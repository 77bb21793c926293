import type { Fund, FundEntry } from '@/domain/projects/match'
import type { Project } from '@/domain/projects/project'
import type { Day, Instant } from '@/types/shared/day'
import { collection, type Stored } from '../kit/collection'
import { idOf } from '../kit/ids'

/** A project: what is done for the people of a place, step by step. */
export interface ProjectDoc extends Stored, Project {
  node: string
  nodeName: string
  path: readonly string[]
  title: string
  words: string
  /** Who answers for it. */
  owner: string
  proposal: string | null
  /** The proposal has not been told of it yet. */
  toLink: boolean
  vote: string | null
  because: string | null
  startedAt: Instant
  startedBy: string
  hasFund: boolean
  /** The first day on which its next step is late. */
  lateFrom: Day
  /** Every picture it has or had. */
  photos: readonly string[]
  /** WeChat was not asked about all of them yet: the sweep does it, for whom sent the last. */
  toCheck: boolean
  sender: string
  rev: number
  keys: readonly string[]
}

/** The record of the money of one project: nothing is taken or paid by the program. */
export interface FundDoc extends Stored, Fund {
  project: string
  path: readonly string[]
  photos: readonly string[]
  /** The tap that began it. */
  key: string
  startedBy: string
  startedAt: Instant
  /** Something is to be copied to the ledger, or the project does not know of it yet: the sweep does it. */
  owes: boolean
  /** The project does not know of it yet. */
  toLink: boolean
}

/** One line of the ledger of a fund: only ever added. `_id` is the entry's. */
export interface FundLineDoc extends Stored, FundEntry {
  project: string
}

export const projects = collection<ProjectDoc>('projects')
export const funds = collection<FundDoc>('funds')
export const fundLines = collection<FundLineDoc>('fund_ledger')

export const fundId = (centre: string, project: string): string => idOf(centre, 'fd', project)

/** There is one reversal of an entry, whoever makes it and how often. */
export const reversalOf = (line: string): string => `${line}-back`
