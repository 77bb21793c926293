import { addDays, dayMs, instantOf, type Day, type Instant } from '@/types/shared/day'
import { mostSignatures, type DecisionKind, type ProposalState } from '@/types/proposals'
import type { Facts } from '@/domain/residents/facts'
import { guarded, moved, refused, same, withGone, type Decision, type Followed } from './record'

/** One co-signature. */
export interface Signature {
  key: string
  at: Instant
  /** Staff who entered it from a paper form, and the picture of the form; null for a tap of one's own. */
  by: string | null
  form: string | null
}

/** A signature that was taken back: the tap that gave it, and the one that took it. */
interface Gone {
  key: string
  by: string
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
  /** Taps of those who took theirs back: a late duplicate signs nothing, or takes nothing back. */
  gone: Readonly<Record<string, Gone>>
  /** Who proposes it; null for one that staff made of wishes. */
  person: string | null
  /** Whose wishes it was made of, and the names of those among them who agreed to be named. */
  firsts: readonly string[]
  /** Its wishes are still to be told that they are in it; or, once it is withdrawn, that they are not. */
  merging: boolean
  firstNames: readonly { person: string; name: string }[]
  photos: readonly string[]
  /** Files that are its own no more and still to be removed. */
  unused: readonly string[]
  node: string
  /** What held when it was published. */
  threshold: number
  answerDays: number
  until: Instant
  answerDue: Day | null
  late: boolean
  /** The centre was told that nobody read it. */
  reminded: boolean
  at: Instant
  forStaff: boolean
  answer: { words: string; at: Instant; by: string } | null
  reason: string | null
  /** The latest meeting that talks about it, and when that begins. */
  meeting: string | null
  meetingAt: Instant | null
  decision: DecisionKind | null
  /** The meeting that came to it, and when that began: an older one has no say any more. */
  decided: { meeting: string; at: Instant } | null
}

interface Act {
  key: string
  at: Instant
  by: string
}

const isRunning = ({ state }: Pick<Proposal, 'state'>): boolean =>
  state === 'open' || state === 'owed'

/** Everybody could read it, and can. */
const isPublic = (state: ProposalState): boolean =>
  isRunning({ state }) || state === 'answered' || state === 'lapsed'

/** Those to whom it matters first: who proposed it, or whose wishes it is made of. */
export const authorsOf = ({ person, firsts }: Pick<Proposal, 'person' | 'firsts'>): string[] =>
  person === null ? [...firsts] : [person]

const tell = (proposal: Proposal, note: string) =>
  authorsOf(proposal).map((to) => ({ to, event: 'proposalNews' as const, note }))

/** What came of it concerns whoever co-signed as well. */
const tellAll = (note: string) => [{ to: 'signers', event: 'proposalNews' as const, note }]

