import type { Refusal } from '@/domain/shared/refusal'
import { addDays, type Day, type Instant } from '@/types/shared/day'
import { mostMilestones, mostPhotosOfStep } from '@/types/shared/projectLimits'
import type { ProjectState } from '@/types/projects'

/** A step of a project. */
export interface Milestone {
  readonly id: string
  readonly name: string
  readonly due: Day
  readonly done: { readonly at: Instant; readonly note: string; readonly by: string } | null
  readonly before: readonly string[]
  readonly after: readonly string[]
}

export interface Project {
  readonly state: ProjectState
  readonly milestones: readonly Milestone[]
  /** Steps whose owner was told that they are late, with the day they were due. */
  readonly told: readonly string[]
}

export const isLate = ({ due, done }: Pick<Milestone, 'due' | 'done'>, today: Day): boolean =>
  done === null && due < today

/** The step that is to be done next. */
export const nextOf = <M extends Pick<Milestone, 'due' | 'done'>>(
  milestones: readonly M[],
): M | null =>
  milestones
    .filter(({ done }) => done === null)
    .reduce<M | null>((first, one) => (first === null || one.due < first.due ? one : first), null)

/** The first day on which the next step is late: staff find the project by it. `9999` when no step is left. */
export const lateFrom = ({ state, milestones }: Pick<Project, 'state' | 'milestones'>): Day => {
  const next = nextOf(milestones)
  return state === 'going' && next ? addDays(next.due, 1) : '9999-12-31'
}

/** Says which step of which day it is: a day that was moved is told anew. */
export const tellingKey = ({ id, due }: Pick<Milestone, 'id' | 'due'>): string => `${id}-${due}`

/** Steps that are late and of which the owner has not heard. */
export const untold = ({ state, milestones, told }: Project, today: Day): Milestone[] =>
  state === 'going'
    ? milestones.filter((one) => isLate(one, today) && !told.includes(tellingKey(one)))
    : []

type Steps = readonly Milestone[]

const isRefusal = (answer: Steps | Refusal): answer is Refusal => 'code' in answer

/** One of the steps with something else, or why not. */
const withStep = (
  milestones: Steps,
  id: string,
  change: (step: Milestone) => Milestone | Refusal,
): Steps | Refusal => {
  const known = milestones.find((one) => one.id === id)
  if (!known) return { code: 'NotFound' }
  const next = change(known)
  return 'code' in next ? next : milestones.map((one) => (one.id === id ? next : one))
}

/** The steps with one more, or one of them named or dated anew, by day. */
export const withMilestone = (
  milestones: Steps,
  { id, name, due }: Pick<Milestone, 'id' | 'name' | 'due'>,
  isNew: boolean,
): Steps | Refusal => {
  const known = milestones.some((one) => one.id === id)
  if (isNew && !known && milestones.length >= mostMilestones)
    return { code: 'TooManyMilestones', data: { most: mostMilestones } }
  const steps: Steps | Refusal =
    isNew && !known
      ? [...milestones, { id, name, due, done: null, before: [], after: [] }]
      : withStep(milestones, id, (step) =>
          step.done === null ? { ...step, name, due } : { code: 'DoneAlready' },
        )
  return isRefusal(steps) ? steps : [...steps].sort((a, b) => (a.due < b.due ? -1 : 1))
}

/** The steps without one that was not done yet. */
export const withoutMilestone = (milestones: Steps, id: string): Steps | Refusal =>
  milestones.find((one) => one.id === id)?.done
    ? { code: 'DoneAlready' }
    : milestones.filter((one) => one.id !== id)

interface Said {
  readonly done: boolean
  readonly note: string
  readonly before: readonly string[]
  readonly after: readonly string[]
}

interface Reported extends Said {
  readonly id: string
  readonly by: string
  readonly at: Instant
  /** The step as the form opened with it; without it what is said stands alone. */
  readonly seen?: Said | undefined
}

/** Pictures as they are now, without those somebody took away and with those they added to what they had seen. */
const merged = (
  now: readonly string[],
  seen: readonly string[],
  said: readonly string[],
): readonly string[] => [
  ...now.filter((file) => said.includes(file) || !seen.includes(file)),
  ...said.filter((file) => !seen.includes(file) && !now.includes(file)),
]

/**
 * The steps with what is reported of one; it was done when that was said first. What a colleague said since the form was
 * opened, and the form leaves as it was, stays.
 */
export const reported = (milestones: Steps, said: Reported): Steps | Refusal =>
  withStep(milestones, said.id, (step) => {
    const { seen, by, at } = said
    const before = seen ? merged(step.before, seen.before, said.before) : said.before
    const after = seen ? merged(step.after, seen.after, said.after) : said.after
    if (Math.max(before.length, after.length) > mostPhotosOfStep)
      return { code: 'TooManyPhotos', data: { most: mostPhotosOfStep } }
    const done = said.done === seen?.done ? step.done !== null : said.done
    const note = said.note === seen?.note && step.done ? step.done.note : said.note
    return {
      ...step,
      ...{ before, after },
      done: done ? { at: step.done?.at ?? at, note, by } : null,
    }
  })
