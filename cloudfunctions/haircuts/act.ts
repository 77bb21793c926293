import type { Outcome } from '@/domain/haircuts/cancel'
import { stepBetween, type Session } from '@/domain/haircuts/session'
import type { Instant } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { take } from '../kit/step'
import { complete } from './complete'
import { haircutSessions, wholeSession, type SessionDoc } from './store'

/**
 * Does one thing to a session as a whole, in one step that is void when anything changed meanwhile; then everybody
 * concerned is told. The session as it is then.
 */
export const actOn = async (
  loaded: SessionDoc | null,
  at: Instant,
  rule: (session: SessionDoc) => Outcome,
): Promise<SessionDoc> => {
  const { centre, _id } = found(loaded)
  const acted = await decide(async (round) => {
    const before = found(round === 0 ? loaded : await wholeSession(centre, _id))
    const outcome = rule(before)
    if (outcome.outcome === 'refused') return fail(outcome.refusal.code, outcome.refusal.data)
    if (outcome.outcome === 'same') return before
    const after = { ...before, ...outcome.session }
    const step = outcome.step ?? stepBetween(before, after)
    if (!step) return before
    return (await take(haircutSessions.of(centre), _id, step)) ? after : again
  })
  if (!owesSomebody(acted)) return acted
  await complete(centre, _id, at)
  return found(await wholeSession(centre, _id))
}

/** What nobody waits for is left to the sweep. */
const owesSomebody = ({ claims, gone }: Session): boolean =>
  Object.values(gone).some(({ owed }) => owed !== null) ||
  Object.values(claims).some(
    ({ owed, state, keptIn }) => owed !== null || (state === 'keptForNext' && keptIn === null),
  )
