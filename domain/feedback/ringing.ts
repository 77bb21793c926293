import type { Step } from '@/domain/shared/step'
import type { Instant } from '@/types/shared/day'
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
import { decideReopen, reopenMs, type SaidCase, type Word } from './reporter'
import { isRung, type RungState } from './rung'
import { isMediator, type SealedCase } from './sealed'
import { stops, type Post, type Tap, type Worker } from './working'

/** A case of somebody who telephoned and has no record: nothing but a call tells them. */
export interface Rung extends Case {
  /** They are still to be called. */
  readonly toRing?: boolean
  /** When who solved it is reminded of that; null once they were. */
  readonly ringBy?: Instant | null
  /** Of a case that is part of another: how that ended, which they are called about, and a mark of that ending. */
  readonly ringOf?: {
    readonly words: string
    readonly mark: string
    /** It is solved, as staff say: they may say that it is not. */
    readonly solved: boolean
  } | null
}

interface Answer {
  readonly answer: 'solved' | 'notSolved' | 'notReached' | 'told'
  readonly words: string
  /** How it was done, where they say that it is solved. */
  readonly stars?: number | undefined
}

const noted = {
  notReached: '打了电话，没有打通。',
  told: '打了电话，告诉了来电的人。',
  notSolved: '打了电话，来电的人说没有办好，一起办的那件重新办。',
} as const

/** Staff called who telephoned: what they say of what was done counts as their own word. Nobody picked up: it stays to be done. */
export const decideRang = (
  one: SaidCase & Rung,
  by: Worker,
  tap: Tap,
  answer: Answer,
  above: Post,
): Decision => stops(one, by, tap, 'rang') ?? outcomeOf(one, by, tap, answer, above)

/** The mediator of a sealed case called who telephoned: the case goes on with them where it is not solved. */
export const decideRangSealed = (
  one: SaidCase & Rung & SealedCase,
  by: Member & { readonly ids: readonly string[] },
  tap: Tap,
  answer: Answer,
  above: Above,
): Decision => {
  const other = meetsOther(one, tap)
  if (other?.outcome === 'done') return other
  if (!isMediator(one, by.ids)) return refused('NotYours')
  return other ?? outcomeOf(one, by, tap, answer, above)
}

/** Where it goes when it is not solved, and what those there are told. */
interface Above extends Post {
  readonly state?: 'taken'
  readonly news?: readonly News[]
}

const outcomeOf = (
  one: SaidCase & Rung,
  by: Member,
  tap: Tap,
  { answer, words, stars }: Answer,
  { news = [], ...above }: Above,
): Decision => {
  if (!one.toRing) return refused('NotNow')
  if (!answersTo(one).includes(answer)) return refused('NotNow')
  if (answer === 'notSolved' && words === '') return refused('WordsMissing')
  const { key, at } = tap
  const said = { at, by: by.id, who: by.title }
  const over = { toRing: false, ringBy: null }
  if (answer === 'solved')
    return {
      outcome: 'step',
      step: happens(one, {
        key,
        step: { ...said, kind: 'confirmed', words },
        state: 'confirmed',
        set: {
          due: null,
          ...over,
          ...(stars !== undefined && { rating: { stars, words: one.flow?.sealed ? '' : words } }),
        },
        news: [{ event: 'caseEnded', to: 'joiners', note: null }],
      }),
    }
  if (answer === 'notSolved' && one.state === 'solved') {
    const decided = decideReopen(one, wordOf(by, tap, words), above, news)
    if (decided.outcome !== 'step') return decided
    const { guard, change } = decided.step
    return {
      outcome: 'step',
      step: { guard, change: { ...change, set: { ...change.set, ...over } } },
    }
  }
  const note = [noted[answer], words].filter(Boolean).join(' ')
  return {
    outcome: 'step',
    step: happens(one, {
      key,
      step: {
        ...{ ...said, kind: 'noted', inside: true },
        // Of what is sealed it stands in the record of its mediator.
        ...(one.flow?.sealed ? { words: '', record: note } : { words: note }),
      },
      ...(answer !== 'notReached' && { set: over }),
    }),
  }
}

