/** The cloud's time: the machine's, shifted. Functions, server dates and timers all read this one. */
export class Clock {
  #shift = 0

  constructor(startAt?: number) {
    if (startAt !== undefined) this.set(startAt)
  }

  /** Milliseconds since 1970, in the cloud's time. It goes on ticking after `set`. */
  now(): number {
    return Date.now() + this.#shift
  }

  set(at: number): void {
    this.#shift = at - Date.now()
  }

  /** What a worker adds to its own `Date` to agree with the cloud. */
  get shift(): number {
    return this.#shift
  }
}
