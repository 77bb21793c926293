import { caseLevels, type CaseCounts, type CaseLevel, type Dashboard } from '@/types/feedback'
import { dayMs, dayOf, type Day, type Instant } from '@/types/shared/day'
import type { Case, CaseStep } from './case'

/** What of a case is counted: `lapsed` is a solved one that nobody said anything about. */
export const countedKinds = ['received', 'solved', 'confirmed', 'lapsed', 'reopened'] as const
export type CountedKind = (typeof countedKinds)[number]

/** One thing that counts, told apart by its place in the time line: it is counted once. */
export interface CaseEvent {
  readonly n: number
  readonly day: Day
  readonly kind: CountedKind
  /** From the message until then. */
  readonly days: number
}

const kindOf = ({ kind }: CaseStep): CountedKind | null =>
  countedKinds.find((one) => one === kind) ?? null

/** What happened in a case since its figures were noted. */
export const eventsSince = (
  { at: since, steps }: Pick<Case, 'at'> & { readonly steps: readonly CaseStep[] },
  counted: number,
): CaseEvent[] =>
  steps.slice(counted).flatMap((step, i) => {
    const kind = kindOf(step)
    const days = Math.max(0, Math.floor((step.at - since) / dayMs))
    return kind === null ? [] : [{ n: counted + i, day: dayOf(step.at), kind, days }]
  })

/** An event as it is kept until its day is counted. */
export interface KeptEvent extends Omit<CaseEvent, 'n'> {
  /** The nodes below which it counts. */
  readonly path: readonly string[]
  /** Empty for a sealed one. */
  readonly category: string
  readonly sealed: boolean
}

/** The figures of one node, of one day or of several. */
export interface Tally extends CaseCounts {
  readonly sealed: CaseCounts
  readonly byCategory: Readonly<Record<string, CaseCounts>>
  /** How many were confirmed after so many days. */
  readonly days: Readonly<Record<string, number>>
}

const nothing: CaseCounts = { received: 0, solved: 0, confirmed: 0, lapsed: 0, reopened: 0 }
export const emptyTally: Tally = { ...nothing, sealed: nothing, byCategory: {}, days: {} }

const plus = (one: CaseCounts, other: CaseCounts): CaseCounts =>
  Object.fromEntries(countedKinds.map((kind) => [kind, one[kind] + other[kind]])) as CaseCounts

const plusEach = <V>(
  one: Readonly<Record<string, V>>,
  other: Readonly<Record<string, V>>,
  add: (one: V, other: V) => V,
): Record<string, V> => {
  const sum: Record<string, V> = { ...one }
  for (const [key, value] of Object.entries(other)) {
    const before = sum[key]
    sum[key] = before === undefined ? value : add(before, value)
  }
  return sum
}

export const plusTally = (one: Tally, other: Tally): Tally => ({
  ...plus(one, other),
  sealed: plus(one.sealed, other.sealed),
  byCategory: plusEach(one.byCategory, other.byCategory, plus),
  days: plusEach(one.days, other.days, (few, more) => few + more),
})

const tallyOf = ({ kind, category, sealed, days }: KeptEvent): Tally => {
  const counts = { ...nothing, [kind]: 1 }
  if (sealed) return { ...emptyTally, sealed: counts }
  return {
    ...emptyTally,
    ...counts,
    byCategory: { [category]: counts },
    days: kind === 'confirmed' ? { [days]: 1 } : {},
  }
}

export type Tallies = Readonly<Record<string, Tally>>

/** The figures of each node, with some more events. */
export const counting = (before: Tallies, events: readonly KeptEvent[]): Tallies => {
  const tallies: Record<string, Tally> = { ...before }
  for (const event of events)
    for (const node of event.path)
      tallies[node] = plusTally(tallies[node] ?? emptyTally, tallyOf(event))
  return tallies
}

/** The middle one of how long they took; of an even number the shorter of the two in the middle. */
export const medianDays = (days: Tally['days']): number | null => {
  const sorted = Object.entries(days)
    .map(([count, times]) => [Number(count), times] as const)
    .sort(([one], [other]) => one - other)
  const all = sorted.reduce((sum, [, times]) => sum + times, 0)
  let seen = 0
  for (const [count, times] of sorted) {
    seen += times
    if (seen * 2 >= all) return count
  }
  return null
}

interface Active {
  readonly level: CaseLevel
  readonly due: Instant | null
}

/** How many are open at each level, and how many of them are late. */
export const openByLevel = (active: readonly Active[], at: Instant): Dashboard['open'] =>
  caseLevels.map((level) => {
    const here = active.filter((one) => one.level === level)
    return {
      level,
      open: here.length,
      late: here.filter(({ due }) => due !== null && due < at).length,
    }
  })
