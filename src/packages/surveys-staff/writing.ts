import type { QuestionKind, SurveyDraft, SurveyQuestion } from '@/types/surveys'

/** The next name that no question, option or row has yet: names are never used twice. */
const nextId = (letter: string, taken: readonly string[]): string => {
  const last = taken.map((id) => Number(/\d+$/.exec(id)?.[0] ?? 0))
  return `${letter}${Math.max(0, ...last) + 1}`
}

/** A question to begin with. */
export const newQuestion = (
  kind: QuestionKind,
  { questions }: Pick<SurveyDraft, 'questions'>,
): SurveyQuestion => {
  const id = nextId(
    'q',
    questions.map((one) => one.id),
  )
  const asked = { id, words: '', hint: '', section: '', required: true, showIf: null }
  switch (kind) {
    case 'single':
      return { ...asked, kind, options: [], other: false }
    case 'multiple':
      return { ...asked, kind, options: [], other: false, least: 1, most: 13 }
    case 'scale':
      return { ...asked, kind, from: 1, to: 5, low: '不满意', high: '很满意' }
    case 'text':
      return { ...asked, kind, required: false }
    case 'matrix':
      return { ...asked, kind, rows: [], columns: [] }
  }
}

interface Named {
  id: string
  words: string
}

/** What was typed, a line each, as options: one that stays keeps its name, so that its answers stay together. */
export const namedFrom = (text: string, before: readonly Named[], letter: string): Named[] => {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const taken = before.map(({ id }) => id)
  return lines.map((words) => {
    const same = before.find((one) => one.words === words)
    if (same) return same
    const id = nextId(letter, taken)
    taken.push(id)
    return { id, words }
  })
}

export const linesOf = (named: readonly Named[]): string =>
  named.map(({ words }) => words).join('\n')

/** The bounds of a question that allows several fit its options again, after those have changed. */
export const fitted = (question: SurveyQuestion): SurveyQuestion => {
  if (question.kind !== 'multiple') return question
  const all = Math.max(1, question.options.length + (question.other ? 1 : 0))
  const most = Math.min(question.most, all)
  return { ...question, most, least: Math.min(question.least, most) }
}

/** The draft with a question put in its place, or added at the end. */
export const withQuestion = (draft: SurveyDraft, question: SurveyQuestion): SurveyDraft => ({
  ...draft,
  questions: draft.questions.some(({ id }) => id === question.id)
    ? draft.questions.map((one) => (one.id === question.id ? question : one))
    : [...draft.questions, question],
})

export const withoutQuestion = (draft: SurveyDraft, id: string): SurveyDraft => ({
  ...draft,
  questions: draft.questions.filter((one) => one.id !== id),
})

/** The draft with a question one place further up or down. */
export const moved = (draft: SurveyDraft, id: string, by: 1 | -1): SurveyDraft => {
  const questions = [...draft.questions]
  const at = questions.findIndex((one) => one.id === id)
  const [one] = questions.splice(at, 1)
  if (one) questions.splice(at + by, 0, one)
  return { ...draft, questions }
}
