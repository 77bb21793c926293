import type { Clock } from '../clock'
import { CloudError } from '../errors'
import type { FunctionConfig, FunctionHost } from '../functions'
import { Schedule } from './cron'

/** A trigger as a function's config.json declares it. */
export type Trigger = NonNullable<FunctionConfig['triggers']>[number]

/** A moment at which a timer fires, in milliseconds since 1970. */
export interface Due {
  readonly functionName: string
  readonly name: string
  readonly at: number
}

/** What the timers need of the cloud; a `Cloud` is one. */
export interface TimersCloud {
  readonly clock: Clock
  readonly functions: Pick<FunctionHost, 'invoke'>
}

interface Timer {
  readonly functionName: string
  readonly name: string
  readonly schedule: Schedule
  /** Kept so that a look costs no search through the calendar. */
  next: number | undefined
}

/** How often a moved clock is noticed. */
const lookEveryMs = 500

/**
 * Timer triggers. They follow the cloud's clock: when it jumps forward, each timer that was due in between fires once,
 * with the latest moment it missed; when it jumps back, nothing fires again until the new time comes.
 */
export class Timers {
  readonly #cloud: TimersCloud
  readonly #onError: (functionName: string, error: unknown) => void
  readonly #timers = new Map<string, Timer>()
  readonly #underWay = new Set<Promise<unknown>>()
  /** Cloud time of the last look; undefined while stopped. */
  #lookedAt: number | undefined
  #wake: NodeJS.Timeout | undefined

  /** `onError` hears of a fired function that failed; the platform only logs it. */
  constructor(
    cloud: TimersCloud,
    onError: (functionName: string, error: unknown) => void = (functionName, error) => {
      console.error(`timer of ${functionName}:`, error)
    },
  ) {
    this.#cloud = cloud
    this.#onError = onError
  }

  /** Takes a function's triggers, in place of earlier ones. Throws INVALID_PARAM as a deployment would. */
  load(functionName: string, triggers: readonly Trigger[]): void {
    if (triggers.length > 1)
      throw invalid(functionName, `a function has at most one timer, not ${triggers.length}`)
    const [trigger] = triggers
    if (!trigger) {
      this.#timers.delete(functionName)
      return
    }
    const { name, type, config } = trigger
    if (type !== 'timer') throw invalid(functionName, `trigger type "${type}" is not "timer"`)
    if (!/^[A-Za-z][\w-]{0,59}$/.test(name))
      throw invalid(
        functionName,
        `trigger name "${name}" is not a letter and up to 59 of a-z A-Z 0-9 - _`,
      )
    const schedule = new Schedule(config)
    const next = schedule.next(this.#lookedAt ?? this.#cloud.clock.now())
    this.#timers.set(functionName, { functionName, name, schedule, next })
  }

  /** From now on timers fire by themselves. What was due before is not caught up. */
  start(): void {
    this.#turnTo(this.#cloud.clock.now())
    this.#arm()
  }

  stop(): void {
    clearTimeout(this.#wake)
    this.#lookedAt = undefined
  }

  /**
   * Fires what became due since the last look and waits for everything under way. It happens by itself after `start`;
   * whoever sets the clock calls it to be sure that all has run. While stopped it does nothing.
   */
  async look(): Promise<void> {
    const from = this.#lookedAt
    if (from === undefined) return
    const now = this.#cloud.clock.now()
    if (now < from) this.#turnTo(now)
    this.#lookedAt = now
    for (const timer of this.#timers.values()) {
      if (timer.next === undefined || timer.next > now) continue
      this.#run(timer, timer.schedule.latest(now) ?? timer.next)
      timer.next = timer.schedule.next(now)
    }
    await Promise.all(this.#underWay)
  }

  /** Fires a function's timer now, whatever its schedule, and returns what it returned. */
  async fire(functionName: string): Promise<unknown> {
    return await this.#invoke(this.#timer(functionName), this.#cloud.clock.now())
  }

  /** When timers fire after `from` and not after `to`, earliest first, at most `most` moments. */
  due(from: number, to: number, most = 1000): Due[] {
    const moments: Due[] = []
    for (const { functionName, name, schedule } of this.#timers.values()) {
      let at = schedule.next(from)
      for (let count = 0; at !== undefined && at <= to && count < most; count++) {
        moments.push({ functionName, name, at })
        at = schedule.next(at)
      }
    }
    return moments.sort((a, b) => a.at - b.at).slice(0, most)
  }

  #turnTo(now: number): void {
    this.#lookedAt = now
    for (const timer of this.#timers.values()) timer.next = timer.schedule.next(now)
  }

  #run(timer: Timer, at: number): void {
    const run: Promise<unknown> = this.#invoke(timer, at)
      .catch((error: unknown) => this.#onError(timer.functionName, error))
      .finally(() => this.#underWay.delete(run))
    this.#underWay.add(run)
  }

  async #invoke({ functionName, name }: Timer, at: number): Promise<unknown> {
    const Time = `${new Date(at).toISOString().slice(0, 19)}Z`
    const event = { Type: 'Timer', TriggerName: name, Time, Message: '' }
    const caller = { source: 'wx_trigger' }
    const reply = await this.#cloud.functions.invoke(functionName, JSON.stringify(event), caller)
    return JSON.parse(reply.result) as unknown
  }

  #timer(functionName: string): Timer {
    const timer = this.#timers.get(functionName)
    if (!timer) throw invalid(functionName, 'the function has no timer')
    return timer
  }

  #arm(): void {
    this.#wake = setTimeout(() => {
      void this.look()
      this.#arm()
    }, lookEveryMs)
    this.#wake.unref()
  }
}

function invalid(functionName: string, why: string): CloudError {
  return new CloudError('INVALID_PARAM', `${functionName}: ${why}`)
}
