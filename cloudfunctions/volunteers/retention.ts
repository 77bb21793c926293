import { addDays, dayOf, instantOf, type Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { forEachDocument } from '../kit/each'
import type { JobRun } from '../kit/jobs'
import { take } from '../kit/step'
import { hoursEntries, shifts, wholeShift } from './store'

/** When somebody came and went is kept for a year, as who was at an activity is; the hours stay. */
const keptDays = 366

const longAgo = (at: Instant): Instant => instantOf(addDays(dayOf(at), -keptDays))

/** Takes coming and going out of shifts of long ago. */
export const forgetSeen = (run: JobRun) =>
  forEachDocument(
    'volunteers.forgetSeen',
    shifts,
    run,
    { where: { attending: false, endsAt: command.lt(longAgo(run.at)) }, fields: { endsAt: true } },
    async ({ _id }) => {
      const shift = await wholeShift(run.centre, _id)
      if (!shift) return
      await take(shifts.of(run.centre), _id, {
        guard: { equal: { seq: shift.seq } },
        change: {
          unset: [
            'attending',
            ...Object.entries(shift.claims)
              .filter(([, { seen }]) => seen)
              .map(([person]) => `claims.${person}.seen`),
          ],
        },
      })
    },
  )

const batch = 200

/** And out of the entries of hours that followed from it. */
export const forgetSeenOfHours = async ({ centre, at }: JobRun) => {
  const store = hoursEntries.of(centre)
  const old = await store.find({
    where: { 'seen.in': command.lt(longAgo(at)) },
    limit: batch,
    fields: { _id: true },
  })
  if (old.length > 0)
    await store.changeAll(
      { _id: command.in(old.map(({ _id }) => _id)) },
      { seen: command.remove() },
    )
  return { handled: old.length, cursor: old.length === batch ? 'more' : null }
}