/** Fields that follow from the others; every step that changes one of those sets them. */
const follow = (
  state: ProposalState,
  hidden: boolean,
  forStaff: boolean,
): Pick<Proposal, 'state' | 'hidden' | 'forStaff' | 'signable'> & {
  listed: 'open' | 'answered' | null
} => ({
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
    ...{ key, at, by, words: publish ? null : because },
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
  {
    signable,
    count,
    claims,
    node,
    state,
    until,
  }: Pick<Proposal, 'signable' | 'count' | 'claims' | 'node' | 'state' | 'until'>,
  signer: Signer,
  ids: readonly string[],
  { today, at }: { today: Day; at: Instant },
): 'Closed' | 'Signed' | 'NotVerified' | 'NotBelow' | 'Full' | null => {
  if (ids.some((id) => claims[id])) return 'Signed'
  if (!signable || (state === 'open' && at >= until)) return 'Closed'
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
  if (ids.some((id) => proposal.claims[id]?.key === key || proposal.gone[id]?.key === key))
    return same
  const refusal = signRefusal(proposal, signer, ids, { today, at })
  if (refusal !== null) return refused(refusal)
  return {
    outcome: 'step',
    step: {
      guard: {
        ...withGone(proposal.gone, ids, {
          equal: { signable: true },
          missing: ids.map((id) => `claims.${id}`),
        }),
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
  { key, at }: Pick<Act, 'key' | 'at'>,
): Decision => {
  const mine = ids.find((id) => proposal.claims[id])
  if (mine === undefined || ids.some((id) => proposal.gone[id]?.by === key)) return same
  if (!proposal.signable) return refused('Closed')
  const { key: signed = '', form = null } = proposal.claims[mine] ?? {}
  return {
    outcome: 'step',
    step: {
      guard: {
        equal: { signable: true, [`claims.${mine}.key`]: signed },
      },
      change: {
        set: {
          [`gone.${mine}`]: { key: signed, by: key },
          // The picture of the paper goes with the signature.
          ...(form !== null && { due: at }),
        },
        unset: [`claims.${mine}`],
        pull: { people: mine },
        ...(form !== null && { push: { unused: form } }),
        inc: { count: -1, ...(form !== null && { seq: 1 }) },
      },
    },
  }
}

/** Signatures of records that became one since: the earlier stays. `today` says under which id each person is now. */
export const decideUnite = (
  proposal: Proposal,
  today: ReadonlyMap<string, string>,
  at: Instant,
): Decision => {
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
      guard: {
        equal: { count: proposal.count, seq: proposal.seq },
        present: twice.map((id) => `claims.${id}`),
      },
      change: {
        set: {
          people: proposal.people.filter((id) => !twice.includes(id)),
          unused: [...proposal.unused, ...twice.flatMap((id) => proposal.claims[id]?.form ?? [])],
          due: at,
        },
        unset: twice.map((id) => `claims.${id}`),
        inc: { count: -twice.length, seq: 1 },
      },
    },
  }
}

/** There are enough of them: from now on an answer is due. */
export const decideReached = (proposal: Proposal, answerDue: Day, at: Instant): Decision => {
  if (proposal.state !== 'open' || proposal.count < proposal.threshold) return same
  const key = 'reached'
  const enough = moved(proposal, {
    ...{ key, at, by: null, kind: 'reached', words: answerDue },
    news: [
      ...tellAll(`联名够 ${proposal.threshold} 人了，社区会答复`),
      { to: 'staff', event: 'proposalCare', note: '有提案联名够了，要按时答复' },
    ],
    set: { ...follow('owed', proposal.hidden, true), answerDue },
  })
  // A signature taken back meanwhile raises no `seq`.
  return guarded(enough, { above: { count: proposal.threshold - 1 } })
}

export const decideAnswer = (
  proposal: Proposal,
  { key, at, by, words }: Act & { words: string },
): Decision => {
  if (proposal.keys.includes(key)) return same
  if (!isRunning(proposal) && proposal.state !== 'lapsed') return refused('Over')
  return moved(proposal, {
    ...{ key, at, by, kind: 'answered' },
    news: tellAll('社区答复了，请点开看'),
    set: { ...follow('answered', proposal.hidden, false), answer: { words, at, by }, late: false },
  })
}

/** Once there are enough signatures, the answer is owed to whoever gave them too. */
export const mayBeWithdrawn = (state: ProposalState): boolean =>
  state === 'waiting' || state === 'open'

export const decideWithdraw = (proposal: Proposal, { key, at, by }: Act): Decision => {
  if (proposal.keys.includes(key)) return same
  if (!mayBeWithdrawn(proposal.state)) return refused('Over')
  return moved(proposal, {
    ...{ key, at, by, kind: 'withdrawn' },
    news: proposal.count > 0 ? tellAll('提案收回了，不再联名') : [],
    set: follow('withdrawn', proposal.hidden, false),
  })
}

/** One that staff made of wishes can be undone as long as no answer is owed. */
export const mayBeUndone = ({ person, state }: Pick<Proposal, 'person' | 'state'>): boolean =>
  person === null && state === 'open'

/** Wishes were merged by mistake: each of them waits again by itself, and who co-signed hears why. */
export const decideUndo = (
  proposal: Proposal,
  { key, at, by, because }: Act & { because: string },
): Decision => {
  if (proposal.keys.includes(key)) return same
  if (!mayBeUndone(proposal)) return refused('Over')
  return moved(proposal, {
    ...{ key, at, by, kind: 'ended', words: because },
    news: proposal.count > 0 ? tellAll(`提案不合成了，不再联名。${because}`) : [],
    set: { ...follow('withdrawn', proposal.hidden, false), reason: because, merging: true },
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
    news: tell(proposal, hide ? '您的提案暂时不显示了，请问社区' : '您的提案又公开了，邻居看得到'),
    set: follow(proposal.state, hide, proposal.forStaff),
  })
}

/** What a meeting says of a proposal, by the id and the time of the meeting. */
interface OfMeeting {
  meeting: string
  startsAt: Instant
  at: Instant
}

/** The later meeting is the one people are led to, whichever was written of last. */
const ledTo = ({ meeting: known, meetingAt }: Proposal, { meeting, startsAt }: OfMeeting) =>
  known !== null && known !== meeting && meetingAt !== null && meetingAt > startsAt
    ? {}
    : { meeting, meetingAt: startsAt }

/** A meeting will talk about it. */
export const decideDiscussed = (proposal: Proposal, of: OfMeeting): Decision => {
  const lead = ledTo(proposal, of)
  if (lead.meeting === undefined) return same
  if (proposal.meeting === of.meeting)
    return proposal.meetingAt === of.startsAt
      ? same
      : moved(proposal, {
          ...{ key: `${of.meeting}-${of.startsAt}`, at: of.at, by: null },
          set: { meetingAt: of.startsAt },
        })
  return moved(proposal, {
    ...{ key: of.meeting, at: of.at, by: null, kind: 'discussed' },
    set: lead,
  })
}

/** It is on that agenda no more, or the meeting does not take place. */
export const decideNotDiscussed = (proposal: Proposal, meeting: string, at: Instant): Decision =>
  proposal.meeting !== meeting || proposal.decided?.meeting === meeting
    ? same
    : moved(proposal, {
        ...{ key: `off-${meeting}`, at, by: null },
        set: { meeting: null, meetingAt: null },
      })

/** What a meeting came to; the same again changes nothing, and what a later one came to stays. */
export const decideDecided = (
  proposal: Proposal,
  { kind, ...of }: OfMeeting & { kind: DecisionKind },
): Decision => {
  const { meeting, startsAt, at } = of
  const { decided, decision } = proposal
  if (decided !== null && decided.meeting !== meeting && decided.at > startsAt) return same
  if (decided?.meeting === meeting && decision === kind) return same
  return moved(proposal, {
    ...{ key: `${meeting}-${kind}`, at, by: null, kind: 'decided', words: kind },
    news: tellAll('议事会有了结果，请点开看'),
    set: { decision: kind, decided: { meeting, at: startsAt }, ...ledTo(proposal, of) },
  })
}

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
    news: tellAll(to === 'vote' ? '提案开始投票了，请点开看' : '提案变成项目了，请点开看'),
    set: { [to]: id },
  })
}

