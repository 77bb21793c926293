import type { News } from '@/domain/errands/errand'
import { endsAt, startsAt } from '@/domain/errands/when'
import { answerable } from '@/domain/notices/calls'
import type { NoticeEvent } from '@/types/notices'
import { dayMs, dayOf, type Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { people } from '../kit/passport'
import { nodes } from '../residents/store'
import type { Telling } from '../notices/outbox'
import type { ErrandDoc } from './store'

/** On the day itself these cannot wait for the job: somebody is at the door, or about to be. */
const pressing: ReadonlySet<NoticeEvent> = new Set<NoticeEvent>([
  'errandOnTheWay',
  'errandHelperLeft',
  'errandCancelled',
  'helpingCancelled',
  'companionLeft',
  'errandNotMet',
  'errandNoAnswer',
])

/** All that is still to be told of an errand. Where the home is stays out of messages. */
export const tellingsOf = async (errand: ErrandDoc, at: Instant): Promise<Telling[]> => {
  const all = Object.entries(errand.news).flatMap(([key, news]) =>
    news.map((one) => ({ key, ...one })),
  )
  const staff = all.some(({ to }) => to === 'staff') ? await answersFor(errand, at) : null
  return all.flatMap(({ key, to, ...news }) => {
    if (to === 'resident')
      return [
        {
          ...telling(errand, { id: errand.person, name: errand.personName }, news, key, at),
          actor: errand.byStaff ? null : errand.by,
        },
      ]
    if (to === 'staff') return staff ? [telling(errand, staff, news, key, at)] : []
    return to.map((person) => telling(errand, person, news, key, at))
  })
}

const telling = (
  errand: ErrandDoc,
  person: Telling['person'],
  { event, note, because }: Omit<News, 'to'>,
  key: string,
  at: Instant,
): Telling => {
  const begins = startsAt(errand)
  const until = at < begins ? begins : endsAt(errand)
  return {
    event,
    person: { id: person.id, name: person.name },
    thing: errand._id,
    key,
    data: {
      title: errand.kindName,
      startsAt: begins,
      ...(note !== null && { note }),
      ...(because !== null && { because }),
    },
    // What is to be said of it once it is over can still be said the next day.
    due: at < until ? until : at + dayMs,
    urgent: pressing.has(event) && dayOf(at) === errand.day,
  }
}

/** The owner of the place answers for it, else who put the thing on the menu. */
const answersFor = async (
  { centre, path, savedBy }: ErrandDoc,
  at: Instant,
): Promise<Telling['person'] | null> => {
  const above = await nodes
    .of(centre)
    .find({ where: { _id: command.in([...path]) }, limit: path.length })
  const id = answerable(path, above, at) ?? savedBy
  return (await people.of(centre).get(id, { facts: true }))?.facts ?? null
}
