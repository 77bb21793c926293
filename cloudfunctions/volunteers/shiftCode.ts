import { areOpen, shownUntil } from '@/domain/shared/rotatingCode'
import { attended, codeAt, doorsOf, textOf } from '@/domain/volunteers/attendance'
import { link } from '@/types/shared/links'
import type { Instant } from '@/types/shared/day'
import { volunteers } from '@/types/volunteers'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { sign } from '../kit/secrets'
import { wholeShift, type ShiftDoc } from './store'

/** What a phone or a screen shows at a moment: a new code each minute, from before the shift until after it. */
export const codeShown = (
  shift: ShiftDoc,
  at: Instant,
): { link: string | null; validUntil: Instant | null } => {
  if (shift.state === 'calledOff' || !areOpen(doorsOf(shift, true), at))
    return { link: null, validUntil: null }
  const code = codeAt(shift._id, at)
  return {
    link: link({ to: 'shiftCheckIn', code: sign('shift', textOf(code)) }),
    validUntil: shownUntil(code),
  }
}

/** For a screen where volunteers meet: the code, and how many are here. */
export const shiftCode = procedure(volunteers, 'shiftCode', {
  load: ({ centre, input }) => wholeShift(centre, input.shift),

  // A display link is for one shift: its path ends with that shift's id.
  place: ({ loaded }) => {
    const { path, _id } = found(loaded)
    return [...path, _id]
  },

  run({ loaded, display, at }) {
    if (display && display.shows !== 'shift') fail('NotAllowed')
    const shift = found(loaded)
    const { title, placeName, startsAt, endsAt } = shift
    const on = Object.values(shift.claims)
    return Promise.resolve({
      ...{ title, placeName, startsAt, endsAt },
      ...codeShown(shift, at),
      here: on.filter(({ seen }) => seen && attended(shift, seen, at).out === null).length,
      on: on.length,
    })
  },
})
