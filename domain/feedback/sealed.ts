import type { Step } from '@/domain/shared/step'
import type { MediatorStep } from '@/types/shared/sealedCases'
import type { CaseLevel, CaseState } from '@/types/feedback'
import { dayMs, dayOf, instantOf, type Day, type Instant } from '@/types/shared/day'
import {
  happens,
  meetsOther,
  refused,
  type Case,
  type Decision,
  type Member,
  type News,
} from './case'

/** Where a sealed case belongs, and who mediates. */
export interface Sealing {
  /** The nodes of its place, from the centre down to the grid: which building is for the mediator only. */
  readonly path: readonly string[]
  readonly mediator: string | null
  readonly mediatorName: string | null
  /** Its time ran out, and those above were told. */
  readonly late: boolean
  /** The day on which the mediator meant to look after it. */
  readonly followUp: Day | null
}

export interface SealedCase extends Case {
  readonly sealing: Sealing
}

/** How far down the tree others may know where a sealed case is. */
const knownDepth = 3

export const sealingAt = (path: readonly string[]): Sealing => ({
  path: path.slice(0, knownDepth),
  ...{ mediator: null, mediatorName: null, late: false, followUp: null },
})

interface Tap {
  readonly key: string
  readonly at: Instant
}

/** Somebody says that they mediate in a case that nobody does. */
export const decideTakeSealed = (
  one: SealedCase,
  by: Member,
  { key, at, own }: Tap & { readonly own: boolean },
): Decision => {
  if (one.keys.includes(key)) return { outcome: 'done' }
  // Nobody mediates in their own matter.
  if (own) return refused('NotYours')
  if (one.sealing.mediator !== null) return refused('Taken')
  if (one.stage !== 'active') return refused('NotNow')
  return {
    outcome: 'step',
    step: happens(one, {
      key,
      step: { at, kind: 'taken', by: by.id, who: by.title, words: '' },
      state: 'taken',
      set: { 'sealing.mediator': by.id, 'sealing.mediatorName': by.name },
      news: [{ event: 'caseMoved', to: 'reporter', note: by.title }],
    }),
  }
}

interface Done extends Tap {
  readonly rev: number
  readonly kind: MediatorStep
  readonly record: string
  readonly told: string
  readonly papers: readonly string[]
  readonly followUp: Day | null | undefined
}

export const isMediator = ({ sealing }: SealedCase, ids: readonly string[]): boolean =>
  sealing.mediator !== null && ids.includes(sealing.mediator)

/** It is over, or as good as over, and its mediator still looks after it. */
const lookedAfter: readonly CaseState[] = ['solved', 'confirmed', 'lapsed']

/** The mediator writes down what was done; while it goes on, or afterwards when they looked after it. */
export const decideSealedStep = (
  one: SealedCase,
  by: Member & { readonly ids: readonly string[] },
  { key, at, rev, kind, record, told, papers, followUp }: Done,
): Decision => {
  const other = meetsOther(one, { key, rev })
  if (other?.outcome === 'done') return other
  if (!isMediator(one, by.ids)) return refused('NotYours')
  if (other) return other
  const after = kind === 'followUp' && lookedAfter.includes(one.state)
  if (one.stage !== 'active' && !after) return refused('NotNow')
  if (kind === 'agreement' && papers.length === 0) return refused('PaperMissing')
  if (typeof followUp === 'string' && followUp <= dayOf(at)) return refused('InThePast')
  return {
    outcome: 'step',
    step: happens(one, {
      key,
      step: {
        ...{ at, kind, by: by.id, who: by.title, words: told, inside: told === '' },
        ...{ record, papers },
      },
      ...(followUp !== undefined && { set: { 'sealing.followUp': followUp } }),
      ...(told !== '' && { news: [{ event: 'caseMoved', to: 'reporter', note: null }] }),
    }),
  }
}

/** The mediator heard what was said, and wrote it down: in their record, since nobody else hears it. */
export const decideTranscribeSealed = (
  one: SealedCase,
  by: Member & { readonly ids: readonly string[] },
  { key, at, rev, said }: Tap & { readonly rev: number; readonly said: string },
): Decision => {
  const other = meetsOther(one, { key, rev })
  if (other?.outcome === 'done') return other
  if (!isMediator(one, by.ids)) return refused('NotYours')
  if (other) return other
  if (one.stage === 'ended') return refused('NotNow')
  return {
    outcome: 'step',
    step: happens(one, {
      key,
      step: {
        ...{ at, kind: 'transcribed', by: by.id, who: by.title, words: '', inside: true },
        record: said,
      },
    }),
  }
}

