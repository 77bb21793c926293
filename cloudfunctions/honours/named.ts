import { namingRefusal } from '@/domain/honours/consent'
import { stands } from '@/domain/residents/person'
import type { Day } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { people, type PersonDoc } from '../residents/store'
import { volunteerId, volunteerRecords } from '../volunteers/store'

/**
 * Those of some people who may be named in public today, by id: asked at every look, so that whoever takes the consent
 * back is gone at once, whatever was written down before.
 */
export const namedToday = async (
  centre: string,
  ids: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, PersonDoc>> => {
  if (ids.length === 0) return new Map()
  const limit = ids.length
  const [persons, volunteers] = await Promise.all([
    people.of(centre).find({
      where: { _id: command.in([...ids]) },
      limit,
      fields: { facts: true, mergedInto: true, erasedAt: true },
    }),
    volunteerRecords.of(centre).find({
      where: { _id: command.in(ids.map((id) => volunteerId(centre, id))) },
      limit,
      fields: { person: true, honours: true, ended: true },
    }),
  ])
  const agreed = new Map(volunteers.map((volunteer) => [volunteer.person, volunteer]))
  return new Map(
    persons
      .filter(
        (person) =>
          stands(person) &&
          namingRefusal(person.facts, agreed.get(person._id) ?? null, today) === null,
      )
      .map((person) => [person._id, person]),
  )
}
