import type { Step } from '@/domain/shared/step'
import type { CaseLevel, FlowDraft, FollowerAct, StepKind } from '@/types/feedback'
import { dayMs, dayOf, type Instant } from '@/types/shared/day'
import { happens, refused, type Case, type CaseStep, type Decision, type News } from './case'
import { resumed } from './deadline'
import { levelAbove } from './flow'

/** What who sent a message says or does about it later, or who acts for them. */
export interface Word {
  readonly key: string
  readonly at: Instant
  /** Null where nobody is to know. */
  readonly by: string | null
  /** Empty for who sent it; else who did it for them, as others may know them. */
  readonly who: string
  readonly words: string
  readonly photos: readonly string[]
  /** Whose word it is, where that is not who sent it: see `CaseStep`. */
  readonly from: string | null
  /** WeChat could not judge the words: only they and staff see them until staff let them through. */
  readonly doubtful: boolean
}

/** A case with what was said about it so far. */
export interface SaidCase extends Case {
  readonly steps: readonly Pick<CaseStep, 'kind' | 'at'>[]
  readonly joined: number
  readonly rating: object | null
  readonly joins: Readonly<Record<string, { readonly rating?: object }>>
}

/** So long after staff say that it is solved, who sent it may say that it is not. */
export const reopenMs = 14 * dayMs

/** When nobody's word is waited for any longer; null while none is. */
export const lapsesAt = ({ state, solvedAt }: Pick<Case, 'state' | 'solvedAt'>): Instant | null =>
  state === 'solved' && solvedAt !== null ? solvedAt + reopenMs : null

/**
 * Until when one of those who reported it may say whether it is solved; null where nobody says that it is, or they said
 * so. That one of them did takes it from none of the others.
 */
export const judgedUntil = (one: SaidCase, from: string | null): Instant | null => {
  const { state, solvedAt, rating, joins } = one
  const hasSaid = from === null ? rating !== null : joins[from]?.rating !== undefined
  const open = state === 'solved' || (state === 'confirmed' && !hasSaid)
  return open && solvedAt !== null ? solvedAt + reopenMs : null
}

/** So often a day somebody may add to one case. */
const mostWordsADay = 10

/** And so often altogether: staff and the program need room on the time line too. */
const mostWords = 60

const wordKinds: ReadonlySet<StepKind> = new Set<StepKind>([
  'edited',
  'answered',
  'reopened',
  'comes',
])

/** Why they cannot say more now; null while they can. */
const saidEnough = ({ steps }: SaidCase, at: Instant): Decision | null => {
  const said = steps.filter((step) => wordKinds.has(step.kind))
  if (said.length >= mostWords) return refused('SaidAll')
  const today = said.filter((step) => dayOf(step.at) === dayOf(at))
  return today.length >= mostWordsADay ? refused('TooManyToday') : null
}

const stepOf = (kind: StepKind, { at, by, who, words, photos, from, doubtful }: Word) => ({
  ...{ at, kind, by, who, words, photos },
  ...(from !== null && { from }),
  ...(doubtful && { doubtful, inside: true }),
})

const begun = (one: Case): boolean =>
  (one.stage === 'new' && one.state !== 'received') || one.stage === 'active'

/** What who sent a case may do with it at a moment, or (`from`) one whose own message became part of it. */
export const mayDo = (one: SaidCase, at: Instant, from: string | null): FollowerAct[] => {
  const { state } = one
  const until = judgedUntil(one, from)
  const judges = state === 'invited' || (until !== null && at < until)
  const able: Readonly<Record<Exclude<FollowerAct, 'leaveJoin'>, boolean>> = {
    edit: from === null && begun(one) && state !== 'askedBack',
    answer: from === null && state === 'askedBack',
    withdraw: from === null && begun(one) && one.joined === 0,
    comes: state === 'invited',
    confirm: judges || state === 'solved',
    reopen: judges,
  }
  return (Object.keys(able) as (keyof typeof able)[]).filter((act) => able[act])
}

/** The same tap again, or something that cannot be done now. Null when it may go on. */
const keptFrom = (
  one: SaidCase,
  { key, at, from }: Pick<Word, 'key' | 'at' | 'from'>,
  act: FollowerAct,
): Decision | null => {
  if (one.keys.includes(key)) return { outcome: 'done' }
  return mayDo(one, at, from).includes(act) ? null : refused('NotNow')
}

const step = (
  one: SaidCase,
  kind: StepKind,
  word: Word,
  more: Pick<Parameters<typeof happens>[1], 'state' | 'set' | 'inc' | 'news'>,
): Decision => ({
  outcome: 'step',
  step: happens(one, { key: word.key, step: stepOf(kind, word), ...more }),
})

const toOwner = { event: 'caseAnswered', to: 'owner', note: null } as const

/** More, or otherwise than first: what was sent stays as it was. */
export const decideEdit = (one: SaidCase, word: Word): Decision =>
  keptFrom(one, word, 'edit') ??
  saidEnough(one, word.at) ??
  step(one, 'edited', word, { news: [toOwner] })

