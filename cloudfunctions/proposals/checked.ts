import { fail } from '../kit/failure'
import { verdictOnWords } from '../media/words'

/**
 * Words of a resident: refused when WeChat holds them for harmful. Whether it looked at them: while its check is out of
 * order, or not sure, nothing is lost and nothing published; staff look.
 */
export const checkedOrHeld = async (openid: string, words: readonly string[]): Promise<boolean> => {
  const verdict = await verdictOnWords(openid, words)
  if (verdict === 'risky') fail('TextRefused')
  return verdict === 'pass'
}

/** Words of a resident that staff read and let through as they are: where WeChat is not sure, staff are. */
export const refuseHarmful = async (openid: string, words: readonly string[]): Promise<void> => {
  const verdict = await verdictOnWords(openid, words)
  if (verdict === 'unknown') fail('CheckAway')
  if (verdict === 'risky') fail('TextRefused')
}