/** The mediator says that it is solved; the reporter is asked, who telephoned by a call until `ringBy`. */
export const decideSolveSealed = (
  one: SealedCase,
  by: Member & { readonly ids: readonly string[] },
  {
    key,
    at,
    rev,
    record,
    told,
    ringBy,
  }: Omit<Done, 'kind' | 'papers' | 'followUp'> & { readonly ringBy: Instant | null },
): Decision => {
  const other = meetsOther(one, { key, rev })
  if (other?.outcome === 'done') return other
  if (!isMediator(one, by.ids)) return refused('NotYours')
  if (other) return other
  if (one.stage !== 'active') return refused('NotNow')
  return {
    outcome: 'step',
    step: happens(one, {
      key,
      step: { at, kind: 'solved', by: by.id, who: by.title, words: told, record },
      state: 'solved',
      set: {
        ...{ solvedAt: at, due: null, 'sealing.late': false },
        ...(ringBy !== null && { toRing: true, ringBy }),
      },
      news: [{ event: 'caseSolved', to: 'reporter', note: null }],
    }),
  }
}

/** Another mediates from now on; who hands it over need not know what it is about. */
export const decideHandSealedOver = (
  one: SealedCase,
  by: Member,
  { key, at, from, to }: Tap & { readonly from: string | null; readonly to: Member },
): Decision => {
  if (one.keys.includes(key)) return { outcome: 'done' }
  if (one.sealing.mediator !== from) return refused('ChangedMeanwhile')
  if (one.stage === 'ended' || to.id === from) return refused('NotNow')
  return {
    outcome: 'step',
    step: happens(one, {
      key,
      step: { at, kind: 'handedOver', by: by.id, who: by.title, words: `由${to.title}接着办` },
      state: one.stage === 'active' ? 'taken' : one.state,
      set: { 'sealing.mediator': to.id, 'sealing.mediatorName': to.name },
      news: [
        { event: 'caseMoved', to: 'reporter', note: to.title },
        { event: 'sealedToDo', to: [to.id], note: null },
      ],
    }),
  }
}

const mediatorSaid = ({ sealing }: SealedCase): string => sealing.mediatorName ?? '还没有人'

/** What those above hear when it was not solved: how old it is and who mediates. */
export const reopenedSealed = (
  one: SealedCase,
  watchers: readonly string[],
  at: Instant,
): News => ({
  event: 'sealedToDo',
  to: watchers,
  note: `又提起来了，已经 ${ageInDays(one, at)} 天，调解员：${mediatorSaid(one)}`,
})

/** When its time ran out: from then on the level above watches. Who mediates stays. */
export const riseSealed = (one: SealedCase, { at, level, due, watchers, days }: Rise): Step => {
  return happens(one, {
    key: `late-${one.rev}`,
    step: { at, kind: 'rose', by: null, who: '', words: '', level },
    set: { level, due, 'sealing.late': true },
    news: [
      {
        event: 'sealedLate',
        to: watchers,
        note: `已经 ${days} 天，调解员：${mediatorSaid(one)}`,
      },
    ],
  })
}

interface Rise {
  readonly at: Instant
  readonly level: CaseLevel
  readonly due: Instant | null
  readonly watchers: readonly string[]
  readonly days: number
}

/** How many days ago it came. */
export const ageInDays = ({ at }: Pick<Case, 'at'>, now: Instant): number =>
  Math.floor((now - at) / dayMs)

/** A day to look after it begins then. */
const opens = '08:30'

export const followUpAt = ({ sealing: { followUp } }: SealedCase): Instant | null =>
  followUp === null ? null : instantOf(followUp, opens)

/** The mediator is reminded on the day they set; that is once. */
export const remindToFollowUp = (one: SealedCase): Step => ({
  guard: { equal: { rev: one.rev } },
  change: {
    set: {
      'sealing.followUp': null,
      [`news.follow-${one.rev}`]: [{ event: 'sealedToDo', to: 'owner', note: '今天要去回访' }],
    },
    inc: { rev: 1 },
  },
})

/** Who mediated does no longer: another is looked for, and those who may are told. Null when nobody has to. */
export const freeSealed = (
  one: SealedCase,
  gone: string,
  others: readonly string[],
  at: Instant,
): Step | null =>
  one.sealing.mediator !== gone || one.stage !== 'active'
    ? null
    : happens(one, {
        key: `free-${one.rev}`,
        step: {
          ...{ at, kind: 'handedOver', by: null, who: '', inside: true },
          words: '原来的调解员不在这里工作了',
        },
        state: 'open',
        set: { 'sealing.mediator': null, 'sealing.mediatorName': null },
        news: [
          { event: 'sealedToDo', to: others, note: `还没有调解员，已经 ${ageInDays(one, at)} 天` },
        ],
      })
