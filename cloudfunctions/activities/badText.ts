import type { ActivityDraft } from '@/types/activities'
import { fail } from '../kit/failure'
import { judgeWords } from '../media/words'

/** `TextRefused` when WeChat holds any text of a draft for harmful; what it would have looked at again is refused too. */
export const refuseBadText = (openid: string, draft: ActivityDraft): Promise<void> => {
  const { title, summary, placeName, description, questions, attachments } = draft
  return refuseBadWords(openid, [
    title,
    summary,
    placeName,
    description,
    ...questions.flatMap(({ label, options }) => [label, ...options]),
    ...attachments.map(({ name }) => name),
  ])
}

/** The same for words that stand alone. */
export const refuseBadWords = async (openid: string, words: readonly string[]): Promise<void> => {
  if ((await judgeWords(openid, words)) !== 'pass') fail('TextRefused')
}
