import type { Instant } from '@/types/shared/day'
import { dayMs } from '@/types/shared/day'
import type { Telling } from '../notices/outbox'
import { personsNow } from '../residents/store'
import { authorOf, joinersInConfidence, joinersOf, type CaseDoc } from './store'

/** What a message may say of a sealed case. */
const sealedTitle = '保密的事'

/** All that is still to be told of a case. What was said stays out of messages. */
export const tellingsOf = async (one: CaseDoc, at: Instant): Promise<Telling[]> => {
  const author = authorOf(one)
  const all = Object.entries(one.news).flatMap(([key, news]) =>
    news.map((each) => ({ key, ...each })),
  )
  const reporter = author?.person ?? null
  const idsFor = (to: (typeof all)[number]['to']): readonly string[] => {
    if (to === 'owner') return [one.sealing?.mediator ?? one.owner].filter((id) => id !== null)
    if (to === 'reporter') return reporter === null ? [] : [reporter]
    if (to === 'joiners') return joinersOf(one)
    if (to === 'followers') return [...(reporter === null ? [] : [reporter]), ...joinersOf(one)]
    return to
  }
  const hidden = joinersInConfidence(one)
  const about = one.aboutStaff
  const people = await personsNow(one.centre, [
    ...new Set([...all.flatMap(({ to }) => [...idsFor(to)]), ...(about === null ? [] : [about])]),
  ])
  const isAbout = (person: string) => about !== null && (people.get(about)?._id ?? about) === person
  return all.flatMap(({ key, to, event, note }) =>
    idsFor(to).flatMap((id) => {
      const person = people.get(id)
      // Never to the member of staff it is about, whoever put them among these.
      return person && (id === reporter || !isAbout(person._id))
        ? [
            {
              // A page of open cases leads nowhere here.
              event: one.sealed && to === 'owner' ? ('sealedToDo' as const) : event,
              person: { id: person._id, name: person.facts.name },
              actor: id === reporter && author && !author.asStaff ? author.by : null,
              thing: one._id,
              // That they said it is theirs: an elder without a phone finds it in the program, whoever they ask.
              inConfidence: hidden.has(id) || (id === reporter && (one.sealed || one.anonymous)),
              key,
              data: {
                title: one.sealed
                  ? sealedTitle
                  : [one.placeName, one.flow?.name ?? ''].filter(Boolean).join(' · '),
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
