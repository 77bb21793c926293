import type { Day, Instant } from '@/types/shared/day'
import { mostSignatures, type DecisionKind, type ProposalState } from '@/types/proposals'
import type { Facts } from '@/domain/residents/facts'
import { moved, refused, same, type Decision, type Followed } from './record'

/** One co-signature. */
export interface Signature {
  key: string
  at: Instant
  /** Staff who entered it from a paper form, and the picture of the form; null for a tap of one's own. */
  by: string | null
  form: string | null
}

/** A proposal as far as rules go: the document that decides who co-signed. */
export interface Proposal extends Followed {
  state: ProposalState
  hidden: boolean
  /** Co-signatures can be given and taken back; in the guard of each. */
  signable: boolean
  /** By the person's id. */
  claims: Readonly<Record<string, Signature>>
  count: number
  /** Their ids, to find by. */
  people: readonly string[]
  /** Taps of those who took theirs back: a late duplicate signs nothing. */
  gone: Readonly<Record<string, string>>
  /** Who proposes it; null for one that staff made of wishes. */
  person: string | null
  /** Whose wishes it was made of. */
  firsts: readonly string[]
  node: string
  /** What held when it was published. */
  threshold: number
  answerDays: number
  until: Instant
  answerDue: Day | null
  late: boolean
  forStaff: boolean
  answer: { words: string; at: Instant; by: string } | null
  reason: string | null
  meeting: string | null
  decision: DecisionKind | null
}

interface Act {
  key: string
  at: Instant
  by: string
}

const isRunning = ({ state }: Pick<Proposal, 'state'>): boolean =>
  state === 'open' || state === 'owed'

/** Those to whom it matters first: who proposed it, or whose wishes it is made of. */
export const authorsOf = ({ person, firsts }: Pick<Proposal, 'person' | 'firsts'>): string[] =>
  person === null ? [...firsts] : [person]

const tell = (proposal: Proposal, note: string) =>
  authorsOf(proposal).map((to) => ({ to, event: 'proposalNews' as const, note }))

/** Fields that follow from the others; every step that changes one of those sets them. */
const follow = (state: ProposalState, hidden: boolean, forStaff: boolean) => ({
  state,
  hidden,
  forStaff,
  signable: isRunning({ state }) && !hidden,
  listed: hidden
    ? null
    : isRunning({ state })
      ? 'open'
      : state === 'answered' || state === 'lapsed'
        ? 'answered'
        : null,
})

export const standing = follow

/** Staff publish it as it is, or do not, with a reason. */
export const decidePublish = (
  proposal: Proposal,
  { key, at, by, publish, because }: Act & { publish: boolean; because: string | null },
  { threshold, answerDays, until }: Pick<Proposal, 'threshold' | 'answerDays' | 'until'>,
): Decision => {
  if (proposal.keys.includes(key)) return same
  if (proposal.state !== 'waiting') return refused('Over')
  if (!publish && because === null) return refused('ReasonNeeded')
  return moved(proposal, {
    ...{ key, at, by, words: because },
    kind: publish ? 'published' : 'refused',
    news: tell(
      proposal,
      publish ? '您的提案发布了，邻居可以联名了' : `您的提案没有发布。原因：${because ?? ''}`,
    ),
    set: {
      ...follow(publish ? 'open' : 'refused', false, false),
      ...(publish ? { threshold, answerDays, until } : { reason: because }),
    },
  })
}

interface Signing {
  key: string
  at: Instant
  /** The day it is, for whether they are verified. */
  today: Day
  by: string | null
  form: string | null
}

type Signer = Pick<Facts, 'id' | 'verifiedUntil' | 'path'>

