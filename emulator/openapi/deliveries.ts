import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock'
import type { FunctionHost } from '../functions'
import type { Shelf, State } from './state'

/** A callback that a function has not acknowledged yet. Times are milliseconds since 1970, cloud time. */
export interface Delivery {
  readonly id: string
  readonly functionName: string
  readonly event: Record<string, unknown>
  readonly openid: string
  /** Waiting times after each refused attempt; when they are used up the callback is dropped. */
  readonly backOff: readonly number[]
  readonly attempts: number
  readonly dueAt: number
}

/** How often a moved clock is noticed; a multiple of it is never waited for. */
const lookEveryMs = 500

/**
 * Callbacks to functions (payments, refunds, media checks): delivered in cloud time, repeated with back-off until the
 * function answers `{ errcode: 0 }`, kept across a restart.
 */
export class Deliveries {
  readonly #clock: Clock
  readonly #functions: Pick<FunctionHost, 'invoke'>
  readonly #pending: Shelf<Delivery>
  readonly #underWay = new Map<string, Promise<void>>()
  #wake: NodeJS.Timeout | undefined
  #closed = false

  constructor(clock: Clock, functions: Pick<FunctionHost, 'invoke'>, state: State) {
    this.#clock = clock
    this.#functions = functions
    this.#pending = state.shelf<Delivery>('deliveries')
    this.#arm()
  }

  /** Queues a callback, the first attempt `delayMs` of cloud time from now. */
  add(
    delivery: Pick<Delivery, 'functionName' | 'event' | 'openid' | 'backOff'>,
    delayMs: number,
  ): void {
    const id = randomUUID()
    this.#pending.put(id, { ...delivery, id, attempts: 0, dueAt: this.#clock.now() + delayMs })
    this.#arm()
  }

  pending(): Delivery[] {
    return this.#pending.values()
  }

  /** Attempts whatever is due now, and waits for the attempts under way. */
  async deliverDue(): Promise<void> {
    const now = this.#clock.now()
    for (const delivery of this.#pending.values())
      if (delivery.dueAt <= now && !this.#underWay.has(delivery.id)) this.#start(delivery)
    await Promise.all(this.#underWay.values())
  }

  /** Stops; what is pending stays in the state. Waits for the attempts under way. */
  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#wake)
    await Promise.all(this.#underWay.values())
  }

  #start(delivery: Delivery): void {
    const attempt = this.#attempt(delivery).finally(() => {
      this.#underWay.delete(delivery.id)
      this.#arm()
    })
    this.#underWay.set(delivery.id, attempt)
  }

  async #attempt(delivery: Delivery): Promise<void> {
    if (await this.#acknowledged(delivery)) {
      this.#pending.delete(delivery.id)
      return
    }
    const wait = delivery.backOff[delivery.attempts]
    if (wait === undefined) this.#pending.delete(delivery.id)
    else
      this.#pending.put(delivery.id, {
        ...delivery,
        attempts: delivery.attempts + 1,
        dueAt: this.#clock.now() + wait,
      })
  }

  async #acknowledged({ functionName, event, openid }: Delivery): Promise<boolean> {
    try {
      const caller = { source: 'wx_unknown', openid }
      const reply = await this.#functions.invoke(functionName, JSON.stringify(event), caller)
      const result: unknown = JSON.parse(reply.result)
      return (
        typeof result === 'object' && result !== null && 'errcode' in result && result.errcode === 0
      )
    } catch {
      // A function that fails or does not exist has not acknowledged; the service only sees that.
      return false
    }
  }

  /** Looks again when the next attempt is due, or sooner, because the clock may be set forward meanwhile. */
  #arm(): void {
    clearTimeout(this.#wake)
    if (this.#closed) return
    const due = this.#pending
      .values()
      .filter(({ id }) => !this.#underWay.has(id))
      .map(({ dueAt }) => dueAt)
    if (due.length === 0) return
    const wait = Math.min(...due) - this.#clock.now()
    this.#wake = setTimeout(() => void this.deliverDue().then(() => this.#arm()), clamp(wait))
    this.#wake.unref()
  }
}

function clamp(wait: number): number {
  return Math.max(0, Math.min(wait, lookEveryMs))
}
