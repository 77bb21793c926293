import { dayOf, instantOf, type Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { haircutSessions, sessionFields, whole, type SessionDoc } from './store'

/** More sessions than are open at once: one a day, sixty days ahead. */
const most = 61

/** Sessions of today and after, soonest first, without anybody in them but the persons asked for. */
export const coming = async (
  centre: string,
  at: Instant,
  ...persons: string[]
): Promise<SessionDoc[]> => {
  const { documents } = await haircutSessions.of(centre).page({
    where: { endsAt: command.gt(instantOf(dayOf(at))) },
    by: ['endsAt', 'asc'],
    limit: most,
    fields: sessionFields(...persons),
  })
  return documents.map(whole)
}

/** Those people can book now or soon, nearest first: when one is full, there may be another close by. */
export const bookableOf = (sessions: readonly SessionDoc[], at: Instant): SessionDoc[] =>
  sessions.filter(({ state, endsAt }) => state === 'open' && at < endsAt)

/** The one on the square: today’s, also when it is over or called off; else the next. */
export const onSquare = (sessions: readonly SessionDoc[], at: Instant): SessionDoc | null => {
  const today = sessions.filter(({ day }) => day === dayOf(at))
  return today.find(({ state }) => state === 'open') ?? today[0] ?? sessions[0] ?? null
}
