import type { SurveyQuestion } from '@/types/surveys'

/** Questions of one page, under the heading they belong to. */
export interface QuestionPage {
  section: string
  questions: readonly SurveyQuestion[]
}

/** The questions that are asked, on pages of at most `most`; a heading begins a new one. */
export const pagesOf = (asked: readonly SurveyQuestion[], most: number): QuestionPage[] => {
  const pages: { section: string; questions: SurveyQuestion[] }[] = []
  for (const question of asked) {
    const last = pages.at(-1)
    if (!last || question.section !== '' || last.questions.length >= most)
      pages.push({ section: question.section || (last?.section ?? ''), questions: [question] })
    else last.questions.push(question)
  }
  return pages
}
