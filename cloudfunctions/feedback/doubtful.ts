import { fail } from '../kit/failure'
import { verdictOnWords } from '../media/words'

/** Harmful words are refused at once; what is in doubt, or cannot be judged now, is for staff to look at. */
export const isDoubtful = async (openid: string, words: readonly string[]): Promise<boolean> => {
  if (words.length === 0) return false
  const verdict = await verdictOnWords(openid, words)
  if (verdict === 'risky') return fail('TextRefused')
  return verdict !== 'pass'
}
