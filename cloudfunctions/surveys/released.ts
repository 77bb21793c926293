import { everybody } from '@/domain/surveys/target'
import { surveys as contract } from '@/types/surveys'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { answersOfAll, countedVersions, figuresIn } from './figures'
import { headOf, isOfPlace, publishedOne } from './show'
import { headFields, surveys } from './store'

/** What staff let everybody read: the figures of all together, and nothing that anybody wrote. */
export const released = procedure(contract, 'released', {
  load: ({ centre, input }) => surveys.of(centre).get(input.survey, headFields).then(publishedOne),

  async run({ caller, loaded }) {
    const family = caller ? [caller.person, ...Object.values(caller.dependants)] : []
    const path = family.flatMap((one) => one.path)
    const survey = found(loaded.released && isOfPlace(loaded, path) ? loaded : null)
    const all = await countedVersions(survey)
    return {
      survey: headOf(survey),
      summary: survey.summary,
      answers: answersOfAll(all),
      questions: figuresIn(all, undefined, everybody).filter(({ kind }) => kind !== 'text'),
    }
  },
})
