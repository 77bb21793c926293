import type { TaskState } from '@/types/proposals'
import type { Day, Instant } from '@/types/shared/day'
import { moved, refused, same, type Decision, type Followed } from './record'

/** What a decision of a meeting asks of one person, by a day. */
export interface Task extends Followed {
  meeting: string
  item: string
  what: string
  owner: string
  day: Day
  state: TaskState
  late: boolean
  note: string | null
  /** WeChat has not vouched for the note: residents read it once staff have looked. */
  noteHeld: boolean
  by: string
}

interface Act {
  key: string
  at: Instant
  by: string
}

/**
 * Done, or given up with a reason; who gave it out is told, and the owner when it was somebody else. A note that is held
 * waits for staff, who settle the task once more, in words they looked at.
 */
export const decideFinish = (
  task: Task,
  { key, at, by, done, note, held }: Act & { done: boolean; note: string; held: boolean },
): Decision => {
  if (task.keys.includes(key)) return same
  if (task.state !== 'open' && (held || !task.noteHeld)) return refused('Over')
  if (held)
    return moved(task, {
      ...{ key, at, by, kind: 'fulfilled' },
      news: [
        { to: 'staff', event: 'proposalCare', note: '交办的事办好了，写的说明请看一看再公布' },
      ],
      set: { state: 'done', note, noteHeld: true, late: false },
    })
  const news = [task.owner, task.by]
    .filter((to, n, all) => to !== by && all.indexOf(to) === n)
    .map((to) => ({
      to,
      event: 'taskNews' as const,
      note: done ? '议事会交办的事办好了' : '议事会交办的事不办了',
    }))
  return moved(task, {
    ...{ key, at, by, kind: done ? 'fulfilled' : 'ended', words: note },
    news,
    set: { state: done ? 'done' : 'ended', note, noteHeld: false, late: false },
  })
}

/** Its day is over: owner and staff are told, once. */
export const decideTimely = (task: Task, today: Day, at: Instant): Decision => {
  if (task.state !== 'open' || task.late || today <= task.day) return same
  return moved(task, {
    ...{ key: 'late', at, by: null, kind: 'late' },
    news: [
      { to: task.owner, event: 'taskNews', note: '议事会交办的事过了日子，请办好说一声' },
      { to: 'staff', event: 'proposalCare', note: '议事会交办的事过了日子，请问一问' },
    ],
    set: { late: true },
  })
}

/** Nothing names an owner who is erased. */
export const decideForget = (task: Task, at: Instant): Decision =>
  moved(task, {
    ...{ key: 'forget', at, by: null },
    set: { ownerName: '', note: null, noteHeld: false },
  })
