import { stateAt } from '@/domain/surveys/target'
import { surveys as contract } from '@/types/surveys'
import { command } from '../kit/cloud'
import { procedure } from '../kit/procedure'
import { refuseOthers, whoIs } from './answer'
import { versionFor } from './give'
import { givenOf, headOf, isTheirs, publishedOne } from './show'
import { answers, headFields, markId, marks, surveys, versionId, versions } from './store'

/** One survey as it is now, for one person; with what was answered, for whose it is, where that may be changed. */
export const survey = procedure(contract, 'survey', {
  load: ({ centre, input }) =>
    surveys
      .of(centre)
      .get(input.survey, { ...headFields, draft: true })
      .then(publishedOne),

  async run({ centre, caller, subject, loaded, at }) {
    refuseOthers(loaded, caller, subject, at)
    const { _id, version, head } = loaded
    const { who, former } = whoIs(loaded, subject)
    const ids = [who, ...former].map((one) => markId(centre, _id, one))
    const [document, [mark]] = await Promise.all([
      versions.of(centre).get(versionId(centre, _id, version)),
      marks.of(centre).find({ where: { _id: command.in(ids) }, limit: ids.length }),
    ])
    const questions = await versionFor(loaded, version, document)
    const before =
      mark && head.mayChange && mark.answer !== null && isTheirs(mark, caller)
        ? (mark.open?.answers ?? (await answers.of(centre).get(mark.answer))?.answers ?? null)
        : null
    return {
      survey: headOf(loaded),
      questions: [...questions],
      person: {
        id: subject.id,
        name: subject.name,
        self: subject.id === caller.person.id,
        given: mark ? givenOf(mark) : null,
      },
      isOpen: stateAt(loaded, at) === 'open',
      before,
    }
  },
})