/** Why somebody cannot co-sign now; null when they can. */
export const signRefusal = (
  { signable, count, claims, node }: Pick<Proposal, 'signable' | 'count' | 'claims' | 'node'>,
  signer: Signer,
  ids: readonly string[],
  today: Day,
): 'Closed' | 'Signed' | 'NotVerified' | 'NotBelow' | 'Full' | null => {
  if (ids.some((id) => claims[id])) return 'Signed'
  if (!signable) return 'Closed'
  if (signer.verifiedUntil === null || signer.verifiedUntil < today) return 'NotVerified'
  if (!signer.path.includes(node)) return 'NotBelow'
  return count >= mostSignatures ? 'Full' : null
}

/**
 * One co-signature of one person, also when records were merged: under none of their ids there may be another. It raises
 * no `seq`, so that forty at once do not wait for one another.
 */
export const decideSign = (
  proposal: Proposal,
  signer: Signer,
  ids: readonly string[],
  { key, at, today, by, form }: Signing,
): Decision => {
  if (ids.some((id) => proposal.claims[id]?.key === key || proposal.gone[id] === key)) return same
  const refusal = signRefusal(proposal, signer, ids, today)
  if (refusal !== null) return refused(refusal)
  return {
    outcome: 'step',
    step: {
      guard: {
        equal: { signable: true },
        missing: ids.map((id) => `claims.${id}`),
        below: { count: mostSignatures },
      },
      change: {
        set: { [`claims.${signer.id}`]: { key, at, by, form } },
        push: { people: signer.id },
        inc: { count: 1 },
      },
    },
  }
}

/** Until it is answered, whoever signed may think better of it. */
export const decideTakeBack = (
  proposal: Proposal,
  ids: readonly string[],
  key: string,
): Decision => {
  const mine = ids.find((id) => proposal.claims[id])
  if (mine === undefined) return same
  if (!proposal.signable) return refused('Closed')
  return {
    outcome: 'step',
    step: {
      guard: {
        equal: { signable: true, [`claims.${mine}.key`]: proposal.claims[mine]?.key ?? '' },
      },
      change: {
        set: { [`gone.${mine}`]: proposal.claims[mine]?.key ?? key },
        unset: [`claims.${mine}`],
        pull: { people: mine },
        inc: { count: -1 },
      },
    },
  }
}

/** Signatures of records that became one since: the earlier stays. `today` says under which id each person is now. */
export const decideUnite = (proposal: Proposal, today: ReadonlyMap<string, string>): Decision => {
  const seen = new Set<string>()
  const twice = Object.entries(proposal.claims)
    .sort(([, one], [, other]) => one.at - other.at)
    .filter(([id]) => {
      const person = today.get(id) ?? id
      return seen.has(person) || !seen.add(person)
    })
    .map(([id]) => id)
  if (twice.length === 0) return same
  return {
    outcome: 'step',
    step: {
      guard: { equal: { count: proposal.count }, present: twice.map((id) => `claims.${id}`) },
      change: { unset: twice.map((id) => `claims.${id}`), inc: { count: -twice.length } },
    },
  }
}

/** There are enough of them: from now on an answer is due. */
export const decideReached = (proposal: Proposal, answerDue: Day, at: Instant): Decision => {
  if (proposal.state !== 'open' || proposal.count < proposal.threshold) return same
  const key = 'reached'
  return moved(proposal, {
    ...{ key, at, by: null, kind: 'reached', words: answerDue },
    news: [
      ...tell(proposal, `联名够 ${proposal.threshold} 人了，社区会答复`),
      { to: 'staff', event: 'proposalCare', note: '有提案联名够了，要按时答复' },
    ],
    set: { ...follow('owed', proposal.hidden, true), answerDue },
  })
}

export const decideAnswer = (
  proposal: Proposal,
  { key, at, by, words }: Act & { words: string },
): Decision => {
  if (proposal.keys.includes(key)) return same
  if (!isRunning(proposal) && proposal.state !== 'lapsed') return refused('Over')
  return moved(proposal, {
    ...{ key, at, by, kind: 'answered' },
    news: tell(proposal, '社区答复了，请点开看'),
    set: { ...follow('answered', proposal.hidden, false), answer: { words, at, by }, late: false },
  })
}

