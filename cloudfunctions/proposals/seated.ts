import type { Decision } from '@/domain/proposals/record'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { take } from '../kit/step'
import { meetings, type MeetingDoc } from './store'

/** Gives or takes back one place, or puts somebody down as here. The meeting as it is then. */
export const seated = async (
  first: MeetingDoc,
  rule: (meeting: MeetingDoc) => Decision,
): Promise<MeetingDoc> => {
  const { centre, _id } = first
  const store = meetings.of(centre)
  await decide(async (round) => {
    const decision = rule(round === 0 ? first : found(await store.get(_id)))
    if (decision.outcome === 'refused') return fail(decision.refusal.code)
    if (decision.outcome === 'same') return
    return (await take(store, _id, decision.step)) ? undefined : again
  })
  return found(await store.get(_id))
}
