import { notFor, stateAt } from '@/domain/surveys/target'
import { dayOf } from '@/types/shared/day'
import { mostOpen } from '@/types/shared/surveyLimits'
import { surveys as contract, type OpenSurvey } from '@/types/surveys'
import { procedure } from '../kit/procedure'
import { familyOf, keptFrom } from './family'
import { headOf, isDelicateOne, isOfPlace, type Published } from './show'
import { headFields, surveys } from './store'

/** Those that are open, and as many whose results can be read. */
const most = 2 * mostOpen

/** What is for a family: open ones, then what came of earlier ones. */
export const list = procedure(contract, 'list', {
  load: ({ centre }) =>
    surveys.of(centre).find({
      where: { shown: true },
      order: [['closes', 'desc']],
      limit: most,
      fields: headFields,
    }) as Promise<Published[]>,

  async run({ caller, subject, loaded, input: { forResident }, at }) {
    const family = familyOf(caller, subject, forResident)
    const today = dayOf(at)
    const open = loaded
      .filter((survey) => stateAt(survey, at) === 'open')
      .map((survey) => ({
        survey,
        whom: family.filter(
          (one) =>
            !(isDelicateOne(survey) && keptFrom(caller, one, at)) &&
            notFor(one, survey.head.target, today)?.code !== 'NotForThem',
        ),
      }))
      .filter(({ whom }) => whom.length > 0)
      .reverse()
    const items: OpenSurvey[] = open.map(({ survey, whom }) => ({
      survey: headOf(survey),
      whom: whom.map(({ id, name }) => ({ id, name, self: id === caller.person.id })),
      isOpen: true,
      released: false,
    }))
    const released = loaded
      .filter((survey) => survey.released && family.some(({ path }) => isOfPlace(survey, path)))
      .map((survey) => ({ survey: headOf(survey), whom: [], isOpen: false, released: true }))
    return { items: [...items, ...released] }
  },
})
