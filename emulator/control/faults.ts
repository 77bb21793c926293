import { CloudError } from '../errors'
import type { Invocation } from '../functions'

const kinds = ['error', 'timeout', 'lostReply', 'busy', 'crash', 'pause'] as const

/** What goes wrong on purpose, and where. */
export interface Fault {
  /** A wire action (`database.modifyDocument`), a family (`database.*`), `write` (all that change documents), or `call`. */
  readonly action: string
  /** `placeOrder` or `canteen.placeOrder`: only requests of this procedure. */
  readonly procedure?: string
  readonly collection?: string
  readonly kind: (typeof kinds)[number]
  /** How many matching requests it hits. */
  readonly times: number
  /** How many matching requests it lets through first: `skip: 2` hits the third. */
  readonly skip: number
  /** With `crash` and `error`: the request takes effect first. */
  readonly after: boolean
}

/** A request as a fault sees it. */
export interface Occasion {
  readonly action: string
  readonly collection?: string
  readonly functionName?: string
  readonly procedure?: string
}

const writes = new Set([
  'database.insertDocument',
  'database.modifyDocument',
  'database.modifyAndReturnDoc',
  'database.removeDocument',
  'database.commitTransaction',
])

/** The faults a test has asked for; each counts down as requests pass. */
export class Faults {
  #armed: { readonly fault: Fault; skip: number; times: number }[] = []
  #held: (() => void)[] = []
  #waiting: (() => void)[] = []

  /** Takes a fault as it arrives from outside; `times` is 1 and `skip` 0 unless said. Throws INVALID_PARAM. */
  add(given: unknown): Fault {
    const fault = read(given)
    this.#armed.push({ fault, skip: fault.skip, times: fault.times })
    return fault
  }

  clear(): void {
    this.#armed = []
    this.resume()
  }

  /** Holds a request until `resume`: what others do meanwhile happens before it. */
  hold(): Promise<void> {
    const held = new Promise<void>((resolve) => this.#held.push(resolve))
    for (const told of this.#waiting.splice(0)) told()
    return held
  }

  /** Resolves when a request is held. */
  paused(): Promise<void> {
    return this.#held.length > 0
      ? Promise.resolve()
      : new Promise((resolve) => this.#waiting.push(resolve))
  }

  /** Lets all that are held go on. */
  resume(): void {
    for (const go of this.#held.splice(0)) go()
  }

  /** What has not happened yet. */
  pending(): Fault[] {
    return this.#armed.map(({ fault, skip, times }) => ({ ...fault, skip, times }))
  }

  /** The fault that hits this request, if any; it has then happened once. */
  take(occasion: Occasion): Fault | undefined {
    if (this.#armed.length === 0) return undefined
    for (const armed of this.#armed) {
      if (!matches(armed.fault, occasion)) continue
      if (armed.skip > 0) {
        armed.skip--
        continue
      }
      armed.times--
      if (armed.times === 0) this.#armed = this.#armed.filter((other) => other !== armed)
      return armed.fault
    }
    return undefined
  }
}

/** The occasion of a request to the gateway. */
export function occasionOf(
  action: string,
  collection: string | undefined,
  invocation: Invocation | undefined,
): Occasion {
  return {
    action,
    ...(collection !== undefined && { collection }),
    ...(invocation && {
      functionName: invocation.functionName,
      procedure: invocation.procedure,
    }),
  }
}

function matches(fault: Fault, occasion: Occasion): boolean {
  const { action, procedure, collection } = fault
  const actionFits =
    action === occasion.action ||
    (action === 'write' && writes.has(occasion.action)) ||
    (action.endsWith('*') && occasion.action.startsWith(action.slice(0, -1)))
  if (!actionFits) return false
  if (collection !== undefined && collection !== occasion.collection) return false
  return (
    procedure === undefined ||
    procedure === occasion.procedure ||
    procedure === `${occasion.functionName}.${occasion.procedure}`
  )
}

function read(given: unknown): Fault {
  const {
    action,
    procedure,
    collection,
    kind,
    times = 1,
    skip = 0,
    after = false,
  } = (given ?? {}) as Record<string, unknown>
  if (typeof action !== 'string' || action === '') throw invalid('action')
  if (!isText(procedure)) throw invalid('procedure')
  if (!isText(collection)) throw invalid('collection')
  const known = kinds.find((name) => name === kind)
  if (!known) throw invalid(`kind (one of ${kinds.join(', ')})`)
  if (action === 'call' && (known === 'busy' || known === 'crash' || known === 'pause'))
    throw invalid(`kind (${known} happens to a request of a function, not to a call)`)
  if (!isCount(times) || times < 1) throw invalid('times')
  if (!isCount(skip)) throw invalid('skip')
  if (typeof after !== 'boolean') throw invalid('after')
  return {
    action,
    ...(procedure !== undefined && { procedure }),
    ...(collection !== undefined && { collection }),
    kind: known,
    times,
    skip,
    after,
  }
}

const isText = (value: unknown): value is string | undefined =>
  value === undefined || typeof value === 'string'
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0
const invalid = (field: string) => new CloudError('INVALID_PARAM', `fault: ${field}`)
