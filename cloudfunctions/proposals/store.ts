import type { Hands } from '@/domain/proposals/hands'
import type { Meeting } from '@/domain/proposals/meeting'
import type { Proposal } from '@/domain/proposals/proposal'
import type { Task } from '@/domain/proposals/task'
import type { Asking, Wish } from '@/domain/proposals/wish'
import type { ProposalSettings, VoiceCategory, WishFor } from '@/types/proposals'
import type { Instant } from '@/types/shared/day'
import { collection, type Projection, type Stored } from '../kit/collection'
import { hiddenId, idOf } from '../kit/ids'

/** A wish: what somebody wrote, what staff made of it, and who does it. */
export interface WishDoc extends Stored, Wish {
  personName: string
  household: string | null
  path: readonly string[]
  communityName: string
  by: string
  byName: string | null
  byStaff: boolean
  /** As it was written; never changed. */
  words: string
  category: VoiceCategory
  forWhom: WishFor
  photos: readonly string[]
  /** WeChat looked at the words. */
  checked: boolean
  asking: Asking | null
  showName: boolean
  showPhone: boolean
  /** Where everybody finds it; null for nowhere. */
  listed: 'open' | 'claimed' | 'done' | null
  forStaff: boolean
  at: Instant
}

/** A proposal, and who co-signed it. Lists read it without the signatures. */
export interface ProposalDoc extends Stored, Proposal {
  personName: string | null
  by: string
  byName: string | null
  path: readonly string[]
  nodeName: string
  title: string
  words: string
  category: VoiceCategory
  photos: readonly string[]
  checked: boolean
  asking: Asking | null
  listed: 'open' | 'answered' | null
  /** The wishes it was made of. */
  wishes: readonly string[]
  wishTitles: readonly string[]
  /** Set by `linkVote` and `linkProject`. */
  vote: string | null
  project: string | null
  at: Instant
}

export interface MeetingDoc extends Stored, Meeting {
  path: readonly string[]
  nodeName: string
  by: string
  at: Instant
}

export interface TaskDoc extends Stored, Task {
  path: readonly string[]
  meetingTitle: string
  itemTitle: string
  ownerName: string
  at: Instant
}

/** What somebody says against a published wish or proposal. */
export interface ComplaintDoc extends Stored {
  of: 'wish' | 'proposal'
  thing: string
  title: string
  path: readonly string[]
  person: string
  personName: string
  by: string
  words: string
  key: string
  state: 'waiting' | 'hidden' | 'left'
  /** What it is about was hidden because of it, and is put back. */
  wasHidden: boolean
  over: boolean
  answer: string | null
  answeredBy: string | null
  /** The tap that answered it. */
  answerKey: string | null
  /** What it is about is still to be hidden, or who complained to be told. */
  owes: boolean
  at: Instant
}

/** What somebody is just about to claim; gone the day after. */
export interface HandsDoc extends Stored, Hands {
  at: Instant
}

export interface SettingsDoc extends Stored {
  settings: ProposalSettings
  rev: number
  keys: readonly string[]
}

export const wishes = collection<WishDoc>('wishes')
export const proposals = collection<ProposalDoc>('proposals')
export const meetings = collection<MeetingDoc>('meetings')
export const tasks = collection<TaskDoc>('meeting_tasks')
export const complaints = collection<ComplaintDoc>('proposal_complaints')
export const hands = collection<HandsDoc>('wish_hands')
export const proposalSettings = collection<SettingsDoc>('proposal_settings')

/** Named after who wrote it and the tap: a repeated tap finds it. */
export const wishId = (centre: string, openid: string, key: string): string =>
  hiddenId(centre, 'wi', openid, key)
export const proposalId = (centre: string, openid: string, key: string): string =>
  hiddenId(centre, 'pr', openid, key)
export const meetingId = (centre: string, openid: string, key: string): string =>
  hiddenId(centre, 'mt', openid, key)
export const taskId = (centre: string, meeting: string, key: string): string =>
  hiddenId(centre, 'mk', meeting, key)
/** One for each person and thing. */
export const complaintId = (centre: string, person: string, thing: string): string =>
  hiddenId(centre, 'pc', person, thing)
export const handsId = (centre: string, person: string): string => hiddenId(centre, 'wh', person)
export const settingsId = (centre: string): string => idOf(centre, 'ps')

/** What a centre has until it says otherwise. */
export const usualSettings: ProposalSettings = {
  threshold: 20,
  answerDays: 10,
  collectDays: 60,
  wishDays: 30,
}

export const settingsOf = async (
  centre: string,
): Promise<{ settings: ProposalSettings; rev: number }> => {
  const known = await proposalSettings.of(centre).get(settingsId(centre))
  return { settings: known?.settings ?? usualSettings, rev: known?.rev ?? 0 }
}

const every = <K extends string>(...fields: readonly K[]): Projection =>
  Object.fromEntries(fields.map((field) => [field, true as const]))

/** What lists need of a proposal: never the signatures. */
export const proposalListed: Projection = every(
  ...(['title', 'words', 'category', 'node', 'nodeName', 'person', 'personName'] as const),
  ...(['by', 'byName', 'state', 'hidden', 'signable', 'count', 'threshold', 'answerDue'] as const),
  ...(['late', 'forStaff', 'until', 'answer', 'reason', 'meeting', 'decision', 'vote'] as const),
  ...(['project', 'wishes', 'checked', 'at', 'seq', 'centre', 'listed'] as const),
)

/** What lists need of a meeting: never who comes. */
export const meetingListed: Projection = every(
  ...(['title', 'placeName', 'nodeName', 'startsAt', 'endsAt', 'state', 'left', 'seats'] as const),
)
