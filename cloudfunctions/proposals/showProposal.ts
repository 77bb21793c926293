import { mayBeUndone, mayBeWithdrawn, signRefusal } from '@/domain/proposals/proposal'
import { maskName } from '@/domain/residents/masking'
import type { ProposalCard, ProposalForStaff, ProposalShown } from '@/types/proposals'
import { dayOf, type Instant } from '@/types/shared/day'
import type { Facts, Passport } from '../kit/passport'
import { idsOf } from '../kit/subject'
import { checksOf } from '../media/checks'
import { picturesOf } from './pictures'
import { familyOf } from './showWish'
import type { ProposalDoc } from './store'

const cardOf = (proposal: ProposalDoc): ProposalCard => ({
  id: proposal._id,
  ...{ title: proposal.title, category: proposal.category, nodeName: proposal.nodeName },
  name: proposal.personName ? maskName(proposal.personName) : null,
  ...{ state: proposal.state, count: proposal.count, threshold: proposal.threshold },
  ...{ answerDue: proposal.answerDue, decision: proposal.decision },
  wishes: proposal.wishes.length,
  at: proposal.at,
})

export const proposalCard = cardOf

const whole = async (proposal: ProposalDoc, all: boolean) => {
  const { centre, _id, answer, lines, photos } = proposal
  const checks = photos.length > 0 ? await checksOf(centre, _id) : new Map()
  return {
    ...cardOf(proposal),
    words: proposal.words,
    photos: await picturesOf(proposal, photos, checks, all),
    firstNames: [
      ...new Map(proposal.firstNames.map(({ person, name }) => [person, maskName(name)])).values(),
    ],
    wishTitles: [...proposal.wishTitles],
    until: proposal.until,
    answer: answer && { words: answer.words, at: answer.at },
    ...{ meeting: proposal.meeting, vote: proposal.vote, project: proposal.project },
    reason: proposal.reason,
    steps: lines.map(({ kind, at, words }) => ({ kind, at, words })),
  }
}

/** One proposal, with what whoever looks may do. */
export const proposalShown = async (
  proposal: ProposalDoc,
  { caller, subject, at }: { caller: Passport | null; subject?: Facts | undefined; at: Instant },
): Promise<ProposalShown> => {
  const family = [...familyOf(caller), ...(subject ? idsOf(subject) : [])]
  const mine = proposal.person !== null && family.includes(proposal.person)
  const ids = caller ? idsOf(caller.person) : []
  const signed = ids.some((id) => proposal.claims[id])
  return {
    ...(await whole(proposal, mine)),
    reason: mine ? proposal.reason : null,
    ...{ mine, proposer: mine ? proposal.person : null, signed },
    cannotSign: caller
      ? signRefusal(proposal, caller.person, ids, { today: dayOf(at), at })
      : 'NotSignedIn',
    mayTakeBack: signed && proposal.signable,
    mayWithdraw: mine && mayBeWithdrawn(proposal.state),
    mayComplain: !mine && proposal.listed !== null,
  }
}

const forStaff = (proposal: ProposalDoc) => ({
  node: proposal.node,
  person:
    proposal.person === null ? null : { id: proposal.person, name: proposal.personName ?? '' },
  by: proposal.byName,
  unchecked: !proposal.checked,
  ...{ late: proposal.late, forStaff: proposal.forStaff, hidden: proposal.hidden },
  listed: proposal.listed !== null,
  mayUndo: mayBeUndone(proposal),
  mayWithdraw: proposal.person !== null && mayBeWithdrawn(proposal.state),
})

/** A proposal as staff see it. */
export const proposalForStaff = async (proposal: ProposalDoc): Promise<ProposalForStaff> => ({
  ...(await whole(proposal, true)),
  ...forStaff(proposal),
})

/** The same in a list. */
export const proposalInList = (proposal: ProposalDoc) => ({
  ...cardOf(proposal),
  ...forStaff(proposal),
  words: proposal.words,
  until: proposal.until,
  answer: proposal.answer && { words: proposal.answer.words, at: proposal.answer.at },
  ...{ meeting: proposal.meeting, vote: proposal.vote, project: proposal.project },
  reason: proposal.reason,
})
