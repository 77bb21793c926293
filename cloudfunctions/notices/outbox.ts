import type { NoticeEvent } from '@/types/notices'
import type { Instant } from '@/types/shared/day'
import { now } from '../kit/clock'
import { idOf, randomToken } from '../kit/ids'
import { faultOf, log } from '../kit/log'
import { atOnce, deliver, recipientsOf } from './deliver'
import { outbox, type OutboxRow } from './store'

export interface Telling {
  event: NoticeEvent
  person: { id: string; name: string }
  /** Who acted for the person; told too, when somebody else. */
  actor?: string | null
  /** Who did it, and knows. */
  knows?: string | null
  thing: string | null
  /** Tells apart two events of one kind about one thing, such as the key of the act. */
  key: string
  data: OutboxRow['data']
  due: Instant
  urgent?: boolean
  /** Told to who it is for and nobody in their place: not their family, and nobody who would call them. */
  inConfidence?: boolean
}

/**
 * Puts what happened into the outbox, in one request: a row for the person and one for whoever acted for them. Ids are
 * deterministic, so that the same event asked for twice is told once. The job `notices.send` chooses the channel.
 */
export const tell = (centre: string, tellings: readonly Telling[]): Promise<void> =>
  outbox.of(centre).insertAll(tellings.flatMap((telling) => rowsOf(centre, telling)))

/** As many as are sent within an act: the numbers of one barber. The job sends the others. */
const mostInAct = 20

/**
 * Puts what happened into the outbox, and sends what is urgent in the same act: the job comes every five minutes only,
 * and people are about to leave home. What cannot be sent now is left to the job, which sends nothing twice.
 */
export const tellAtOnce = async (centre: string, tellings: readonly Telling[]): Promise<void> => {
  const rows = tellings.flatMap((telling) => rowsOf(centre, telling))
  await outbox.of(centre).insertAll(rows)
  const urgent = rows.filter((row) => row.urgent).slice(0, mostInAct)
  if (urgent.length === 0) return
  const at = now()
  try {
    const recipients = await recipientsOf(centre, urgent, at)
    for (let from = 0; from < urgent.length; from += atOnce)
      await deliver(urgent.slice(from, from + atOnce), recipients, at)
  } catch (error) {
    log({
      level: 'error',
      requestId: randomToken(),
      module: 'notices',
      procedure: 'tellAtOnce',
      fault: faultOf(error),
    })
  }
}

const rowsOf = (centre: string, telling: Telling): OutboxRow[] => {
  const {
    event,
    person,
    actor,
    knows,
    thing,
    key,
    data,
    due,
    urgent = false,
    inConfidence,
  } = telling
  const told = [...new Set([person.id, ...(actor ? [actor] : [])])].filter((id) => id !== knows)
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
    ...(inConfidence && { inConfidence }),
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
