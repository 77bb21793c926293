import type { Waiter } from '@/domain/activities/places'
import { nextOf } from '@/domain/activities/sessions'
import type { NoticeEvent } from '@/types/notices'
import { dayOf, type Instant } from '@/types/shared/day'
import type { Telling } from '../notices/outbox'
import type { Places } from './store'

/** On the day itself these are told at night too: people are about to set out. */
const pressing: ReadonlySet<NoticeEvent> = new Set(['activityWithdrawn', 'activityChanged'])

/**
 * What a person, and whoever acted for them, is told about an activity at a moment: of a series, its next session.
 * They should know before the session that has not begun. `key` tells apart two events of one kind.
 */
export const telling = (
  { _id: thing, card, rules }: Pick<Places, '_id' | 'card' | 'rules'>,
  event: NoticeEvent,
  { person, name, by }: Omit<Waiter, 'key'>,
  key: string,
  at: Instant,
  more: Telling['data'] = {},
): Telling => {
  const startsAt = nextOf(rules.sessions, at)?.startsAt ?? rules.startsAt
  return {
    event,
    person: { id: person, name },
    actor: by,
    thing,
    key,
    data: { title: card.title, placeName: card.placeName, startsAt, ...more },
    due: rules.sessions.find((session) => at < session.startsAt)?.startsAt ?? rules.endsAt,
    urgent: pressing.has(event) && dayOf(at) === dayOf(startsAt),
  }
}
