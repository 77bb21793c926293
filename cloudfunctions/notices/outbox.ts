import type { NoticeEvent } from '@/types/notices'
import type { Instant } from '@/types/shared/day'
import { now } from '../kit/clock'
import { idOf } from '../kit/ids'
import { outbox, type OutboxRow } from './store'

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
  outbox.of(centre).insertAll(tellings.flatMap((telling) => rowsOf(centre, telling)))

const rowsOf = (centre: string, telling: Telling): OutboxRow[] => {
  const { event, person, actor, thing, key, data, due, urgent = false } = telling
  const told = [...new Set([person.id, ...(actor ? [actor] : [])])]
  const at = now()
  return told.map((to) => ({
    _id: rowId(centre, { event, thing, to }, key),
    centre,
    v: 1,
    event,
    to,
    about: person.id,
    aboutName: person.name,
    told,
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

const rowId = (
  centre: string,
  { event, thing, to }: Pick<OutboxRow, 'event' | 'thing' | 'to'>,
  key: string,
): string => idOf(centre, 'n', event, thing ?? '', key, to)

/**
 * Tells the family of somebody who has no phone, who then need not be called. The rows are named after the person's own
 * row, so that doing it again adds nothing.
 */
export const tellFamily = async (row: OutboxRow, family: readonly string[]): Promise<void> => {
  const { _id, centre } = row
  const told = [...new Set([...row.told, ...family])]
  const store = outbox.of(centre)
  await store.insertAll(
    family
      .filter((to) => !row.told.includes(to))
      .map((to) => ({ ...row, _id: idOf(centre, 'nf', _id, to), to, told })),
  )
  await store.change(_id, { told, channel: 'inApp', state: 'told' }, { state: 'pending' })
}
