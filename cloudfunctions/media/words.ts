import { cloud } from '../kit/cloud'
import { fail } from '../kit/failure'
import { randomToken } from '../kit/ids'
import { faultOf, log } from '../kit/log'

/** WeChat judges at most this many characters at a time. */
const mostCharacters = 2500

interface Answer {
  result: { suggest: 'pass' | 'review' | 'risky' }
}

/** `review`: WeChat is not sure, so a person looks. `unknown`: it did not answer. */
export type WordsVerdict = 'pass' | 'review' | 'risky' | 'unknown'

const answers = (openid: string, words: readonly string[]): Promise<Answer[]> => {
  const text = words.join('\n')
  const parts = Array.from({ length: Math.ceil(text.length / mostCharacters) }, (_, i) =>
    text.slice(i * mostCharacters, (i + 1) * mostCharacters),
  )
  return Promise.all(
    parts.map(
      (content) =>
        cloud.openapi.security.msgSecCheck({
          ...{ openid, scene: 2, version: 2, content },
        }) as unknown as Promise<Answer>,
    ),
  )
}

const worst = (all: readonly Answer[]): WordsVerdict =>
  (['risky', 'review'] as const).find((one) => all.some(({ result }) => result.suggest === one)) ??
  'pass'

/**
 * What WeChat says of words somebody wrote; it fails when WeChat does not answer. The writer must have used WeChat
 * within two hours, which a caller has.
 */
const judgeWords = async (
  openid: string,
  words: readonly string[],
): Promise<Exclude<WordsVerdict, 'unknown'>> =>
  worst(await answers(openid, words)) as Exclude<WordsVerdict, 'unknown'>

/** What WeChat says, for what is kept and held for staff when WeChat does not answer. */
export const verdictOnWords = async (
  openid: string,
  words: readonly string[],
): Promise<WordsVerdict> => {
  try {
    return await judgeWords(openid, words)
  } catch (error) {
    log({
      ...{ level: 'warn', requestId: randomToken(), module: 'media', procedure: 'words' },
      fault: faultOf(error),
    })
    return 'unknown'
  }
}

/**
 * For words that others read at once: `TextRefused` when WeChat holds them for harmful or would have a person look,
 * `CheckAway` while it does not answer: they wait where they were written.
 */
export const refuseBadWords = async (openid: string, words: readonly string[]): Promise<void> => {
  const verdict = await verdictOnWords(openid, words)
  if (verdict === 'unknown') fail('CheckAway')
  if (verdict !== 'pass') fail('TextRefused')
}
