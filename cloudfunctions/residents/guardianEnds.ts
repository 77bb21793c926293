import { guardedUntil, leaveEnds, tellLeaveDaysBefore } from '@/domain/residents/acting'
import { birthday } from '@/domain/residents/age'
import { addDays, dayOf, instantOf, type Day } from '@/types/shared/day'
import { command } from '../kit/cloud'
import type { Job } from '../kit/jobs'
import { tell, type Telling } from '../notices/outbox'
import { namesOf, people, type PersonDoc } from './store'

const batch = 100

/** Days the job may be late and still tell of a birthday that is over. */
const lateDays = 30

/**
 * Tells whoever acts for a child thirty days before the 14th birthday that their leave ends, and on the day that it did.
 * Which it is follows from the clock; notices of one birthday have one id, so telling again adds none.
 */
export const guardianEnds: Job['run'] = async ({ centre, at, cursor }) => {
  const today = dayOf(at)
  const { documents, next } = await people.of(centre).page({
    where: {
      'facts.birthDate': command
        .gte(bornBefore(addDays(today, -lateDays)))
        .and(command.lte(bornBefore(addDays(today, tellLeaveDaysBefore)))),
    },
    by: ['facts.birthDate', 'asc'],
    after: cursor ?? undefined,
    limit: batch,
    fields: { facts: true, actors: true },
  })
  const concerned = documents.flatMap((child) => endingOf(child, today))
  const names = await namesOf(
    centre,
    concerned.map(({ actor }) => actor),
  )
  await tell(
    centre,
    concerned.map(({ child, actor, end, event }): Telling => ({
      event,
      person: { id: actor, name: names.get(actor) ?? '' },
      // Who is named in it, so that the notice goes when they do.
      thing: child.facts.id,
      key: end,
      data: { name: child.facts.name, until: end },
      due: instantOf(event === 'guardianEnds' ? end : addDays(end, lateDays + 1)),
    })),
  )
  return { handled: concerned.length, cursor: next }
}

/** Born on that day or earlier, one is 14 on the day; 29 February comes in with the first of March. */
const bornBefore = (day: Day): Day => birthday(day, -guardedUntil)

const endingOf = (child: PersonDoc, today: Day) =>
  Object.entries(child.actors).flatMap(([actor, { since }]) => {
    const end = leaveEnds(child.facts.birthDate, since)
    if (end === null || end > addDays(today, tellLeaveDaysBefore)) return []
    const event = today < end ? ('guardianEnds' as const) : ('guardianEnded' as const)
    return [{ child, actor, end, event }]
  })
