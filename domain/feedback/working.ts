import { dayOf, dayMs, type Day, type Instant } from '@/types/shared/day'
import type { CaseAct, CaseLevel, CaseState, StepKind } from '@/types/feedback'
import {
  happens,
  meetsOther,
  refused,
  type Case,
  type CaseStep,
  type Decision,
  type Member,
  type News,
} from './case'
import { paused, resumed } from './deadline'
import { innerAbove, innerBelow } from './flow'
import { mustRing, rungStates } from './rung'

/** Somebody of the staff as an act needs them. */
export interface Worker extends Member {
  /** Works for the whole community or street: may act on cases that colleagues answer for. */
  readonly leads: boolean
}

export interface Tap {
  readonly key: string
  /** Of the state they saw. */
  readonly rev: number
  readonly at: Instant
}

/** Where a case goes: a level, who answers for it there, and until when. */
export interface Post {
  readonly level: CaseLevel
  readonly owner: string | null
  readonly ownerName: string | null
  readonly due: Instant | null
}

type Actable = Exclude<CaseAct, 'take' | 'settlePicture'>

/** In which states an act makes sense. */
const states: Readonly<Record<Actable, readonly CaseState[]>> = {
  handOver: ['open', 'taken', 'askedBack', 'referred', 'invited'],
  rise: ['open', 'taken'],
  giveBack: ['open', 'taken'],
  askBack: ['open', 'taken'],
  note: ['open', 'taken', 'askedBack', 'referred', 'invited', 'solved', 'confirmed', 'lapsed'],
  refer: ['open', 'taken'],
  reply: ['referred'],
  invite: ['open', 'taken', 'invited'],
  solve: ['open', 'taken', 'askedBack', 'invited'],
  refuse: ['open', 'taken', 'askedBack'],
  merge: ['open', 'taken', 'askedBack', 'invited'],
  unmerge: ['merged'],
  split: ['open', 'taken', 'askedBack'],
  correct: ['open', 'taken', 'askedBack'],
  transcribe: ['held', 'open', 'taken', 'askedBack', 'referred', 'invited', 'solved'],
  release: ['held'],
  rang: rungStates,
}

/** What every reader of a case's page may do, whoever answers for it. */
const forEverybody: readonly Actable[] = ['note', 'transcribe', 'release', 'unmerge', 'rang']

/** Whether an act is theirs: their own case, a free one, or any where they lead. */
const mayAct = (one: Case, by: Worker, act: Actable): boolean =>
  one.aboutStaff !== by.id &&
  (forEverybody.includes(act) || by.leads || one.owner === null || one.owner === by.id)

/** Why an act cannot be done, or that the same tap did it; null when it can. */
export const stops = (one: Case, by: Worker, tap: Tap, act: Actable): Decision | null => {
  const other = meetsOther(one, tap)
  if (other) return other
  if (!mayAct(one, by, act)) return refused('NotYours')
  return states[act].includes(one.state) ? null : refused('NotNow')
}

interface More {
  /** Somebody is there whom a question would reach. */
  readonly reachable: boolean
  /** A voice message nobody wrote down yet. */
  readonly unwritten: boolean
  /** Who telephoned is still to be called. */
  readonly toRing: boolean
  readonly mergedAt: Instant | null
  /** Somebody may decide what WeChat could not. */
  readonly decides: boolean
}

const goesOutside = ({ flow }: Case): boolean =>
  flow !== null && flow.department !== null && flow.outside !== null

/** A merging that was wrong is noticed soon. */
export const unmergeMs = dayMs

/** What somebody may do with a case as it stands, for the screen; each act asks its own rule again. */
export const actsFor = (one: Case, by: Worker, more: More, at: Instant): CaseAct[] => {
  const fits: Readonly<Partial<Record<Actable, boolean>>> = {
    rise: one.flow !== null && innerAbove(one.flow, one.level) !== null,
    giveBack: one.flow !== null && innerBelow(one.flow, one.level) !== null,
    askBack: more.reachable,
    refer: goesOutside(one),
    refuse: more.decides,
    release: more.decides,
    transcribe: more.unwritten,
    rang: more.toRing,
    unmerge: more.mergedAt !== null && at - more.mergedAt < unmergeMs,
  }
  const acts = (Object.keys(states) as Actable[]).filter(
    (act) => states[act].includes(one.state) && mayAct(one, by, act) && (fits[act] ?? true),
  )
  const takes = one.state === 'open' && one.aboutStaff !== by.id
  return [...(takes ? (['take'] as const) : []), ...acts]
}

const told = (event: News['event'], to: News['to'], note: string | null): News => ({
  event,
  to,
  note,
})

/** Who had it and did not give it away themselves hears that it is somebody else's now. */
const gone = (one: Case, by: string | null, to: string | null): News[] =>
  one.owner !== null && one.owner !== by && one.owner !== to
    ? [told('caseGone', [one.owner], null)]
    : []

