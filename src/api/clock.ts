import Taro from '@tarojs/taro'
import type { Day, Instant } from '@/types/shared/day'
import { dayOf } from '@/types/shared/day'

const key = 'chj.ahead'

/** Less than this is the network's own delay and not worth a write. */
const noticeableMs = 1000

let ahead: number | undefined
let kept = 0

/** How far the server is ahead of this phone; what was learned last time serves until the first answer. */
const offset = (): number => (ahead ??= kept = Number(Taro.getStorageSync(key)) || 0)

/** Learns the server's time from an answer: the clock of a phone is not reliable. */
export const learnTime = (serverNow: Instant): void => {
  offset()
  ahead = serverNow - Date.now()
  if (Math.abs(ahead - kept) < noticeableMs) return
  kept = ahead
  Taro.setStorageSync(key, kept)
}

/** The server's time as far as this phone knows. The only place of the phone that reads a clock. */
export const now = (): Instant => Date.now() + offset()

/** The server's time of a moment that the phone's own clock measured. */
export const serverTimeOf = (phoneTime: number): Instant => phoneTime + offset()

export const today = (): Day => dayOf(now())
