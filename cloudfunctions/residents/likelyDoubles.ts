import { alike, placeOfPair } from '@/domain/residents/doubles'
import { command } from '../kit/cloud'
import { now } from '../kit/clock'
import { centreNode } from '../kit/procedure'
import { doubleId, doubles, lineFields, people, type PersonDoc } from './store'

/**
 * Puts records that look like the same person before staff; whoever entered the record notices nothing. A pair that
 * was judged once is not asked about again.
 */
export const noteDoubles = async (centre: string, person: PersonDoc): Promise<void> => {
  if (person.alike.length === 0) return
  const others = await people.of(centre).find({
    where: { alike: command.in([...person.alike]) },
    fields: lineFields,
  })
  await doubles.of(centre).insertAll(
    others.flatMap((other) => {
      const why = alike(person.facts, other.facts)
      return why === null
        ? []
        : [
            {
              _id: doubleId(centre, person._id, other._id),
              centre,
              v: 1,
              a: other._id,
              b: person._id,
              why,
              state: 'open' as const,
              scopes: placeOfPair(person.facts, other.facts) ?? [centreNode(centre)],
              at: now(),
            },
          ]
    }),
  )
}
