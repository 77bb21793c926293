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
  /** WeChat could not judge the words: only they and staff see them until staff let them through. */
  readonly doubtful: boolean
}

/** A case with what was said about it so far. */
export interface SaidCase extends Case {
  readonly steps: readonly Pick<CaseStep, 'kind' | 'at'>[]
  readonly joined: number
}

/** So long after staff say that it is solved, who sent it may say that it is not. */
export const reopenMs = 14 * dayMs

/** When nobody's word is waited for any longer; null while none is. */
export const lapsesAt = ({ state, solvedAt }: Pick<Case, 'state' | 'solvedAt'>): Instant | null =>
  state === 'solved' && solvedAt !== null ? solvedAt + reopenMs : null

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

const stepOf = (kind: StepKind, { at, by, who, words, photos, doubtful }: Word) => ({
  ...{ at, kind, by, who, words, photos },
  ...(doubtful && { doubtful, inside: true }),
})

const begun = (one: Case): boolean =>
  (one.stage === 'new' && one.state !== 'received') || one.stage === 'active'

/** What who sent a case may do with it at a moment. */
export const mayDo = (one: SaidCase, at: Instant): FollowerAct[] => {
  const { state } = one
  const lapses = lapsesAt(one)
  const able: Readonly<Record<Exclude<FollowerAct, 'leaveJoin'>, boolean>> = {
    edit: begun(one) && state !== 'askedBack',
    answer: state === 'askedBack',
    withdraw: begun(one) && one.joined === 0,
    comes: state === 'invited',
    confirm: state === 'solved' || state === 'invited',
    reopen: state === 'invited' || (lapses !== null && at < lapses),
  }
  return (Object.keys(able) as (keyof typeof able)[]).filter((act) => able[act])
}

/** The same tap again, or something that cannot be done now. Null when it may go on. */
const keptFrom = (
  one: SaidCase,
  { key, at }: Pick<Word, 'key' | 'at'>,
  act: FollowerAct,
): Decision | null => {
  if (one.keys.includes(key)) return { outcome: 'done' }
  return mayDo(one, at).includes(act) ? null : refused('NotNow')
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

/** It is solved, and how it was done. */
export const decideConfirm = (
  one: SaidCase,
  word: Word,
  { stars, mayShow }: { readonly stars: number; readonly mayShow: boolean },
): Decision =>
  keptFrom(one, word, 'confirm') ??
  step(one, 'confirmed', word, {
    state: 'confirmed',
    set: {
      due: null,
      solvedAt: one.solvedAt ?? word.at,
      mayShow: mayShow && one.flow?.sealed !== true,
      // What is said of a sealed case stands in its steps only.
      rating: { stars, words: one.flow?.sealed ? '' : word.words },
    },
    news: [{ event: 'caseEnded', to: 'joiners', note: null }],
  })

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
  const lapses = lapsesAt(one)
  if (one.state === 'lapsed' || (lapses !== null && lapses <= word.at)) return refused('TooLate')
  const kept = keptFrom(one, word, 'reopen')
  if (kept) return kept
  const former = one.owner !== null && one.owner !== above.owner ? [one.owner] : []
  return {
    outcome: 'step',
    step: happens(one, {
      key: word.key,
      step: { ...stepOf('reopened', word), level: above.level },
      state,
      set: { ...above, paused: null, solvedAt: null, lateTold: false },
      inc: { reopened: 1 },
      news: [
        { event: 'caseReopened', to: 'owner', note: null },
        ...(former.length > 0 ? [{ event: 'caseReopened', to: former, note: null } as const] : []),
        { event: 'caseMoved', to: 'joiners', note: null },
        ...toThoseAbove,
      ],
    }),
  }
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
