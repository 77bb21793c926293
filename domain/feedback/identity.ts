import type { Step } from '@/domain/shared/step'
import { dayMs, type Instant } from '@/types/shared/day'
import { happens, type Case, type Decision, type Member } from './case'

/** Somebody looked up who an anonymous reporter is. */
export interface Opening {
  readonly key: string
  readonly at: Instant
  readonly who: string
  readonly words: string
  /** When the reporter is told. */
  readonly tellAt: Instant
}

/** Of a crime they are told late: telling them at once could warn who did it. */
const crimeToldAfterMs = 30 * dayMs

interface Opened extends Case {
  readonly openings: readonly Opening[]
}

interface Look {
  readonly key: string
  readonly reason: 'danger' | 'crime'
  readonly words: string
  readonly at: Instant
}

const said = { danger: '有人可能有危险', crime: '可能有人犯法' } as const

/** Sets the taps of these looks apart: with the key of another act nobody is looked up untold. */
const openedKey = 'opened-'

/** Notes that somebody is to see who the reporter is; only then they see it. */
export const decideOpening = (
  one: Opened,
  { title }: Member,
  { key, reason, words, at }: Look,
): Decision => {
  const opened = `${openedKey}${key}`
  if (one.openings.some((known) => known.key === opened) || one.keys.includes(opened))
    return { outcome: 'done' }
  const tellAt = reason === 'danger' ? at : at + crimeToldAfterMs
  const opening: Opening = {
    key: opened,
    at,
    who: title,
    words: `${said[reason]}：${words}`,
    tellAt,
  }
  return {
    outcome: 'step',
    step: {
      guard: { equal: { rev: one.rev } },
      change: { set: { openings: [...one.openings, opening], nextAt: at }, inc: { rev: 1 } },
    },
  }
}

/** Tells the reporter that it happened, when the time has come; null while it has not. */
export const openingDue = (one: Opened, at: Instant): Step | null => {
  const due = one.openings.find(({ tellAt }) => tellAt <= at)
  if (!due) return null
  const { key, who, words } = due
  return happens(one, {
    key,
    step: { at, kind: 'opened', by: null, who, words },
    set: { openings: one.openings.filter((opening) => opening !== due) },
    news: [{ event: 'caseMoved', to: 'reporter', note: null }],
  })
}

/** When the next reporter is to be told. */
export const nextTelling = ({ openings }: Pick<Opened, 'openings'>): Instant | null =>
  openings.length === 0 ? null : Math.min(...openings.map(({ tellAt }) => tellAt))
