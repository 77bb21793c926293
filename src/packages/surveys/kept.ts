import { forgetDraft, useDraft, type Draft, type DraftOf } from '@/src/queries/draft'
import type { SurveyAnswers } from '@/types/surveys'

/** Whose answers to which survey; `door` tells apart whom staff meet. */
export interface AnswersOf {
  survey: string
  version: number
  forResident?: string | undefined
  door?: string
}

/** What was begun of another version is put aside. */
const draftOf = ({ survey, version, forResident, door }: AnswersOf): DraftOf => ({
  form: door === undefined ? 'survey' : `door.${door}`,
  forResident,
  thing: `${survey}.${version}`,
})

/** Once somebody else answered, there is nothing to go on with. */
export const forgetAnswers = (of: AnswersOf): void => forgetDraft(draftOf(of))

/** What was answered so far; null for somebody nobody knows, whose answers are not kept. */
export const useAnswers = (
  of: AnswersOf | null,
  begin: SurveyAnswers,
): Draft<{ answers: SurveyAnswers }> => useDraft(of && draftOf(of), { answers: begin })
