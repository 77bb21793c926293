import type { SurveyAnswer, SurveyAnswers, SurveyQuestion } from '@/types/surveys'
import { otherOption } from '@/types/shared/surveyLimits'

/** What an answer chose of what a branch may ask for: options, or the number of a scale. */
const chosen = (answer: SurveyAnswer | undefined): readonly string[] => {
  switch (answer?.kind) {
    case 'single':
      return [answer.option]
    case 'multiple':
      return answer.options
    case 'scale':
      return [String(answer.value)]
    default:
      return []
  }
}

/** Whether a question is asked, by what was answered to those before it. */
const isAsked = ({ showIf }: SurveyQuestion, before: SurveyAnswers): boolean =>
  showIf === null || chosen(before[showIf.question]).some((one) => showIf.anyOf.includes(one))

/** The answer as it counts; null where nothing was said, 'wrong' where it does not fit the question. */
const fitting = (question: SurveyQuestion, answer: SurveyAnswer): SurveyAnswer | null | 'wrong' => {
  if (answer.kind !== question.kind) return 'wrong'
  switch (question.kind) {
    case 'single': {
      const { option, other } = answer as Extract<SurveyAnswer, { kind: 'single' }>
      if (option === otherOption && question.other) {
        const words = other?.trim() ?? ''
        return words === '' ? null : { kind: 'single', option, other: words }
      }
      return question.options.some(({ id }) => id === option) ? { kind: 'single', option } : 'wrong'
    }
    case 'multiple': {
      const { options, other } = answer as Extract<SurveyAnswer, { kind: 'multiple' }>
      const words = other?.trim() ?? ''
      const known = [...question.options.map(({ id }) => id), ...(question.other ? ['other'] : [])]
      if (options.some((one) => !known.includes(one))) return 'wrong'
      // What was ticked and not written says nothing.
      const ticked = known.filter(
        (one) => options.includes(one) && (one !== otherOption || words !== ''),
      )
      if (ticked.length === 0) return null
      if (ticked.length < question.least || ticked.length > question.most) return 'wrong'
      return {
        kind: 'multiple',
        options: ticked,
        ...(ticked.includes(otherOption) && { other: words }),
      }
    }
    case 'scale': {
      const { value } = answer as Extract<SurveyAnswer, { kind: 'scale' }>
      return value >= question.from && value <= question.to ? { kind: 'scale', value } : 'wrong'
    }
    case 'text': {
      const words = (answer as Extract<SurveyAnswer, { kind: 'text' }>).text.trim()
      return words === '' ? null : { kind: 'text', text: words }
    }
    case 'matrix': {
      const { cells } = answer as Extract<SurveyAnswer, { kind: 'matrix' }>
      const { rows, columns } = question
      const fits = Object.entries(cells).every(
        ([row, column]) =>
          rows.some(({ id }) => id === row) && columns.some(({ id }) => id === column),
      )
      if (!fits) return 'wrong'
      const said = rows.flatMap(({ id }) => (cells[id] === undefined ? [] : [[id, cells[id]]]))
      if (said.length === 0 || (question.required && said.length < rows.length)) return null
      return { kind: 'matrix', cells: Object.fromEntries(said) as Record<string, string> }
    }
  }
}

/** What is said to all questions, as it counts. */
export interface Settled {
  answers: SurveyAnswers
  /** The questions that are asked, in their order. */
  asked: readonly SurveyQuestion[]
  /** Numbers of questions, from 1: required and not answered; answered by what does not fit. */
  missing: readonly number[]
  wrong: readonly number[]
}

/**
 * Goes through the questions in their order, the same on the phone and on the server: what was answered to a question that
 * is not asked is dropped, so it opens no other; what is required and missing is named.
 */
export const settle = (questions: readonly SurveyQuestion[], given: SurveyAnswers): Settled => {
  const answers: SurveyAnswers = {}
  const asked: SurveyQuestion[] = []
  const missing: number[] = []
  const wrong: number[] = []
  questions.forEach((question, i) => {
    if (!isAsked(question, answers)) return
    asked.push(question)
    const said = given[question.id]
    const fit = said === undefined ? null : fitting(question, said)
    if (fit === 'wrong') wrong.push(i + 1)
    else if (fit !== null) answers[question.id] = fit
    else if (question.required) missing.push(i + 1)
  })
  return { answers, asked, missing, wrong }
}

/** What somebody wrote in their own words: it is checked before anybody reads it. */
export const wordsIn = (answers: SurveyAnswers): string[] =>
  Object.values(answers).flatMap((answer) => {
    const words = writtenIn(answer)
    return words === null ? [] : [words]
  })

/** The words of one answer; null where nothing was written. */
export const writtenIn = (answer: SurveyAnswer): string | null =>
  answer.kind === 'text'
    ? answer.text
    : answer.kind === 'single' || answer.kind === 'multiple'
      ? (answer.other ?? null)
      : null

/** The same answers with nothing in them that was written; what was chosen, and that something was said, stays. */
export const withoutWords = (answers: SurveyAnswers): SurveyAnswers =>
  Object.fromEntries(
    Object.entries(answers).map(([question, answer]) => {
      if (answer.kind === 'text') return [question, { ...answer, text: '' }]
      return [question, 'other' in answer ? { ...answer, other: '' } : answer]
    }),
  )
