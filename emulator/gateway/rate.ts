import { CloudError } from '../errors'

/** Counts operations against a limit per second of the machine's own time; a burst may use a second's worth at once. */
export class Rate {
  #left: number
  #at = performance.now()

  constructor(private readonly perSecond: number) {
    this.#left = perSecond
  }

  /** Throws EXCEED_REQUEST_LIMIT when the second's worth is used up. */
  spend(): void {
    if (this.perSecond === Infinity) return
    const now = performance.now()
    this.#left = Math.min(this.perSecond, this.#left + ((now - this.#at) / 1000) * this.perSecond)
    this.#at = now
    if (this.#left < 1) throw new CloudError('EXCEED_REQUEST_LIMIT', 'exceed request limit')
    this.#left--
  }
}
