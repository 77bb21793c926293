import type { NoticeEvent } from '@/types/notices'
import type { Instant } from '@/types/shared/day'
import { collection, type Stored } from '../kit/collection'
import { idOf } from '../kit/ids'

/** One person and one event: told once, however often it is asked for. */
export interface OutboxRow extends Stored {
  event: NoticeEvent
  /** Who is told, and whom it is about. */
  to: string
  about: string
  aboutName: string
  /** Everybody who has a row of this event: whoever is told themselves is not shown the others' rows. */
  told: readonly string[]
  /** What a tap opens. */
  thing: string | null
  data: Readonly<Record<string, string | number | boolean>>
  at: Instant
  /** Useless after this moment. */
  due: Instant
  /** Safety and same-day cancellations are told at night too. */
  urgent: boolean
  /** For `to` alone: nobody else is told, or shown it, in their place. */
  inConfidence?: boolean
  /** How it went out; null as long as nothing is decided. */
  channel: 'subscribe' | 'inApp' | 'call' | null
  /**
   * `pending` until the job decides; `sending` while a message is on its way to WeChat; `calling` on the call list;
   * `told` when it went out or somebody was reached; `expired` when it came to nothing in time.
   */
  state: 'pending' | 'sending' | 'calling' | 'told' | 'expired'
  /** Messages WeChat refused. */
  tries: number
  /** When the job looks at it next; while `sending`, when that began. */
  notBefore: Instant
  readAt: Instant | null
  call: Call | null
}

export type CallOutcome = 'reached' | 'noAnswer' | 'wrongNumber'

/** A row of the call list. */
export interface Call {
  /** From the centre down to the person's home: whose staff call. */
  path: readonly string[]
  /** The last outcome, and who called. */
  outcome: CallOutcome | null
  by: string | null
  byName: string | null
  at: Instant | null
  /** Keys of the calls that were recorded. */
  keys: readonly string[]
  /** Who was told that nobody reached the person in time. */
  raisedTo: string | null
}

/** How many messages of a template one WeChat user agreed to and has not been sent: one yes, one message. */
export interface MessageConsent extends Stored {
  openid: string
  template: string
  left: number
  /** Keys of the answers that were counted. */
  keys: readonly string[]
}

export const outbox = collection<OutboxRow>('outbox')
export const messageConsents = collection<MessageConsent>('message_consents')

export const consentId = (centre: string, openid: string, template: string): string =>
  idOf(centre, 'mc', openid, template)
