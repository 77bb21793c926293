import { randomBytes } from 'node:crypto'
import type { Clock } from '../clock'
import { WeChatFailure } from './failure'
import type { Shelf, State } from './state'
import type { Input } from './wire'

const validMs = 5 * 60 * 1000

interface PhoneCode {
  code: string
  openid: string
  number: string
  issuedAt: number
}

/** phonenumber.getPhoneNumber and the codes the phone button hands out: valid for five minutes, once. */
export class PhoneNumbers {
  readonly #clock: Clock
  readonly #appid: string
  readonly #codes: Shelf<PhoneCode>

  constructor(clock: Clock, appid: string, state: State) {
    this.#clock = clock
    this.#appid = appid
    this.#codes = state.shelf('phoneCodes')
  }

  /** What the phone button gives the page: a code that stands for a mainland number of 11 digits. */
  issue(openid: string, number: string): string {
    const now = this.#clock.now()
    for (const old of this.#codes.values())
      if (now - old.issuedAt > validMs) this.#codes.delete(old.code)
    const code = randomBytes(32).toString('hex')
    this.#codes.put(code, { code, openid, number, issuedAt: now })
    return code
  }

  /** Throws 40029 for a code that is unknown, used or too old, and 40003 when it was given to someone else. */
  getPhoneNumber(input: Input): object {
    const now = this.#clock.now()
    const issued = typeof input.code === 'string' ? this.#codes.get(input.code) : undefined
    if (!issued || now - issued.issuedAt > validMs) throw new WeChatFailure(40029, 'invalid code')
    if (input.openid !== undefined && input.openid !== issued.openid)
      throw new WeChatFailure(40003, 'invalid openid')
    this.#codes.delete(issued.code)
    return {
      phone_info: {
        phoneNumber: issued.number,
        purePhoneNumber: issued.number,
        countryCode: '86',
        watermark: { timestamp: Math.floor(now / 1000), appid: this.#appid },
      },
    }
  }
}
