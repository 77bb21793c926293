import type { Instant } from '@/types/shared/day'
import { found } from '../kit/failure'
import { coming, onSquare } from './coming'
import { wholeSession, type SessionDoc } from './store'

/** The session asked for, or the one that is on the square or comes next; with everybody in it. */
export const sessionShown = async (
  centre: string,
  asked: string | undefined,
  at: Instant,
): Promise<SessionDoc | null> => {
  if (asked !== undefined) return found(await wholeSession(centre, asked))
  const next = onSquare(await coming(centre, at), at)
  return next && wholeSession(centre, next._id)
}
