import type { Claim } from '@/domain/canteen/service'
import { mealNames } from '@/domain/canteen/names'
import type { NoticeEvent } from '@/types/notices'
import { dayMs, dayOf, type Instant } from '@/types/shared/day'
import type { Telling } from '../notices/outbox'
import type { OrderRecord, ServiceDoc } from './store'

/** On the day itself these are told at night too: people are about to set out. */
const pressing: ReadonlySet<NoticeEvent> = new Set(['mealCalledOff', 'mealChanged'])

type Of = Pick<ServiceDoc, 'meal' | 'day' | 'startsAt' | 'placeName' | 'off'>

/** What who eats, and who ordered for them, is told of an order; nobody for somebody without a record. */
export const telling = (
  { meal, day, startsAt, placeName, off }: Of,
  event: NoticeEvent,
  order: string,
  { person, name, by }: Pick<Claim, 'person' | 'name' | 'by'>,
  at: Instant,
  /** Tells what may happen to an order more than once apart. */
  key: string = event,
): Telling[] =>
  person === null
    ? []
    : [
        {
          event,
          person: { id: person, name },
          actor: by,
          thing: order,
          key,
          data: {
            title: mealNames[meal],
            ...{ day, meal, startsAt, placeName },
            ...(event === 'mealCalledOff' && off && { because: off.because }),
          },
          // They should know before they set out; afterwards, as soon as it can be said.
          due: Math.max(startsAt, at),
          urgent: pressing.has(event) && dayOf(at) === day,
        },
      ]

/** The same, when the money of one refund has arrived. */
export const tellingOfRefund = (
  { _id, person, personName, by, meal, day, startsAt }: OrderRecord,
  { no, amount }: { no: string; amount: number },
  at: Instant,
): Telling[] =>
  person === null
    ? []
    : [
        {
          event: 'mealRefunded',
          person: { id: person, name: personName },
          actor: by,
          thing: _id,
          key: no,
          data: { title: mealNames[meal], day, meal, startsAt, amount },
          due: at + dayMs,
        },
      ]
