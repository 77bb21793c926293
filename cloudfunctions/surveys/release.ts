import { withKey } from '@/domain/shared/step'
import { stateAt } from '@/domain/surveys/target'
import { fewestShown } from '@/types/shared/surveyLimits'
import { surveys as contract } from '@/types/surveys'
import { refuseBadWords } from '../media/words'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { answersOfAll, countedVersions, shownFrom } from './figures'
import { publishedOne } from './show'
import { headFields, surveys } from './store'

/** Lets residents read what came of it, or takes that back. */
export const release = procedure(contract, 'release', {
  load: ({ centre, input }) => surveys.of(centre).get(input.survey, headFields).then(publishedOne),
  place: ({ loaded: { path } }) => path,

  async run({ centre, openid, loaded, input: { key, released, words }, at }) {
    if (released) {
      if (stateAt(loaded, at) !== 'closed') return fail('StillOpen')
      if (loaded.head.anonymous && at < shownFrom(loaded))
        return fail('AnswersMayCome', { from: shownFrom(loaded) })
      if (answersOfAll(await countedVersions(loaded)) < fewestShown)
        return fail('TooFew', { least: fewestShown })
      if (words !== '') await refuseBadWords(openid, [words])
    }
    const store = surveys.of(centre)
    await decide(async () => {
      const before = found(await store.get(loaded._id, { keys: true, seq: true, released: true }))
      // Taking back what was never released leaves an open survey as it is.
      if (before.keys.includes(key) || (!released && !before.released)) return
      const { seq } = before
      const change = { released, shown: released, summary: words, stage: 'closed', due: null }
      const taken = await store.change(
        loaded._id,
        { ...change, keys: withKey(before.keys, key), seq: seq + 1 },
        { seq },
      )
      return taken ? undefined : again
    })
    return {}
  },
})
