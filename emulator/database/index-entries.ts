import { bsonType, type Document } from './document'
import { writeError } from './failures'
import { component, emptyArray, inverted } from './index-keys'

/** One field's place in the walk from a document to its indexed values. */
interface Step {
  value: unknown
  /** Names still to follow; empty when the value is reached. */
  rest: readonly string[]
}

export interface IndexedValues {
  /** One row for each entry of the document: a value for every field of the index. */
  rows: unknown[][]
  /** For each field, whether an array was crossed on its way. */
  throughArray: boolean[]
}

/**
 * The rows a document has in an index over `paths`: one for each array element, a missing value as undefined.
 * Fields of the same array go together (`a.b` and `a.c` of one element); two different arrays cannot be indexed.
 */
export function indexedValues(
  document: Document,
  paths: readonly (readonly string[])[],
): IndexedValues {
  const throughArray = paths.map(() => false)
  const rows: unknown[][] = []
  expand(
    paths.map((rest) => ({ value: document, rest })),
    throughArray,
    rows,
  )
  return { rows, throughArray }
}

function expand(steps: Step[], throughArray: boolean[], rows: unknown[][]): void {
  let array: unknown[] | undefined
  const walked = steps.map((step, i) => {
    const next = walk(step)
    if (Array.isArray(next.value)) {
      if (array !== undefined && array !== next.value) {
        throw writeError('cannot index parallel arrays')
      }
      array = next.value
      throughArray[i] = true
    }
    return next
  })
  if (array === undefined) {
    rows.push(walked.map(({ value }) => (value instanceof Reached ? value.value : value)))
    return
  }
  const elements: unknown[] = array.length === 0 ? [emptyArray] : array
  for (const element of elements) {
    expand(
      walked.map((step) => (step.value === array ? within(element, step.rest) : step)),
      throughArray,
      rows,
    )
  }
}

/** A value that is to be indexed whole, even when it is an array inside an array. */
class Reached {
  constructor(readonly value: unknown) {}
}

function within(element: unknown, rest: readonly string[]): Step {
  if (rest.length === 0) return { value: new Reached(element), rest }
  const enter = typeof element === 'object' && element !== null && !Array.isArray(element)
  return enter ? { value: element, rest } : { value: undefined, rest: [] }
}

/** Follows the names until the end or the next array; a number names an element of an array. */
function walk({ value, rest }: Step): Step {
  if (value instanceof Reached) return { value, rest }
  let current = value
  let at = 0
  for (; at < rest.length; at++) {
    const name = rest[at]!
    if (Array.isArray(current)) {
      if (!/^\d+$/.test(name)) break
      current = current[Number(name)]
    } else if (isOpen(current)) {
      current = Object.hasOwn(current, name) ? current[name] : undefined
    } else {
      return { value: undefined, rest: [] }
    }
  }
  return { value: current, rest: rest.slice(at) }
}

function isOpen(value: unknown): value is Document {
  if (typeof value !== 'object' || value === null) return false
  return !(value instanceof Date) && !(value instanceof RegExp) && bsonType(value) === undefined
}

/**
 * Where a document stands in an order, as bytes: an array stands by its smallest element, or by its largest in
 * a descending field, as MongoDB sorts.
 */
export function sortKey(
  document: Document,
  order: readonly { path: readonly string[]; direction: 1 | -1 }[],
): Buffer {
  const parts = order.map(({ path, direction }) => {
    const { rows } = indexedValues(document, [path])
    let best = component(rows[0]![0])
    for (const row of rows.slice(1)) {
      const other = component(row[0])
      if (Buffer.compare(other, best) * direction < 0) best = other
    }
    return direction === 1 ? best : inverted(best)
  })
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts)
}