/** What they say on the telephone, as their own word. */
const wordOf = (by: Member, { key, at }: Tap, words: string): Word => ({
  ...{ key, at, by: by.id, who: by.title, words },
  ...{ photos: [], doubtful: false, from: null },
})

/** Of a case that is part of another, which is solved: who telephoned may say that it is not. */
export const mayDispute = ({ state, ringOf }: Rung): boolean =>
  state === 'merged' && ringOf?.solved === true

/** What can come of the call: what is solved they judge, of anything else they only have to hear. */
const answersTo = (one: Rung): readonly Answer['answer'][] => {
  if (one.state === 'solved') return ['solved', 'notSolved', 'notReached']
  return mayDispute(one) ? ['told', 'notSolved', 'notReached'] : ['told', 'notReached']
}

/** What their case became part of is not solved, they say: it is reopened, whatever others said of it. */
export const disputesWhole = (
  whole: SaidCase,
  by: Worker,
  tap: Tap,
  words: string,
  above: Post,
): Decision => decideReopen({ ...whole, rating: null }, wordOf(by, tap, words), above)

/** What the reminder says became of it. */
const became: Readonly<Record<RungState, string>> = {
  invited: '要请人到现场看',
  solved: '办好了',
  refused: '这件事没有办',
  merged: '和别的事一起办',
}

/** How a case ended, once for each time it did; null while it goes on. */
const endingOf = ({ _id, state, solvedAt }: Case & { readonly _id: string }): string | null => {
  if (state === 'solved') return `${_id}-${solvedAt}`
  return state === 'refused' ? `${_id}-refused` : null
}

/** What a case is part of ended: who telephoned about it hears of that too. Null where nobody does, or they are called already. */
export const ringsToo = (
  part: Rung,
  whole: Case & { readonly _id: string },
  { words, ringBy }: { readonly words: string; readonly ringBy: Instant | null },
  at: Instant,
): Step | null => {
  const mark = endingOf(whole)
  if (part.state !== 'merged' || ringBy === null || mark === null || part.ringOf?.mark === mark)
    return null
  return {
    guard: { equal: { rev: part.rev } },
    change: {
      set: {
        ...{ toRing: true, ringBy, endedAt: at, nextAt: at },
        ringOf: { words, mark, solved: whole.state === 'solved' },
      },
      inc: { rev: 1 },
    },
  }
}

/** What who telephoned is told: how it ended, or what it is part of. Null where nobody is called. */
export const toTell = (
  one: Rung & { readonly steps: readonly Pick<CaseStep, 'kind' | 'words'>[] },
): string | null => {
  if (!isToRing(one)) return null
  const last = one.steps.filter(({ kind }) => kind === one.state).at(-1)
  return one.ringOf?.words ?? last?.words ?? ''
}

const isToRing = ({ state, toRing }: Rung): boolean => isRung(state) && toRing === true

/** What is solved lapses by itself; of anything else nobody is called after as long, whom no call reached. */
const ringsUntil = (one: Rung): Instant | null =>
  isToRing(one) && one.endedAt !== null ? one.endedAt + reopenMs : null

/** When the program does something about the call; null when it does not. */
export const nextRing = (one: Rung): Instant | null => {
  const times = [isToRing(one) ? (one.ringBy ?? null) : null, ringsUntil(one)]
  const known = times.filter((time) => time !== null)
  return known.length === 0 ? null : Math.min(...known)
}

/** Nobody has called yet: who ended it is reminded, once, and in the end it leaves the list. Null when that is not so. */
export const ringDue = (one: Rung, at: Instant): Step | null => {
  const { rev, state, ringBy } = one
  const guard = { equal: { rev } }
  const until = ringsUntil(one)
  if (until !== null && until <= at)
    return { guard, change: { set: { toRing: false, ringBy: null }, inc: { rev: 1 } } }
  if (!isRung(state) || !isToRing(one) || typeof ringBy !== 'number' || ringBy > at) return null
  return {
    guard,
    change: {
      set: {
        ringBy: null,
        [`news.ring-${rev}`]: [
          {
            ...{ event: 'caseGiven', to: 'owner' },
            note: `${became[state]}，请打电话告诉来电的人`,
          },
        ],
      },
      inc: { rev: 1 },
    },
  }
}