/** Answers what staff asked back: the deadline runs on. */
export const decideAnswer = (one: SaidCase, word: Word): Decision =>
  keptFrom(one, word, 'answer') ??
  saidEnough(one, word.at) ??
  step(one, 'answered', word, {
    // Nobody may answer for it any more: then it is there to be taken.
    state: one.owner === null ? 'open' : 'taken',
    set: resumed(one, word.at),
    news: [toOwner],
  })

/** It is not wanted any more. Where others met with it too, it goes on for them. */
export const decideWithdraw = (one: SaidCase, word: Word): Decision => {
  const kept = keptFrom(one, word, 'withdraw')
  if (kept) return kept
  const { guard, change } = happens(one, {
    key: word.key,
    step: stepOf('withdrawn', word),
    state: 'withdrawn',
    set: { due: null, paused: null },
    news: [toOwner],
  })
  // A joining does not raise `rev`.
  const alone = { ...guard, equal: { ...guard.equal, joined: 0 } }
  return { outcome: 'step', step: { guard: alone, change } }
}

/** Comes to look at it, or cannot. */
export const decideComes = (one: SaidCase, word: Word): Decision =>
  keptFrom(one, word, 'comes') ??
  saidEnough(one, word.at) ??
  step(one, 'comes', word, { news: [toOwner] })

/** Somebody who left takes what they said with them: nothing is written for them in that moment. */
const whileThere = ({ guard, change }: Step, { from }: Word): Step => ({
  guard: { ...guard, ...(from !== null && { present: [`joins.${from}`] }) },
  change,
})

/** It is solved, and how it was done: the first of those who reported it ends it, the others say so too. */
export const decideConfirm = (
  one: SaidCase,
  word: Word,
  { stars, mayShow }: { readonly stars: number; readonly mayShow: boolean },
): Decision => {
  const kept = keptFrom(one, word, 'confirm')
  if (kept) return kept
  const { from } = word
  const isFirst = one.state !== 'confirmed'
  // What is said of a sealed case stands in its steps only.
  const rating = { stars, words: one.flow?.sealed ? '' : word.words }
  const confirmed = happens(one, {
    key: word.key,
    step: stepOf(isFirst ? 'confirmed' : 'rated', word),
    state: 'confirmed',
    set: {
      due: null,
      solvedAt: one.solvedAt ?? word.at,
      ...(from === null
        ? { rating, mayShow: mayShow && one.flow?.sealed !== true }
        : { [`joins.${from}.rating`]: rating }),
    },
    news: isFirst
      ? [{ event: 'caseEnded', to: from === null ? 'joiners' : 'followers', note: null }]
      : [],
  })
  return { outcome: 'step', step: whileThere(confirmed, word) }
}

/** Where a case goes that was not solved: one level above who said so; nobody outside can be asked to look again. */
export const levelOfReopened = (flow: FlowDraft, level: CaseLevel): CaseLevel => {
  const above = levelAbove(flow, level)
  return above === null || above === 'outside' ? level : above
}

interface Above {
  readonly level: CaseLevel
  readonly owner: string | null
  readonly ownerName: string | null
  readonly due: Instant | null
}

/** It is not solved. Who mediates in a sealed case (`state` is `taken` then) goes on with it. */
export const decideReopen = (
  one: SaidCase,
  word: Word,
  { state = 'open', ...above }: Above & { readonly state?: 'open' | 'taken' },
  toThoseAbove: readonly News[] = [],
): Decision => {
  if (one.keys.includes(word.key)) return { outcome: 'done' }
  const { from } = word
  const until = judgedUntil(one, from)
  if (one.state === 'lapsed' || (until !== null && until <= word.at)) return refused('TooLate')
  const kept = keptFrom(one, word, 'reopen')
  if (kept) return kept
  const former = one.owner !== null && one.owner !== above.owner ? [one.owner] : []
  const { guard, change } = happens(one, {
    key: word.key,
    step: { ...stepOf('reopened', word), level: above.level },
    state,
    set: { ...above, paused: null, solvedAt: null, lateTold: false, rating: null },
    inc: { reopened: 1 },
    news: [
      { event: 'caseReopened', to: 'owner', note: null },
      ...(former.length > 0 ? [{ event: 'caseReopened', to: former, note: null } as const] : []),
      { event: 'caseMoved', to: from === null ? 'joiners' : 'followers', note: null },
      ...toThoseAbove,
    ],
  })
  // All of them are asked anew when it is said to be solved again.
  const rated = Object.entries(one.joins).filter(([, { rating }]) => rating !== undefined)
  const unset = rated.map(([mark]) => `joins.${mark}.rating`)
  const reopened = { guard, change: { ...change, ...(unset.length > 0 && { unset }) } }
  return { outcome: 'step', step: whileThere(reopened, word) }
}

/** Nobody said anything in all the time there was: it is over, and nobody says that it is solved. Null when it is not so far. */
export const lapseDue = (one: Case, at: Instant): Step | null => {
  const lapses = lapsesAt(one)
  if (lapses === null || at < lapses) return null
  return happens(one, {
    key: `lapse-${one.rev}`,
    step: { at, kind: 'lapsed', by: null, who: '', words: '' },
    state: 'lapsed',
    set: { due: null },
    news: [{ event: 'caseEnded', to: 'followers', note: null }],
  })
}
