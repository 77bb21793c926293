import { writtenIn } from '@/domain/surveys/answers'
import { repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import {
  answers,
  marks,
  surveys,
  versionId,
  versions,
  type AnswerDoc,
  type MarkDoc,
  type SurveyDoc,
} from './store'

/** Writes the document of the version that was published last. Safe to repeat: one that is there stays as it is. */
export const completeVersion = async (survey: SurveyDoc): Promise<void> => {
  const { _id, centre, version, head, draft, published } = survey
  if (!survey.owes || head === null) return
  const at = published.at(-1)?.at ?? survey.at
  await versions.of(centre).insert({
    ...{ _id: versionId(centre, _id, version), centre, v: 1, survey: _id, version },
    ...{ head, questions: draft.questions, at },
  })
  await repeat(() => surveys.of(centre).change(_id, { owes: false }, { version, owes: true }))
}

/**
 * Gives an answer a document of its own and takes it out of its mark. Of an anonymous one nothing is left there that leads
 * to it. Safe to repeat and to cut off: until the mark lets go of it, it is written under the same id.
 */
export const completeAnswer = async (mark: MarkDoc): Promise<void> => {
  const { centre, open } = mark
  if (open === null) return
  const store = answers.of(centre)
  await store.insert(answerOf(mark, open))
  if (open.replaces !== null)
    await repeat(() =>
      store.change(
        open.replaces ?? '',
        { state: 'replaced', counted: false, texts: command.set([]) },
        { state: 'given' },
      ),
    )
  await repeat(() =>
    marks.of(centre).change(mark._id, { open: null, owes: false }, { 'open.id': open.id }),
  )
}

const answerOf = (
  { centre, survey, answer, person, who, by, byName, via, at }: MarkDoc,
  open: NonNullable<MarkDoc['open']>,
): AnswerDoc => {
  const named = answer !== null
  return {
    ...{ _id: open.id, centre, v: 1, survey, version: open.version },
    ...{ answers: open.answers, slices: open.slices, onRecord: open.onRecord },
    unchecked: open.unchecked,
    texts: Object.entries(open.answers).flatMap(([question, one]) =>
      writtenIn(one) === null ? [] : [question],
    ),
    ...{ state: 'given', inTotals: false, counted: false },
    person: named ? person : null,
    household: named && person !== who ? who : null,
    ...(named && via !== 'self' ? { by, byName } : { by: null, byName: null }),
    at: named ? at : null,
  }
}
