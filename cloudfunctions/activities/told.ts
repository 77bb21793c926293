import type { Waiter } from '@/domain/activities/places'
import type { NoticeEvent } from '@/types/notices'
import type { Telling } from '../notices/outbox'
import type { Places } from './store'

/** What a person, and whoever acted for them, is told about an activity. `key` tells apart two events of one kind. */
export const telling = (
  { _id: thing, card, rules }: Pick<Places, '_id' | 'card' | 'rules'>,
  event: NoticeEvent,
  { person, name, by }: Omit<Waiter, 'key'>,
  key: string,
  more: Telling['data'] = {},
): Telling => ({
  event,
  person: { id: person, name },
  actor: by,
  thing,
  key,
  data: {
    title: card.title,
    placeName: card.placeName,
    startsAt: rules.startsAt,
    ...more,
  },
  due: rules.endsAt,
})
