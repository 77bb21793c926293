import { fewestShown, otherOption } from '@/types/shared/surveyLimits'
import type { SurveyAnswer, SurveyAnswers, SurveyFigures, SurveyQuestion } from '@/types/surveys'

/** What is counted, by name: `_n` answers, `_r` of them on record, `q3` answered, `q3-o2` chosen, `q3-r1-c2` in a matrix. */
export type Counters = Readonly<Record<string, number>>

/** Slice → what is counted in it. */
export type Counts = Readonly<Record<string, Counters>>

export const allAnswers = '_n'
export const onRecord = '_r'

const cell = (...names: (string | number)[]): string => names.join('-')

/** Options of a question as they are counted, with what was written beside them. */
const optionsOf = (
  question: Extract<SurveyQuestion, { kind: 'single' | 'multiple' }>,
): readonly { id: string; words: string }[] => [
  ...question.options,
  ...(question.other ? [{ id: otherOption, words: '其他' }] : []),
]

const steps = ({ from, to }: Extract<SurveyQuestion, { kind: 'scale' }>): number[] =>
  Array.from({ length: to - from + 1 }, (_, n) => from + n)

/** All that can be counted of a question. */
export const cellsOf = (question: SurveyQuestion): string[] => {
  const { id } = question
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return [id, ...optionsOf(question).map((option) => cell(id, option.id))]
    case 'scale':
      return [id, ...steps(question).map((value) => cell(id, value))]
    case 'text':
      return [id]
    case 'matrix':
      return [
        id,
        ...question.rows.flatMap((row) =>
          question.columns.map((column) => cell(id, row.id, column.id)),
        ),
      ]
  }
}

const chosenCells = (question: string, answer: SurveyAnswer): string[] => {
  switch (answer.kind) {
    case 'single':
      return [cell(question, answer.option)]
    case 'multiple':
      return answer.options.map((option) => cell(question, option))
    case 'scale':
      return [cell(question, answer.value)]
    case 'text':
      return []
    case 'matrix':
      return Object.entries(answer.cells).map(([row, column]) => cell(question, row, column))
  }
}

/** What one answer adds to each of its slices. */
export const countersOf = (answers: SurveyAnswers, isOnRecord: boolean): Counters => ({
  [allAnswers]: 1,
  ...(isOnRecord && { [onRecord]: 1 }),
  ...Object.fromEntries(
    Object.entries(answers).flatMap(([question, answer]) =>
      [question, ...chosenCells(question, answer)].map((name) => [name, 1]),
    ),
  ),
})

/** Two counts as one; what comes to nothing is left out, so that equal sums are equal. */
export const together = (a: Counters, b: Counters, times = 1): Counters => {
  const sum: Record<string, number> = { ...a }
  for (const [name, count] of Object.entries(b)) {
    const next = (sum[name] ?? 0) + times * count
    if (next === 0) delete sum[name]
    else sum[name] = next
  }
  return sum
}

/** An answer as far as it counts. */
export interface Counted {
  answers: SurveyAnswers
  onRecord: boolean
  slices: readonly string[]
}

/** The counts with an answer put in (1) or taken out (-1). */
export const withAnswer = (counts: Counts, answer: Counted, times: 1 | -1): Counts => {
  const one = countersOf(answer.answers, answer.onRecord)
  const next: Record<string, Counters> = { ...counts }
  for (const slice of answer.slices) {
    const sum = together(next[slice] ?? {}, one, times)
    if (Object.keys(sum).length === 0) delete next[slice]
    else next[slice] = sum
  }
  return next
}

/** How many answers a slice has. */
export const answersIn = (counts: Counts, slice: string): number => counts[slice]?.[allAnswers] ?? 0

/** The figures of a question as they are read. */
export const figuresOf = (
  question: SurveyQuestion,
  number: number,
  counters: Counters,
): SurveyFigures => {
  const { id, kind, words } = question
  const count = (...names: (string | number)[]) => counters[cell(id, ...names)] ?? 0
  const base = { id, number, kind, words, answered: counters[id] ?? 0 }
  const none = { options: [], mean: null, rows: [], texts: 0 }
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return {
        ...base,
        ...none,
        options: optionsOf(question).map((option) => ({ ...option, count: count(option.id) })),
        texts: question.other ? count(otherOption) : 0,
      }
    case 'scale': {
      const values = steps(question).map((value) => ({ value, count: count(value) }))
      const n = values.reduce((sum, one) => sum + one.count, 0)
      const sum = values.reduce((all, one) => all + one.value * one.count, 0)
      const ends: Readonly<Record<number, string>> = {
        [question.from]: `${question.from} ${question.low}`,
        [question.to]: `${question.to} ${question.high}`,
      }
      return {
        ...base,
        ...none,
        options: values.map((one) => ({
          id: String(one.value),
          words: ends[one.value] ?? String(one.value),
          count: one.count,
        })),
        mean: n === 0 ? null : Math.round((sum / n) * 100) / 100,
      }
    }
    case 'text':
      return { ...base, ...none, texts: base.answered }
    case 'matrix':
      return {
        ...base,
        ...none,
        rows: question.rows.map((row) => ({
          ...row,
          columns: question.columns.map((column) => ({
            ...column,
            count: count(row.id, column.id),
          })),
        })),
      }
  }
}

/**
 * Which of several parts of a whole may be shown: those of at least five answers. When what is left over were fewer than
 * five, it could be found by taking the others from the whole: then the smallest of them is not shown either.
 */
export const shownParts = <P extends { answers: number }>(parts: readonly P[]): P[] => {
  const large = parts
    .filter(({ answers }) => answers >= fewestShown)
    .sort((a, b) => b.answers - a.answers)
  let hidden = parts.reduce((sum, { answers }) => sum + answers, 0)
  for (const { answers } of large) hidden -= answers
  while (hidden > 0 && hidden < fewestShown && large.length > 0) hidden += large.pop()!.answers
  return parts.filter((part) => large.includes(part))
}

/**
 * What several versions come to together, for the questions of one of them: answers to a question count where it was asked
 * just as it is there.
 */
export const combined = (
  versions: readonly { questions: readonly SurveyQuestion[]; counters: Counters }[],
  questions: readonly SurveyQuestion[],
): Counters =>
  versions.reduce<Counters>((sum, version) => {
    const same = questions.filter((question) =>
      version.questions.some((one) => one.id === question.id && sameQuestion(one, question)),
    )
    const names = [allAnswers, onRecord, ...same.flatMap(cellsOf)]
    const kept = names.flatMap((name) => {
      const count = version.counters[name]
      return count === undefined ? [] : [[name, count] as const]
    })
    return together(sum, Object.fromEntries(kept))
  }, {})

/** Whether two versions ask the same, so that what was answered to both is counted together. */
export const sameQuestion = (a: SurveyQuestion, b: SurveyQuestion): boolean => asks(a) === asks(b)

/** What decides what an answer means: not where a question stands, nor whether it must be answered. */
const asks = ({ section: _s, hint: _h, required: _r, ...rest }: SurveyQuestion): string =>
  JSON.stringify(Object.entries(rest).sort(([one], [other]) => (one < other ? -1 : 1)))
