import type { Step } from '@/domain/shared/step'
import type { Instant } from '@/types/shared/day'
import { dayOf } from '@/types/shared/day'
import { mostJoins, refused, type Case, type Decision } from './case'

/** So often a day somebody may say 我也遇到了. */
const mostADay = 20

interface Join {
  readonly at: Instant
}

export interface Joinable extends Pick<Case, 'stage'> {
  readonly joins: Readonly<Record<string, Join>>
  readonly joined: number
  readonly followers: readonly string[]
}

/** Whether somebody joined enough cases for a day, by their joins of late. */
export const joinedEnough = (joins: readonly Join[], at: Instant): boolean =>
  joins.filter((one) => dayOf(one.at) === dayOf(at)).length >= mostADay

interface Joining {
  readonly key: string
  readonly at: Instant
  /** The person's marks; the first is that of the record they have now. */
  readonly marks: readonly [string, ...string[]]
  /** Who they are, sealed. */
  readonly who: string
}

/** Somebody met with the same: once for each person, whatever records they had. */
export const decideJoin = (one: Joinable, { key, at, marks, who }: Joining): Decision => {
  if (one.followers.some((mark) => marks.includes(mark))) return { outcome: 'done' }
  if (one.stage !== 'active') return refused('NotNow')
  if (one.joined >= mostJoins) return refused('Full')
  const [mark] = marks
  return {
    outcome: 'step',
    step: {
      guard: {
        equal: { stage: 'active' },
        missing: [`joins.${mark}`],
        below: { joined: mostJoins },
      },
      change: {
        set: { [`joins.${mark}`]: { at, key, who } },
        inc: { joined: 1 },
        push: { followers: mark },
      },
    },
  }
}

/** They follow it no longer. Null when they had not joined. */
export const decideLeave = (one: Joinable, marks: readonly string[]): Step | null => {
  const mark = marks.find((each) => each in one.joins)
  if (mark === undefined) return null
  return {
    guard: { present: [`joins.${mark}`] },
    change: { unset: [`joins.${mark}`], inc: { joined: -1 }, pull: { followers: mark } },
  }
}
