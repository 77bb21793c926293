import { everybody } from '@/domain/surveys/target'
import { surveys as contract } from '@/types/surveys'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { answersOfAll, countedVersions, figuresIn } from './figures'
import { headOf, publishedOne } from './show'
import { headFields, surveys } from './store'

/** What staff let everybody read: the figures of all together, and nothing that anybody wrote. */
export const released = procedure(contract, 'released', {
  load: ({ centre, input }) => surveys.of(centre).get(input.survey, headFields).then(publishedOne),

  async run({ loaded }) {
    const survey = found(loaded.released ? loaded : null)
    const all = await countedVersions(survey)
    return {
      survey: headOf(survey),
      summary: survey.summary,
      answers: answersOfAll(all),
      questions: figuresIn(all, undefined, everybody).filter(({ kind }) => kind !== 'text'),
    }
  },
})
