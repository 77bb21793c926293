import { isEve } from '@/domain/shared/eve'
import { longestShiftMs, namedOn } from '@/domain/volunteers/shifts'
import { addDays, dayOf, instantOf } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { forEachDocument } from '../kit/each'
import type { JobRun } from '../kit/jobs'
import { tell } from '../notices/outbox'
import { shifts, wholeShift } from './store'
import { tellingOfShift } from './told'

/**
 * Reminds everybody who said yes to a shift, from the eve on, once for each time it begins: some said so four weeks ago.
 * A run that comes late, or was cut off, is made up for by the next.
 */
export const remindOfShifts = (run: JobRun) => {
  const until = instantOf(addDays(dayOf(run.at), 2))
  return forEachDocument(
    'volunteers.reminders',
    shifts,
    run,
    {
      where: {
        state: 'open',
        // A night shift ends on the day after.
        endsAt: command.and([command.gt(run.at), command.lt(until + longestShiftMs)]),
        startsAt: command.and([command.gt(run.at), command.lt(until)]),
      },
      fields: { startsAt: true, remindedFor: true, people: true },
    },
    async ({ _id, startsAt, remindedFor, people }) => {
      if (people.length === 0 || remindedFor === startsAt) return
      if (!isEve(dayOf(startsAt), startsAt, run.at)) return
      const shift = await wholeShift(run.centre, _id)
      if (shift?.state !== 'open' || shift.startsAt !== startsAt) return
      await tell(
        run.centre,
        Object.entries(shift.claims).map(([id, claim]) =>
          tellingOfShift(
            shift,
            'shiftTomorrow',
            namedOn(id, claim),
            `${claim.key}-${startsAt}`,
            run.at,
            {
              ...(shift.bring !== '' && { note: `要带：${shift.bring}` }),
            },
          ),
        ),
      )
      // At another time meanwhile, it is another one to remind of.
      await shifts.of(run.centre).change(_id, { remindedFor: startsAt }, { startsAt })
    },
  )
}
