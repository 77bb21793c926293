import type { NoticeEvent } from '@/types/notices'
import type { Instant } from '@/types/shared/day'
import { now } from '../kit/clock'
import { collection, type Stored } from '../kit/collection'
import { idOf } from '../kit/ids'

/** One person and one event: told once, however often it is asked for. */
export interface OutboxRow extends Stored {
  event: NoticeEvent
  /** Who is told, and whom it is about. */
  to: string
  about: string
  aboutName: string
  /** What a tap opens. */
  thing: string | null
  data: Readonly<Record<string, string | number | boolean>>
  at: Instant
  /** Useless after this moment. */
  due: Instant
  /** Safety and same-day cancellations are told at night too. */
  urgent: boolean
  channel: 'subscribe' | 'inApp' | 'call' | null
  state: 'pending' | 'sent' | 'expired'
  tries: number
  notBefore: Instant
  readAt: Instant | null
  call: {
    outcome: 'reached' | 'noAnswer' | 'wrongNumber' | null
    by: string | null
    at: Instant | null
  } | null
}

export const outbox = collection<OutboxRow>('outbox')

export interface Telling {
  event: NoticeEvent
  person: { id: string; name: string }
  /** Who acted for the person; told too, when somebody else. */
  actor?: string | null
  thing: string | null
  /** Tells apart two events of one kind about one thing, such as the key of the act. */
  key: string
  data: OutboxRow['data']
  due: Instant
  urgent?: boolean
}

/**
 * Puts what happened into the outbox, in one request: a row for the person and one for whoever acted for them. Ids are
 * deterministic, so that the same event asked for twice is told once. The job `notices.send` chooses the channel.
 */
export const tell = (centre: string, tellings: readonly Telling[]): Promise<void> =>
  outbox.of(centre).insertAll(tellings.flatMap((telling) => rows(centre, telling)))

const rows = (centre: string, telling: Telling): OutboxRow[] => {
  const { event, person, actor, thing, key, data, due, urgent = false } = telling
  const recipients = new Set([person.id, ...(actor ? [actor] : [])])
  const at = now()
  return [...recipients].map((to) => ({
    _id: idOf(centre, 'n', event, thing ?? '', key, to),
    centre,
    v: 1,
    event,
    to,
    about: person.id,
    aboutName: person.name,
    thing,
    data,
    at,
    due,
    urgent,
    channel: null,
    state: 'pending',
    tries: 0,
    notBefore: at,
    readAt: null,
    call: null,
  }))
}
