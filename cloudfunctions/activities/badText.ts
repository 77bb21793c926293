import type { ActivityDraft } from '@/types/activities'
import { refuseBadWords } from '../media/words'

/** `TextRefused` when WeChat holds any text of a draft for harmful. */
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
