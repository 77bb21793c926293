import { tellDaysBefore } from '@/domain/residents/verification'
import { addDays, dayOf, instantOf } from '@/types/shared/day'
import { command } from '../kit/cloud'
import type { Job } from '../kit/jobs'
import { tell } from '../notices/outbox'
import { people } from './store'

const batch = 100

/** Thirty days before a verification ends the person is told, or the family of one without a phone; once for each end. */
export const verificationEnds: Job['run'] = async ({ centre, at }) => {
  const today = dayOf(at)
  const store = people.of(centre)
  const ending = await store.find({
    where: {
      endTold: false,
      'facts.verifiedUntil': command.gte(today).and(command.lte(addDays(today, tellDaysBefore))),
    },
    limit: batch,
  })
  await tell(
    centre,
    ending.map(({ _id, facts }) => {
      const until = facts.verifiedUntil ?? today
      return {
        event: 'verificationEnds',
        person: { id: _id, name: facts.name },
        thing: null,
        key: until,
        data: { until },
        due: instantOf(addDays(until, 1)),
      }
    }),
  )
  for (const { _id, facts } of ending)
    await store.change(_id, { endTold: true }, { 'facts.verifiedUntil': facts.verifiedUntil })
  return { handled: ending.length, cursor: ending.length === batch ? 'more' : null }
}