/** To a colleague by name, who then says whether they take it. The deadline stays. */
export const decideHandOver = (
  one: Case,
  by: Worker,
  tap: Tap,
  { to, words }: { readonly to: Member; readonly words: string },
): Decision => {
  const stop = stops(one, by, tap, 'handOver')
  if (stop) return stop
  if (to.id === one.aboutStaff) return refused('NobodyThere')
  return {
    outcome: 'step',
    step: happens(one, {
      key: tap.key,
      step: { at: tap.at, kind: 'handedOver', by: by.id, who: by.title, words, inside: true },
      state: one.state === 'taken' ? 'open' : one.state,
      set: { owner: to.id, ownerName: to.name },
      news: [told('caseGiven', 'owner', words || null), ...gone(one, by.id, to.id)],
    }),
  }
}

/** To the level above, or back to the one below; the deadline of that level begins. */
export const decideMove = (
  one: Case,
  by: Worker,
  tap: Tap,
  {
    way,
    post,
    words,
  }: { readonly way: 'above' | 'below'; readonly post: Post; readonly words: string },
): Decision => {
  const stop = stops(one, by, tap, way === 'above' ? 'rise' : 'giveBack')
  if (stop) return stop
  const { level, owner, ownerName, due } = post
  return {
    outcome: 'step',
    step: happens(one, {
      key: tap.key,
      step: {
        ...{ at: tap.at, by: by.id, who: by.title, words, level },
        kind: way === 'above' ? 'handedOver' : 'givenBack',
      },
      state: 'open',
      set: { level, owner, ownerName, due, lateTold: false },
      news: [
        told('caseGiven', 'owner', words || null),
        told('caseMoved', 'followers', null),
        ...gone(one, by.id, owner),
      ],
    }),
  }
}

/** A question to who sent it, as long as somebody is there to answer. */
export const decideAskBack = (
  one: Case,
  by: Worker,
  tap: Tap,
  { words, reachable }: { readonly words: string; readonly reachable: boolean },
): Decision => {
  const stop = stops(one, by, tap, 'askBack')
  if (stop) return stop
  if (!reachable) return refused('NobodyToAsk')
  return {
    outcome: 'step',
    step: happens(one, {
      key: tap.key,
      step: { at: tap.at, kind: 'askedBack', by: by.id, who: by.title, words },
      state: 'askedBack',
      set: {
        ...paused(one, tap.at),
        // Who asks waits for the answer.
        ...(one.owner === null && { owner: by.id, ownerName: by.name }),
      },
      news: [told('caseAsked', 'reporter', null)],
    }),
  }
}

export interface Said {
  readonly words: string
  readonly photos: readonly string[]
}

export const decideNote = (
  one: Case,
  by: Worker,
  tap: Tap,
  { words, photos, inside }: Said & { readonly inside: boolean },
): Decision =>
  stops(one, by, tap, 'note') ?? {
    outcome: 'step',
    step: happens(one, {
      key: tap.key,
      step: { at: tap.at, kind: 'noted', by: by.id, who: by.title, words, photos, inside },
      news: inside ? [] : [told('caseMoved', 'followers', null)],
    }),
  }

/** To the outside department of its flow; `due` is that department's deadline. */
export const decideRefer = (
  one: Case,
  by: Worker,
  tap: Tap,
  { words, due }: { readonly words: string; readonly due: Instant | null },
): Decision => {
  const stop = stops(one, by, tap, 'refer')
  if (stop) return stop
  if (!one.flow || !goesOutside(one)) return refused('NoDepartment')
  return {
    outcome: 'step',
    step: happens(one, {
      key: tap.key,
      step: {
        ...{ at: tap.at, kind: 'referred', by: by.id, who: by.title, level: 'outside' },
        words: `${one.flow.department}：${words}`,
      },
      state: 'referred',
      set: {
        ...{ level: 'outside', due, owner: by.id, ownerName: by.name, lateTold: false },
        referredBy: { level: one.level, owner: by.id, ownerName: by.name },
      },
      news: [told('caseMoved', 'followers', one.flow.department), ...gone(one, by.id, by.id)],
    }),
  }
}

/** What the department answered; it comes back to who referred it, and `due` is their deadline. */
export const decideReply = (
  one: Case,
  by: Worker,
  tap: Tap,
  { words, photos, on, due }: Said & { readonly on: Day; readonly due: Instant | null },
): Decision => {
  const stop = stops(one, by, tap, 'reply')
  if (stop) return stop
  if (on > dayOf(tap.at) || on < dayOf(one.at)) return refused('NotThatDay')
  const back = one.referredBy ?? { level: one.level, owner: one.owner, ownerName: one.ownerName }
  return {
    outcome: 'step',
    step: happens(one, {
      key: tap.key,
      step: {
        ...{ at: tap.at, kind: 'replied', by: by.id, who: one.flow?.department ?? '' },
        ...{ words, photos, on, level: back.level },
      },
      state: 'taken',
      set: { ...back, due, referredBy: null, lateTold: false },
      news: [
        told('caseMoved', 'followers', null),
        ...(back.owner !== null && back.owner !== by.id ? [told('caseGiven', 'owner', null)] : []),
      ],
    }),
  }
}

