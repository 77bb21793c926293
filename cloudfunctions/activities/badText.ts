import type { ActivityDraft } from '@/types/activities'
import { cloud } from '../kit/cloud'
import { fail } from '../kit/failure'

/** WeChat judges at most this many characters at a time. */
const mostCharacters = 2500

interface Verdict {
  result: { suggest: 'pass' | 'review' | 'risky' }
}

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

/** The same for words that stand alone. The writer must have used WeChat within two hours, which a caller has. */
export const refuseBadWords = async (openid: string, words: readonly string[]): Promise<void> => {
  const text = words.join('\n')
  const parts = Array.from({ length: Math.ceil(text.length / mostCharacters) }, (_, i) =>
    text.slice(i * mostCharacters, (i + 1) * mostCharacters),
  )
  const verdicts = await Promise.all(
    parts.map(
      (content) =>
        cloud.openapi.security.msgSecCheck({
          openid,
          scene: 2,
          version: 2,
          content,
        }) as unknown as Promise<Verdict>,
    ),
  )
  if (verdicts.some(({ result }) => result.suggest !== 'pass')) fail('TextRefused')
}
