import { stands } from '@/domain/residents/person'
import { seesSensitiveTags } from '@/domain/residents/tags'
import { notFor } from '@/domain/surveys/target'
import { dayOf } from '@/types/shared/day'
import { surveys as contract, type DoorLine } from '@/types/surveys'
import { command } from '../kit/cloud'
import { fail } from '../kit/failure'
import { pageOfKept } from '../kit/kept'
import { rolesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { people, type PersonDoc } from '../residents/store'
import { doorNodes } from './doors'
import { givenOf, isDelicateOne, publishedOne, type Published } from './show'
import { headFields, markId, marks, surveys, visitId, visits } from './store'

/** A grid is read before it is walked: its lines come a hundred at a time. */
const atATime = 100

/** Whom a survey is for, below the caller's nodes. */
export const doorList = procedure(contract, 'doorList', {
  load: ({ centre, input }) => surveys.of(centre).get(input.survey, headFields).then(publishedOne),
  place: () => anywhere,

  async run({ centre, caller, loaded, input: { after }, at }) {
    const delicate = isDelicateOne(loaded)
    const sees = rolesOf(caller, at).some((role) => role === 'gridWorker' || role === 'centreStaff')
    if (delicate && !sees) return fail('SensitiveTag')
    const below = await doorNodes(loaded, caller, at)
    const today = dayOf(at)
    return pageOfKept(
      after,
      (from) =>
        people.of(centre).page({
          where: below.map((node) => ({ 'facts.path': node })),
          by: ['_id', 'asc'],
          after: from,
          limit: atATime,
          fields: {
            ...{ facts: true, home: true, homeName: true, buildingName: true },
            ...{ mergedInto: true, erasedAt: true },
          },
        }),
      (documents) =>
        linesOf(
          loaded,
          documents.filter(
            (person) =>
              stands(person) &&
              notFor(person.facts, loaded.head.target, today)?.code !== 'NotForThem' &&
              (!delicate || seesSensitiveTags(caller.roles, person.facts.path, at)),
          ),
        ),
    )
  },
})

const linesOf = async (survey: Published, those: readonly PersonDoc[]): Promise<DoorLine[]> => {
  if (those.length === 0) return []
  const { _id, centre, head } = survey
  const whoOf = ({ facts }: PersonDoc): readonly string[] =>
    head.per === 'person' ? idsOf(facts) : [facts.household ?? facts.id]
  const all = [...new Set(those.flatMap(whoOf))]
  const [given, visited] = await Promise.all([
    marks.of(centre).find({
      where: { _id: command.in(all.map((who) => markId(centre, _id, who))) },
      limit: all.length,
      fields: { who: true, at: true, byName: true },
    }),
    visits.of(centre).find({
      where: { _id: command.in(all.map((who) => visitId(centre, _id, who))) },
      limit: all.length,
    }),
  ])
  return those.map((person) => {
    const who = whoOf(person)
    const mark = given.find((one) => who.includes(one.who))
    const visit = visited.find((one) => who.includes(one.who))
    const { facts, home, homeName, buildingName } = person
    return {
      person: person._id,
      name: facts.name,
      birthYear: facts.birthDate === null ? null : Number(facts.birthDate.slice(0, 4)),
      household: facts.household,
      homeName,
      building: home?.building ?? null,
      buildingName,
      given: mark ? givenOf(mark) : null,
      visit: visit ? { outcome: visit.outcome, at: visit.at, times: visit.times } : null,
    }
  })
}
