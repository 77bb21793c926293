import { answerable } from '@/domain/notices/calls'
import type { NoticeEvent } from '@/types/notices'
import { dayOf, type Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { people } from '../kit/passport'
import { nodes } from '../residents/store'
import type { Telling } from '../notices/outbox'
import type { ShiftDoc } from './store'

/** On the day of a shift these cannot wait until the morning, nor for the job. */
const pressing: ReadonlySet<NoticeEvent> = new Set<NoticeEvent>([
  'shiftCalledOff',
  'shiftMoved',
  'shiftOnAgain',
  'shiftLeft',
])

/** What somebody is told about a shift, in time to come or to stay at home. */
export const tellingOfShift = (
  { _id: thing, title, placeName, startsAt, endsAt }: ShiftDoc,
  event: NoticeEvent,
  person: Telling['person'],
  key: string,
  at: Instant,
  more: Telling['data'] = {},
): Telling => ({
  event,
  person,
  thing,
  key,
  data: { title, placeName, startsAt, ...more },
  due: at < startsAt ? startsAt : endsAt,
  urgent: pressing.has(event) && dayOf(at) === dayOf(startsAt),
})

/** Who runs the service a shift is for: the owner of its place, else the staff member who made it. */
export const runsIt = async (
  { centre, path, madeBy }: ShiftDoc,
  at: Instant,
): Promise<Telling['person'] | null> => {
  const above = await nodes
    .of(centre)
    .find({ where: { _id: command.in([...path]) }, limit: path.length })
  const id = answerable(path, above, at) ?? madeBy
  return id === null ? null : ((await people.of(centre).get(id, { facts: true }))?.facts ?? null)
}