/** An appointment on site is made for the next weeks, not for a time nobody will wait for. */
const inviteMs = 30 * dayMs

/** With any of these a time of its own begins. */
const beginsAnew: ReadonlySet<StepKind> = new Set<StepKind>(['rose', 'late', 'reopened'])

/** By when the appointment is: another one does not put off for ever what the first one put off. */
const latestMeeting = (steps: readonly Pick<CaseStep, 'kind' | 'at'>[], at: Instant): Instant => {
  const began = steps.reduce((last, { kind }, n) => (beginsAnew.has(kind) ? n : last), -1)
  const first = steps.slice(began + 1).find(({ kind }) => kind === 'invited')
  return (first?.at ?? at) + inviteMs
}

/** Asks who follows it to look at it on site. Its deadline waits until the day after. */
export const decideInvite = (
  one: Case & { readonly steps: readonly Pick<CaseStep, 'kind' | 'at'>[] },
  by: Worker,
  tap: Tap,
  {
    at,
    where,
    words,
    ringBy,
  }: {
    readonly at: Instant
    readonly where: string
    readonly words: string
    readonly ringBy: Instant | null
  },
): Decision => {
  const stop = stops(one, by, tap, 'invite')
  if (stop) return stop
  if (at <= tap.at || at > latestMeeting(one.steps, tap.at)) return refused('NotThatDay')
  return {
    outcome: 'step',
    step: happens(one, {
      key: tap.key,
      step: {
        ...{ at: tap.at, kind: 'invited', by: by.id, who: by.title, words },
        meet: { at, where },
      },
      state: 'invited',
      set: {
        due: one.due === null ? at + dayMs : Math.max(one.due, at + dayMs),
        lateTold: false,
        ...(one.owner === null && { owner: by.id, ownerName: by.name }),
        // Who telephoned hears of it before they are expected.
        ...mustRing(one, by, ringBy === null ? null : Math.min(ringBy, at)),
      },
      news: [told('caseInvited', 'followers', where)],
    }),
  }
}

/** Staff say that it is done; who sent it says whether it is. `ringBy`: see `mustRing`. */
export const decideSolve = (
  one: Case,
  by: Worker,
  tap: Tap,
  { words, photos, ringBy }: Said & { readonly ringBy: Instant | null },
): Decision =>
  stops(one, by, tap, 'solve') ?? {
    outcome: 'step',
    step: happens(one, {
      key: tap.key,
      step: {
        at: tap.at,
        kind: 'solved',
        by: by.id,
        who: by.title,
        words,
        photos,
        level: one.level,
      },
      state: 'solved',
      set: {
        ...{ solvedAt: tap.at, due: null, paused: null },
        ...(one.owner === null && { owner: by.id, ownerName: by.name }),
        ...mustRing(one, by, ringBy),
      },
      news: [told('caseSolved', 'followers', null), ...gone(one, by.id, null)],
    }),
  }

/** Not a matter for the centre: why, and where to turn. */
export const decideRefuse = (
  one: Case,
  by: Worker,
  tap: Tap,
  {
    words,
    turnTo,
    ringBy,
  }: { readonly words: string; readonly turnTo: string; readonly ringBy: Instant | null },
): Decision =>
  stops(one, by, tap, 'refuse') ?? {
    outcome: 'step',
    step: happens(one, {
      key: tap.key,
      step: {
        ...{ at: tap.at, kind: 'refused', by: by.id, who: by.title },
        words: `${words} 可以找：${turnTo}`,
      },
      state: 'refused',
      set: { due: null, paused: null, ...mustRing(one, by, ringBy) },
      news: [told('caseEnded', 'followers', turnTo), ...gone(one, by.id, null)],
    }),
  }

/** What WeChat could not judge: staff let it through, or refuse it and say why. */
export const decideRelease = (
  one: Case,
  by: Worker,
  tap: Tap,
  {
    through,
    words,
    due,
    ringBy,
  }: {
    readonly through: boolean
    readonly words: string
    readonly due: Instant | null
    readonly ringBy: Instant | null
  },
): Decision => {
  const stop = stops(one, by, tap, 'release')
  if (stop) return stop
  if (!through && words === '') return refused('WordsMissing')
  const step = { at: tap.at, by: by.id, who: by.title, words }
  return {
    outcome: 'step',
    step: happens(
      one,
      through
        ? {
            key: tap.key,
            step: { ...step, kind: 'released', inside: true },
            state: 'open',
            set: { due, doubtful: false, lateTold: false },
            news: [told('caseGiven', 'owner', null)],
          }
        : {
            key: tap.key,
            step: { ...step, kind: 'refused' },
            state: 'refused',
            set: { due: null, ...mustRing(one, by, ringBy) },
            news: [told('caseEnded', 'followers', null)],
          },
    ),
  }
}