export const decideWithdraw = (proposal: Proposal, { key, at, by }: Act): Decision => {
  if (proposal.keys.includes(key)) return same
  if (!isRunning(proposal) && proposal.state !== 'waiting') return refused('Over')
  return moved(proposal, {
    ...{ key, at, by, kind: 'withdrawn' },
    set: follow('withdrawn', proposal.hidden, false),
  })
}

/** After a complaint staff take it off the list, or put it back. */
export const decideHide = (
  proposal: Proposal,
  { key, at, by, hide }: Act & { hide: boolean },
): Decision => {
  if (proposal.keys.includes(key) || proposal.hidden === hide) return same
  return moved(proposal, {
    ...{ key, at, by, kind: hide ? 'hidden' : 'shownAgain' },
    news: hide ? tell(proposal, '您的提案暂时不显示了，请问社区') : [],
    set: follow(proposal.state, hide, proposal.forStaff),
  })
}

/** A meeting will talk about it. */
export const decideDiscussed = (proposal: Proposal, meeting: string, at: Instant): Decision =>
  proposal.meeting === meeting
    ? same
    : moved(proposal, {
        ...{ key: meeting, at, by: null, kind: 'discussed' },
        set: { meeting },
      })

/** What a meeting came to; the same again changes nothing. */
export const decideDecided = (
  proposal: Proposal,
  { meeting, kind, at }: { meeting: string; kind: DecisionKind; at: Instant },
): Decision =>
  proposal.decision === kind && proposal.meeting === meeting
    ? same
    : moved(proposal, {
        ...{ key: `${meeting}-${kind}`, at, by: null, kind: 'decided', words: kind },
        news: tell(proposal, '议事会有了结果，请点开看'),
        set: { decision: kind, meeting },
      })

/** A vote or a project that was made of it is linked; once, and by the same id again without harm. */
export const decideLink = (
  proposal: Proposal & { vote: string | null; project: string | null },
  to: 'vote' | 'project',
  id: string,
  at: Instant,
): Decision => {
  if (proposal[to] === id) return same
  return moved(proposal, {
    ...{ key: id, at, by: null, kind: to === 'vote' ? 'voteOpened' : 'projectBegun' },
    news: tell(proposal, to === 'vote' ? '提案开始投票了，请点开看' : '提案变成项目了，请点开看'),
    set: { [to]: id },
  })
}

/** What time alone brings: an answer is late, or too few signed in time. */
export const decideTimely = (proposal: Proposal, today: Day, at: Instant): Decision => {
  if (proposal.state === 'open' && at >= proposal.until)
    return moved(proposal, {
      ...{ key: 'lapsed', at, by: null, kind: 'lapsed' },
      news: tell(proposal, '联名的日子到了，人数还不够'),
      set: follow('lapsed', proposal.hidden, false),
    })
  if (
    proposal.state === 'owed' &&
    !proposal.late &&
    proposal.answerDue !== null &&
    today > proposal.answerDue
  )
    return moved(proposal, {
      ...{ key: 'late', at, by: null, kind: 'late' },
      news: [
        { to: 'centreStaff', event: 'proposalCare', note: '有提案过了答复的日子，请马上答复' },
      ],
      set: { late: true },
    })
  return same
}

/** Nothing names somebody who is erased; that they co-signed stays under their id. */
export const decideForget = (
  proposal: Proposal,
  ids: readonly string[],
  { at, names }: { at: Instant; names: readonly string[] },
): Decision => {
  const mine = proposal.person !== null && ids.includes(proposal.person)
  const forms = ids.filter((id) => proposal.claims[id]?.form)
  return moved(proposal, {
    ...{ key: 'forget', at, by: null },
    set: {
      firstNames: names,
      ...(mine && { personName: '', byName: null, photos: [], asking: null }),
      // Nobody has read what was never published.
      ...(mine && proposal.answer === null && { words: '', title: '' }),
      ...Object.fromEntries(forms.map((id) => [`claims.${id}.form`, null])),
    },
  })
}