/** So long a proposal waits to be read before the centre hears of it. */
const readDays = 3

/** When time alone brings something on. */
export const dueOf = ({
  state,
  until,
  late,
  answerDue,
  reminded,
  at,
}: Proposal): Instant | null => {
  if (state === 'waiting') return reminded ? null : at + readDays * dayMs
  if (state === 'open') return until
  return state === 'owed' && !late && answerDue !== null ? instantOf(addDays(answerDue, 1)) : null
}

/** What time alone brings: nobody read it, an answer is late, or too few signed in time. */
export const decideTimely = (proposal: Proposal, today: Day, at: Instant): Decision => {
  const due = dueOf(proposal)
  if (proposal.state === 'waiting' && due !== null && at >= due)
    return moved(proposal, {
      ...{ key: 'unread', at, by: null },
      news: [{ to: 'centreStaff', event: 'proposalCare', note: '有提案好几天没人看，请看一看' }],
      set: { reminded: true },
    })
  if (proposal.state === 'open' && at >= proposal.until) {
    const lapsed = moved(proposal, {
      ...{ key: 'lapsed', at, by: null, kind: 'lapsed' },
      news: tellAll('联名的日子到了，人数还不够'),
      set: follow('lapsed', proposal.hidden, false),
    })
    // The last signature raises no `seq` and may come in this very moment.
    return guarded(lapsed, { below: { count: proposal.threshold } })
  }
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
export const decideForget = (proposal: Proposal, ids: readonly string[], at: Instant): Decision => {
  const mine = proposal.person !== null && ids.includes(proposal.person)
  const forms = ids.filter((id) => proposal.claims[id]?.form)
  const forgotten = moved(proposal, {
    ...{ key: 'forget', at, by: null },
    set: {
      firstNames: proposal.firstNames.filter(({ person }) => !ids.includes(person)),
      ...(mine && { personName: '', byName: null, photos: [], asking: null }),
      // What others read and signed stays theirs; nobody reads what was taken back or never published.
      ...(mine && !isPublic(proposal.state) && { words: '', title: '' }),
      unused: [
        ...proposal.unused,
        ...(mine ? proposal.photos : []),
        ...forms.flatMap((id) => proposal.claims[id]?.form ?? []),
      ],
      ...Object.fromEntries(forms.map((id) => [`claims.${id}.form`, null])),
    },
  })
  // A signature taken back meanwhile raises no `seq` unless it was on paper: nothing is set where it was.
  return guarded(forgotten, { present: forms.map((id) => `claims.${id}`) })
}