/** Words said later that WeChat could not judge: others read them from now on, or never do; who wrote them still does. */
export const decideReleaseStep = (
  one: Case & { readonly steps: readonly CaseStep[] },
  by: Worker,
  tap: Tap,
  { n, through, words }: { readonly n: number; readonly through: boolean; readonly words: string },
): Decision => {
  const other = meetsOther(one, tap)
  if (other) return other
  if (one.aboutStaff === by.id) return refused('NotYours')
  const judged = one.steps[n]
  if (!judged?.doubtful) return refused('NotNow')
  const { doubtful: _doubtful, ...rest } = judged
  const { guard, change } = happens(one, {
    key: tap.key,
    step: {
      ...{ at: tap.at, kind: 'released', by: by.id, who: by.title, inside: true },
      words: words || (through ? '' : '这几句不给别人看'),
    },
    // Words of staff that nobody could read until now.
    ...(through && !judged.inside && { news: [told('caseMoved', 'followers', null)] }),
  })
  const { push, ...kept } = change
  const after = through ? { ...rest, inside: false } : { ...rest, withheld: true }
  const steps = one.steps.map((each, at) => (at === n ? after : each))
  return {
    outcome: 'step',
    step: { guard, change: { ...kept, set: { ...kept.set, steps: [...steps, push?.['steps']] } } },
  }
}

/** What a voice message says, in words. */
export const decideTranscribe = (
  one: Case & { readonly voice: { readonly said: string | null } | null },
  by: Worker,
  tap: Tap,
  said: string,
): Decision => {
  const stop = stops(one, by, tap, 'transcribe')
  if (stop) return stop
  if (!one.voice) return refused('NotNow')
  return {
    outcome: 'step',
    step: happens(one, {
      key: tap.key,
      step: {
        at: tap.at,
        kind: 'transcribed',
        by: by.id,
        who: by.title,
        words: said,
        inside: true,
      },
      set: { 'voice.said': said },
    }),
  }
}

/**
 * A deadline is over: the level above has it, once for each deadline, with a time of its own from now on. `post` is null
 * at the top, where it stays, is late, and `street` hears of it once.
 */
export const decideRise = (
  one: Case,
  post: Post | null,
  street: readonly string[],
  at: Instant,
): Decision => {
  if (one.stage !== 'active' || one.due === null || one.due > at || one.lateTold)
    return { outcome: 'done' }
  const key = `due-${one.due}`
  const step = { at, by: null, who: '', words: '' }
  if (!post)
    return {
      outcome: 'step',
      step: happens(one, {
        key,
        step: { ...step, kind: 'late', level: one.level },
        set: { lateTold: true },
        news: [told('caseLate', street, null), told('caseMoved', 'followers', null)],
      }),
    }
  const { level, owner, ownerName, due } = post
  return {
    outcome: 'step',
    step: happens(one, {
      key,
      step: { ...step, kind: 'rose', level },
      state: 'open',
      set: { level, owner, ownerName, due, lateTold: false },
      news: [
        told('caseRose', 'owner', null),
        told('caseMoved', 'followers', null),
        ...gone(one, null, owner),
      ],
    }),
  }
}

/** Nobody answered a question for its time: it goes on without. */
export const decideResume = (one: Case, at: Instant): Decision =>
  one.state !== 'askedBack' || !one.paused
    ? { outcome: 'done' }
    : {
        outcome: 'step',
        step: happens(one, {
          key: `asked-${one.paused.at}`,
          step: { at, kind: 'resumed', by: null, who: '', words: '' },
          state: one.owner === null ? 'open' : 'taken',
          set: resumed(one, at),
          news: [told('caseAnswered', 'owner', '居民没有回答，接着办')],
        }),
      }

/** Who answered for it works there no more: it is free for their colleagues. */
export const decideFree = (one: Case, gone: string, at: Instant): Decision =>
  one.owner !== gone || one.stage !== 'active'
    ? { outcome: 'done' }
    : {
        outcome: 'step',
        step: happens(one, {
          key: `free-${one.rev}`,
          step: {
            at,
            kind: 'handedOver',
            by: null,
            who: '',
            words: '原来的负责人不在这里工作了',
            inside: true,
          },
          state: one.state === 'taken' ? 'open' : one.state,
          set: { owner: null, ownerName: null },
        }),
      }
