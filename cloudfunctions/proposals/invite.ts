import { stands } from '@/domain/residents/person'
import { command } from '../kit/cloud'
import type { JobRun } from '../kit/jobs'
import { idsOf } from '../kit/subject'
import { tell } from '../notices/outbox'
import { people } from '../residents/store'
import { meetings, type MeetingDoc } from './store'
import { invitedTo } from './told'

/** People that one step looks at. */
const batch = 100

/**
 * Tells everybody of the place of a meeting for residents that it takes place, moved or does not, a hundred at a time, as
 * long as there is time and it has not begun. A step cut off is done again: notices have ids of their own.
 */
export const inviteOn = async (
  id: string,
  { centre, at, timeLeft }: Pick<JobRun, 'centre' | 'at' | 'timeLeft'>,
): Promise<void> => {
  const store = meetings.of(centre)
  while (timeLeft() > 0) {
    const meeting = await store.get(id)
    if (!meeting || meeting.inviting === null) return
    const { key, after } = meeting.inviting
    const next = at < meeting.startsAt ? await inviteSome(meeting) : null
    await store.change(id, next === null ? { inviting: null } : { 'inviting.after': next }, {
      'inviting.key': key,
      'inviting.after': command.eq(after),
    })
  }
}

/** Who proposed, co-signed or said that they come hears it with the step itself. */
const inviteSome = async (meeting: MeetingDoc): Promise<string | null> => {
  const { _id, centre, title, startsAt, node, inviting } = meeting
  if (inviting === null) return null
  const told = new Set(await invitedTo(meeting))
  const { key, note, after } = inviting
  const { documents, next } = await people.of(centre).page({
    where: { 'facts.path': node },
    by: ['_id', 'asc'],
    after: after ?? undefined,
    limit: batch,
    fields: { facts: true, openid: true, actors: true, mergedInto: true, erasedAt: true },
  })
  // Who has neither a phone nor family with one reads it on the notice board.
  const reached = documents.filter(
    (person) =>
      stands(person) &&
      !idsOf(person.facts).some((one) => told.has(one)) &&
      (person.openid !== null || Object.keys(person.actors).length > 0),
  )
  await tell(
    centre,
    reached.map(({ facts: { id, name } }) => ({
      ...{ event: 'meetingCalled' as const, person: { id, name }, thing: _id, key },
      ...{ data: { title, note, startsAt }, due: startsAt },
    })),
  )
  return next
}
