import { namingRefusal } from '@/domain/honours/consent'
import type { Day } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { idsOf } from '../kit/subject'
import { personsNow, type PersonDoc } from '../residents/store'
import { volunteerId, volunteerRecords } from '../volunteers/store'

/**
 * Those of some people who may be named in public today, by the ids asked for: asked at every look, so that whoever takes
 * the consent back is gone at once, whatever was written down before.
 */
export const namedToday = async (
  centre: string,
  ids: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, PersonDoc>> => {
  const persons = await personsNow(centre, ids)
  const theirs = [...persons.values()].flatMap(({ facts }) => idsOf(facts))
  const registrations =
    theirs.length === 0
      ? []
      : await volunteerRecords.of(centre).find({
          where: { _id: command.in(theirs.map((id) => volunteerId(centre, id))), ended: null },
          limit: theirs.length,
          fields: { person: true, honours: true, ended: true, adult: true },
        })
  const registered = new Map(registrations.map((one) => [one.person, one]))
  return new Map(
    [...persons].filter(([, { facts }]) => {
      const [agreed = null] = idsOf(facts).flatMap((id) => registered.get(id) ?? [])
      return namingRefusal(facts, agreed, today) === null
    }),
  )
}

/** Whether something written down under an id is shown: under that of a record that became part of another it is not. */
export const isNamed = (
  named: ReadonlyMap<string, PersonDoc>,
  { person }: { person: string },
): boolean => named.get(person)?.facts.id === person
