import type { Instant } from '@/types/shared/day'

/** Somebody with a number who is not called yet. */
export interface Waiting {
  who: string
  number: number
  /** From when it is their turn to wait: the beginning of their slot, or when they came, or came back. */
  due: Instant
  /** Of the age that goes ahead. */
  priority: boolean
  /** How often somebody who came later went ahead. */
  passed: number
  /** They were seen on the square. */
  here: boolean
}

/** Nobody is passed more often than this. */
export const mostPassed = 3

const inOrder = (one: Waiting, other: Waiting): number =>
  one.due - other.due || one.number - other.number

/** Who is called next, and whom they pass. */
export interface Call {
  who: string
  passed: readonly string[]
}

/**
 * Who is next at a moment: by due time, then by number, among those who are due, or while nobody is, among those who
 * are here early; of these, who is of priority age goes ahead, unless somebody was passed three times.
 */
export const nextOf = (waiting: readonly Waiting[], at: Instant): Call | null => {
  const due = waiting.filter((one) => one.due <= at)
  const able = (due.length > 0 ? due : waiting.filter(({ here }) => here)).sort(inOrder)
  const [first] = able
  if (!first) return null
  const elder = able.findIndex(({ priority }) => priority)
  const passed = elder > 0 ? able.slice(0, elder) : []
  if (elder < 0 || passed.some((one) => one.passed >= mostPassed))
    return { who: first.who, passed: [] }
  return { who: able[elder]!.who, passed: passed.map(({ who }) => who) }
}

/** Everybody in the order in which they will be called, if nobody else comes: those who are due, then the others. */
export const lineUp = (waiting: readonly Waiting[], at: Instant): string[] => {
  const order: string[] = []
  let rest = waiting
  for (let call = nextOf(rest, at); call; call = nextOf(rest, at)) {
    const { who, passed } = call
    order.push(who)
    rest = rest
      .filter((one) => one.who !== who)
      .map((one) => (passed.includes(one.who) ? { ...one, passed: one.passed + 1 } : one))
  }
  return [...order, ...[...rest].sort(inOrder).map(({ who }) => who)]
}
