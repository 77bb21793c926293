import { balanced } from '@/domain/haircuts/balance'
import { admitKept } from '@/domain/haircuts/onTheDay'
import { stepBetween, withClaims, type Session } from '@/domain/haircuts/session'
import type { Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { OutcomeUnknown } from '../kit/failure'
import { take } from '../kit/step'
import { tellAtOnce } from '../notices/outbox'
import { nameless } from './show'
import { haircutSessions, wholeSession, type SessionDoc } from './store'
import { telling, tellingOfGone } from './told'

/** Rows of the outbox in one request; each person may have two. */
const batch = 50

/** Rounds of a run; what is left then, because others were faster each time, is left to the sweep. */
const mostRounds = 6

/**
 * Does all that a session still owes: numbers kept for the next date, counts, and what people are to be told. Safe to
 * repeat and to cut off: what is owed is struck off only when it is done and nothing changed meanwhile.
 */
export const complete = async (centre: string, session: string, at: Instant): Promise<void> => {
  for (let round = 0; round < mostRounds; round++)
    try {
      if (await completed(centre, session, at)) return
    } catch (error) {
      // The next round reads what became of it.
      if (!(error instanceof OutcomeUnknown)) throw error
    }
}

/** True when nothing is owed any more; false when something changed, and it must be looked at again. */
const completed = async (centre: string, session: string, at: Instant): Promise<boolean> => {
  const document = await wholeSession(centre, session)
  if (!document) return true
  if (document.keeps && (await keepForNext(document, at))) return false
  const store = haircutSessions.of(centre)
  const step = stepBetween(document, balanced(document, at))
  if (step) {
    await take(store, session, step)
    return false
  }
  if (!document.owes) return true
  const owing = Object.entries(document.claims).filter(([, { owed }]) => owed !== null)
  const gone = Object.entries(document.gone).filter(([, { owed }]) => owed !== null)
  const tellings = [
    ...owing
      .filter(([who]) => !who.startsWith(`${centre}_${nameless}`))
      .map(([who, claim]) => telling(document, who, claim, claim.owed!, at)),
    ...gone.map(([who, { owed, by }]) => tellingOfGone(document, who, owed!, by, at)),
  ]
  for (let from = 0; from < tellings.length; from += batch)
    await tellAtOnce(centre, tellings.slice(from, from + batch))
  return take(store, session, {
    guard: { equal: { seq: document.seq } },
    change: {
      set: {
        owes: false,
        ...Object.fromEntries(owing.map(([who]) => [`claims.${who}.owed`, null])),
        ...Object.fromEntries(gone.map(([who]) => [`gone.${who}.owed`, null])),
      },
      inc: { seq: 1 },
    },
  })
}

/** The next session that is not called off, or null while there is none. */
const nextAfter = async (
  { centre, day, _id }: SessionDoc,
  at: Instant,
): Promise<SessionDoc | null> => {
  const { documents } = await haircutSessions.of(centre).page({
    where: { state: 'open', endsAt: command.gt(at), day: command.gt(day) },
    by: ['endsAt', 'asc'],
    limit: 1,
    fields: { endsAt: true },
  })
  const [next] = documents
  return next && next._id !== _id ? wholeSession(centre, next._id) : null
}

/**
 * Gives those whose number is kept one in the next session, and writes down here where it is. In this order: cut off in
 * between, they are found there and get no second one. False when there is nothing to do, or no next session yet.
 */
const keepForNext = async (session: SessionDoc, at: Instant): Promise<boolean> => {
  const { centre, _id } = session
  const kept = Object.entries(session.claims).filter(
    ([, { state, keptIn }]) => state === 'keptForNext' && keptIn === null,
  )
  const next = await nextAfter(session, at)
  if (!next || kept.length === 0) return false
  const store = haircutSessions.of(centre)
  const admitted = kept.reduce<Session>(
    (after, [who, claim]) => admitKept(after, who, claim, _id, at),
    next,
  )
  const admission = stepBetween(next, admitted)
  if (admission && !(await take(store, next._id, admission))) return true
  const marked = withClaims(
    session,
    Object.fromEntries(kept.map(([who, claim]) => [who, { ...claim, keptIn: next._id }])),
  )
  await take(store, _id, stepBetween(session, marked)!)
  await complete(centre, next._id, at)
  return true
}
