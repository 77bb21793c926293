import { randomBytes } from 'node:crypto'
import type { Clock } from '../clock'
import type { Shelf, State } from './state'

/** WeChat: a CloudID is good for five minutes. */
const validMs = 5 * 60 * 1000

interface OpenDatum {
  cloudID: string
  data: unknown
  issuedAt: number
}

/** `cloud.getOpenData`: what a phone was given as a CloudID, opened in a function. */
export class OpenData {
  readonly #clock: Clock
  readonly #data: Shelf<OpenDatum>

  constructor(clock: Clock, state: State) {
    this.#clock = clock
    this.#data = state.shelf('openData')
  }

  /** What the phone gets: an id that stands for `data`, which must survive JSON. */
  issue(data: unknown): string {
    const cloudID = `65_${randomBytes(16).toString('hex')}`
    this.#data.put(cloudID, { cloudID, data, issuedAt: this.#clock.now() })
    return cloudID
  }

  /** What stands behind an id; an unknown or old one has an errCode in place of data. */
  open(cloudID: string): object {
    const known = this.#data.get(cloudID)
    if (!known) return { cloudID, errCode: -601005, errMsg: 'invalid cloudID' }
    if (this.#clock.now() - known.issuedAt > validMs)
      return { cloudID, errCode: -601006, errMsg: 'cloudID expired' }
    return { cloudID, data: known.data }
  }
}
