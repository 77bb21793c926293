import { addDays, dayOf, instantOf, type Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import type { JobRun } from '../kit/jobs'
import { removeSome } from '../kit/removal'
import { attendances, registrations } from './store'

const batch = 200

/** The beginning of the day that many days ago. */
const daysAgo = (at: Instant, days: number): Instant => instantOf(addDays(dayOf(at), -days))

/** Check-ins are kept for a year; reports that need them longer are made and kept before. */
const checkInDays = 366

export const forgetCheckIns = ({ centre, at }: JobRun) =>
  removeSome(attendances.of(centre), { startsAt: command.lt(daysAgo(at, checkInDays)) })

/** What was asked for a course, such as who may collect a child, is kept for half a year after it. */
const formDays = 183

/** Nights that may be missed before a form would be passed over. */
const missedDays = 60

export const forgetForms = async ({ centre, at, cursor }: JobRun) => {
  const store = registrations.of(centre)
  const before = daysAgo(at, formDays)
  const { documents, next } = await store.page({
    where: {
      endsAt: command.gte(daysAgo(at, formDays + missedDays)).and(command.lt(before)),
    },
    by: ['endsAt', 'asc'],
    after: cursor ?? undefined,
    limit: batch,
    fields: { endsAt: true, guardian: true, answers: true },
  })
  const filled = documents.filter(({ guardian, answers }) => guardian || answers.length > 0)
  if (filled.length > 0)
    await store.changeAll(
      { _id: command.in(filled.map(({ _id }) => _id)) },
      { guardian: null, answers: [] },
    )
  return { handled: filled.length, cursor: next }
}
