import { seesSensitiveTags } from '@/domain/residents/tags'
import { notFor, stateAt } from '@/domain/surveys/target'
import { dayOf } from '@/types/shared/day'
import { mostOpen } from '@/types/shared/surveyLimits'
import { surveys as contract, type OpenSurvey } from '@/types/surveys'
import { command } from '../kit/cloud'
import { procedure } from '../kit/procedure'
import { actsAsStaff, idsOf } from '../kit/subject'
import { givenOf, headOf, isDelicateOne, isOfPlace, type Published } from './show'
import { headFields, markId, marks, surveys } from './store'

/** Those that are open, and as many whose results can be read. */
const most = 2 * mostOpen

/** What is for a family: open ones with who has answered, then what came of earlier ones. */
export const list = procedure(contract, 'list', {
  load: ({ centre }) =>
    surveys.of(centre).find({
      where: { shown: true },
      order: [['closes', 'desc']],
      limit: most,
      fields: headFields,
    }) as Promise<Published[]>,

  async run({ centre, caller, subject, loaded, input: { forResident }, at }) {
    const family =
      forResident === undefined ? [caller.person, ...Object.values(caller.dependants)] : [subject]
    const today = dayOf(at)
    const open = loaded
      .filter((survey) => stateAt(survey, at) === 'open')
      .map((survey) => ({
        survey,
        whom: family.filter((one) => {
          const hidden =
            isDelicateOne(survey) &&
            actsAsStaff(caller, one) &&
            !seesSensitiveTags(caller.roles, one.path, at)
          return !hidden && notFor(one, survey.head.target, today)?.code !== 'NotForThem'
        }),
      }))
      .filter(({ whom }) => whom.length > 0)
      .reverse()
    const idsFor = ({ _id, head }: Published, one: (typeof family)[number]): string[] =>
      (head.per === 'person' ? idsOf(one) : [one.household ?? one.id]).map((who) =>
        markId(centre, _id, who),
      )
    const ids = open.flatMap(({ survey, whom }) => whom.flatMap((one) => idsFor(survey, one)))
    const known =
      ids.length === 0
        ? []
        : await marks.of(centre).find({
            where: { _id: command.in(ids) },
            limit: ids.length,
            fields: { at: true, byName: true },
          })
    const given = new Map(known.map((mark) => [mark._id, mark]))
    const items: OpenSurvey[] = open.map(({ survey, whom }) => ({
      survey: headOf(survey),
      whom: whom.map((one) => {
        const mark = idsFor(survey, one).flatMap((id) => given.get(id) ?? [])[0]
        return {
          id: one.id,
          name: one.name,
          self: one.id === caller.person.id,
          given: mark ? givenOf(mark) : null,
        }
      }),
      isOpen: true,
      released: false,
    }))
    const released = loaded
      .filter((survey) => survey.released && family.some(({ path }) => isOfPlace(survey, path)))
      .map((survey) => ({ survey: headOf(survey), whom: [], isOpen: false, released: true }))
    return { items: [...items, ...released] }
  },
})
