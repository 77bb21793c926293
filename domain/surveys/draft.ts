import type { Refusal } from '@/domain/shared/refusal'
import { dayMs, type Instant } from '@/types/shared/day'
import { mostCells, otherOption } from '@/types/shared/surveyLimits'
import type { SurveyDraft, SurveyQuestion } from '@/types/surveys'
import { cellsOf } from './counts'

/** A survey is not open for longer than a year. */
const longestMs = 366 * dayMs

const distinct = (ids: readonly string[]): boolean => new Set(ids).size === ids.length

const named = (entries: readonly { id: string; words: string }[], least: number): boolean =>
  entries.length >= least &&
  entries.every(({ id, words }) => words !== '' && id !== otherOption) &&
  distinct(entries.map(({ id }) => id))

/** Whether nothing of a question is missing. */
export const isComplete = (question: SurveyQuestion): boolean => {
  if (question.words === '') return false
  switch (question.kind) {
    case 'single':
      return named(question.options, question.other ? 1 : 2)
    case 'multiple': {
      const { options, other, least, most } = question
      const all = options.length + (other ? 1 : 0)
      return named(options, other ? 1 : 2) && least <= most && most <= all
    }
    case 'scale':
      return question.from < question.to && question.low !== '' && question.high !== ''
    case 'text':
      return true
    case 'matrix':
      return named(question.rows, 1) && named(question.columns, 2)
  }
}

/** What a branch may ask for of a question: nothing of words and of a matrix. */
export const branchesOf = (question: SurveyQuestion): string[] => {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return [...question.options.map(({ id }) => id), ...(question.other ? [otherOption] : [])]
    case 'scale':
      return Array.from({ length: question.to - question.from + 1 }, (_, n) =>
        String(question.from + n),
      )
    default:
      return []
  }
}

/** Whether a question asks only for what an earlier one can have answered: so no branch leads back, or into nothing. */
export const branchHolds = (questions: readonly SurveyQuestion[], at: number): boolean => {
  const showIf = questions[at]?.showIf ?? null
  if (showIf === null) return true
  const earlier = questions.slice(0, at).find(({ id }) => id === showIf.question)
  if (!earlier || showIf.anyOf.length === 0) return false
  const possible = branchesOf(earlier)
  return showIf.anyOf.every((one) => possible.includes(one))
}

/** Why a draft cannot be published, or null: the first thing that is missing is named. */
export const publishRefusal = (draft: SurveyDraft, at: Instant): Refusal | null => {
  const { questions, opens, closes, target, anonymous, mayChange } = draft
  if (questions.length === 0) return { code: 'QuestionsMissing' }
  const incomplete = questions.findIndex(
    (question, i) =>
      !isComplete(question) || questions.findIndex(({ id }) => id === question.id) < i,
  )
  if (incomplete >= 0) return { code: 'QuestionIncomplete', data: { question: incomplete + 1 } }
  const branch = questions.findIndex((_, i) => !branchHolds(questions, i))
  if (branch >= 0) return { code: 'BranchWrong', data: { question: branch + 1 } }
  const cells = questions.reduce((sum, question) => sum + cellsOf(question).length, 0)
  if (cells > mostCells) return { code: 'TooMuchToCount', data: { most: mostCells } }
  if (opens === null || closes === null || closes <= opens || closes <= at)
    return { code: 'TimesWrong' }
  if (closes - opens > longestMs) return { code: 'TimesWrong' }
  const { fromAge, toAge } = target
  if (fromAge !== null && toAge !== null && fromAge > toAge) return { code: 'AgesWrong' }
  return anonymous && mayChange ? { code: 'AnonymousStays' } : null
}

/** Whether what answers depend on is as it was published: for whom each counts once, whether they are named, and where. */
export const staysAsItWas = (
  published: Pick<SurveyDraft, 'per' | 'anonymous' | 'target'>,
  draft: SurveyDraft,
): boolean =>
  draft.per === published.per &&
  draft.anonymous === published.anonymous &&
  draft.target.node === published.target.node
