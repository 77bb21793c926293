import { stateAt } from '@/domain/surveys/target'
import { dayOf } from '@/types/shared/day'
import { fewestShown } from '@/types/shared/surveyLimits'
import { surveys as contract } from '@/types/surveys'
import { madeFile, removedAt } from '../kit/exports'
import { fail } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { procedure } from '../kit/procedure'
import { countSome } from './counting'
import { answersOfAll, countedVersions, shownFrom } from './figures'
import { publishedOne, seesWhose } from './show'
import { headFields, resultFiles, surveys } from './store'

/** As many answers as are written into a table while somebody waits. */
const mostAnswers = 20_000

/** A few hundred that came since the last count go in first: the table then holds what its totals say. */
const mostBatches = 5

/** A table of all answers of each version, and of what they come to. */
export const exportResults = procedure(contract, 'exportResults', {
  load: ({ centre, input }) => surveys.of(centre).get(input.survey, headFields).then(publishedOne),
  place: ({ loaded: { path } }) => path,

  async run({ centre, openid, caller, loaded, input: { key, survey }, at }) {
    if (!seesWhose(loaded, caller, at)) return fail('SensitiveTag')
    const { anonymous } = loaded.head
    if (anonymous && stateAt(loaded, at) !== 'closed') return fail('StillOpen')
    if (anonymous && at < shownFrom(loaded))
      return fail('AnswersMayCome', { from: shownFrom(loaded) })
    for (let n = 0; n < mostBatches; n++) if ((await countSome(centre, { survey })) === 0) break
    const answers = answersOfAll(await countedVersions(loaded))
    if (anonymous && answers < fewestShown) return fail('TooFew', { least: fewestShown })
    if (answers > mostAnswers) return fail('TooManyAnswers', { most: mostAnswers })
    return {
      url: await madeFile(resultFiles.of(centre), 'surveyResults', {
        ...{ _id: hiddenId(centre, 'x', openid, key), centre, v: 1, survey, day: dayOf(at) },
        ...{ file: null, removeAt: removedAt(at) },
      }),
    }
  },
})
