import { deadlineAt } from '@/domain/feedback/flow'
import { ownerAt } from '@/domain/feedback/levels'
import type { CaseLevel, Flow } from '@/types/feedback'
import { dayOf, instantOf, type Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { nodes, personsNow } from '../residents/store'
import type { CaseDoc } from './store'

export interface Owner {
  owner: string | null
  ownerName: string | null
}

/** Who answers for a case at a level, as far as the tree says. */
export const ownerOf = async (
  { centre, path, aboutStaff }: Pick<CaseDoc, 'centre' | 'path' | 'aboutStaff'>,
  level: CaseLevel,
  at: Instant,
): Promise<Owner> => {
  const above = await nodes
    .of(centre)
    .find({ where: { _id: command.in([...path]) }, limit: Math.max(path.length, 1) })
  const named = [aboutStaff, ...above.flatMap(({ owner, deputy }) => [owner, deputy])]
  const people = await personsNow(centre, [...new Set(named.filter((id) => id !== null))])
  // Records of one person may have been merged since: who it is about is never who answers for it.
  const idNow = (id: string | null) => (id === null ? null : (people.get(id)?._id ?? id))
  const held = above.map((node) => ({
    ...node,
    owner: idNow(node.owner),
    deputy: idNow(node.deputy),
  }))
  const id = ownerAt(level, path, held, idNow(aboutStaff), at)
  const person = [...people.values()].find(({ _id }) => _id === id)
  return person
    ? { owner: person._id, ownerName: person.facts.name }
    : { owner: null, ownerName: null }
}

/** A working day ends then. */
const closes = '18:00'

/** Until when a level has to do something; null where its flow sets no time. */
export const dueAt = async (
  flow: Flow,
  level: CaseLevel,
  from: Instant,
): Promise<Instant | null> => {
  const within = deadlineAt(flow, level)
  if (within === null) return null
  if ('hours' in within) return from + within.hours * 60 * 60_000
  return closingAfter(from, within.workingDays)
}

/** The end of the n-th working day after a moment. */
export const closingAfter = async (from: Instant, workingDays: number): Promise<Instant> => {
  const { afterWorkingDays } = await import('@/domain/shared/workingDays')
  return instantOf(afterWorkingDays(dayOf(from), workingDays), closes)
}

/** By when who telephoned is called; null where nobody without a record did, or left no number. */
export const ringByOf = async (
  one: Pick<CaseDoc, 'caller' | 'callable'> | null,
  at: Instant,
): Promise<Instant | null> => (one?.caller?.phone || one?.callable ? closingAfter(at, 1) : null)

/** Until when somebody has to look at words that WeChat could not judge: the next working day, or sooner where it is urgent. */
export const heldUntil = async (due: Instant | null, from: Instant): Promise<Instant> => {
  const next = await closingAfter(from, 1)
  return due === null ? next : Math.min(due, next)
}
