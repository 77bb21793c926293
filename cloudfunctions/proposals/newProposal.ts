import type { standing } from '@/domain/proposals/proposal'
import type { Followed } from '@/domain/proposals/record'
import type { ProposalSettings } from '@/types/proposals'
import { dayMs } from '@/types/shared/day'
import type { NodeDoc } from '../residents/store'
import type { ProposalDoc } from './store'

/** Who proposes it, and what; the rest is the same of every proposal as it begins. */
type Own = Followed &
  ReturnType<typeof standing> &
  Pick<ProposalDoc, '_id' | 'centre' | 'person' | 'personName' | 'by' | 'byName' | 'at'> &
  Pick<ProposalDoc, 'title' | 'words' | 'category' | 'photos' | 'checked' | 'asking' | 'wishes'>

/** A proposal as it begins, about a node: nobody co-signed, discussed or answered it. */
export const newProposal = (
  own: Own,
  { _id: node, path, label: nodeName }: Pick<NodeDoc, '_id' | 'path' | 'label'>,
  { threshold, answerDays, collectDays }: ProposalSettings,
): ProposalDoc => ({
  ...{ ...own, v: 1 as const, node, path, nodeName },
  ...{ claims: {}, count: 0, people: [], gone: {} },
  ...{ wishTitles: [], firsts: [], firstNames: [], merging: own.wishes.length > 0 },
  ...{ threshold, answerDays, until: own.at + collectDays * dayMs },
  ...{ answerDue: null, late: false, reminded: false, answer: null, reason: null },
  ...{ meeting: null, meetingAt: null, decision: null, decided: null },
  ...{ vote: null, project: null, unused: [] },
})
