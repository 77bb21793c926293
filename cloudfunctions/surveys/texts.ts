import { writtenIn } from '@/domain/surveys/answers'
import { surveys as contract } from '@/types/surveys'
import { procedure } from '../kit/procedure'
import { personsNow } from '../residents/store'
import { countedVersions, withheldOf } from './figures'
import { publishedOne, seesWhose } from './show'
import { answers, headFields, surveys } from './store'

/** What was written, in an order that says nothing: ids are drawn by lot. */
export const texts = procedure(contract, 'texts', {
  load: ({ centre, input }) => surveys.of(centre).get(input.survey, headFields).then(publishedOne),
  place: ({ loaded: { path } }) => path,

  async run({ centre, caller, loaded, input: { survey, question, after }, at }) {
    if (loaded.head.anonymous && withheldOf(loaded, await countedVersions(loaded), at) !== null)
      return { items: [], next: null }
    const { documents, next } = await answers.of(centre).page({
      where: { survey, texts: question },
      by: ['_id', 'asc'],
      after,
      fields: { answers: true, person: true, unchecked: true },
    })
    // That somebody was asked says what only their grid and the centre may know of them.
    const named = seesWhose(loaded, caller, at)
    const names = await personsNow(
      centre,
      documents.flatMap(({ person }) => (named && person) || []),
    )
    return {
      items: documents.map(({ _id, answers: said, person, unchecked }) => ({
        id: _id,
        words: (said[question] && writtenIn(said[question])) ?? '',
        name: person === null ? null : (names.get(person)?.facts.name ?? null),
        unchecked,
      })),
      next,
    }
  },
})
