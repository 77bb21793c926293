import type { Instant } from '@/types/shared/day'
import { dayMs } from '@/types/shared/day'
import type { Telling } from '../notices/outbox'
import { personsNow } from '../residents/store'
import { authorOf, joinersOf, type CaseDoc } from './store'

/** All that is still to be told of a case. What was said stays out of messages. */
export const tellingsOf = async (one: CaseDoc, at: Instant): Promise<Telling[]> => {
  const author = authorOf(one)
  const all = Object.entries(one.news).flatMap(([key, news]) =>
    news.map((each) => ({ key, ...each })),
  )
  const reporter = author?.person ?? null
  const idsFor = (to: (typeof all)[number]['to']): readonly string[] => {
    if (to === 'owner') return one.owner === null ? [] : [one.owner]
    if (to === 'reporter') return reporter === null ? [] : [reporter]
    if (to === 'joiners') return joinersOf(one)
    if (to === 'followers') return [...(reporter === null ? [] : [reporter]), ...joinersOf(one)]
    return to
  }
  const people = await personsNow(one.centre, [
    ...new Set(all.flatMap(({ to }) => [...idsFor(to)])),
  ])
  return all.flatMap(({ key, to, event, note }) =>
    idsFor(to).flatMap((id) => {
      const person = people.get(id)
      return person
        ? [
            {
              event,
              person: { id: person._id, name: person.facts.name },
              actor: id === reporter && author && !author.asStaff ? author.by : null,
              thing: one._id,
              key,
              data: {
                title: [one.placeName, one.sealed ? '' : (one.flow?.name ?? '')]
                  .filter(Boolean)
                  .join(' · '),
                ...(one.number !== null && { number: one.number }),
                ...(note !== null && { note }),
              },
              due: at + 3 * dayMs,
            },
          ]
        : []
    }),
  )
}
