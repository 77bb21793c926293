import { touched } from '@/domain/volunteers/shifts'
import { again, decide } from '../kit/attempts'
import { take } from '../kit/step'
import { newShift } from './newShift'
import { shifts, wholeShift, type ShiftDoc } from './store'

type Asked = Pick<
  ShiftDoc,
  'kind' | 'title' | 'placeName' | 'startsAt' | 'endsAt' | 'needed' | 'thing' | 'path'
>

/**
 * Lets a service ask for its volunteers: the shift is made, or follows the service to another time, place or number.
 * The sweep tells who is on it. Never fewer than are on it already.
 */
export const askFor = async (
  centre: string,
  _id: string,
  asked: Asked,
  key: string,
): Promise<void> => {
  const store = shifts.of(centre)
  await decide(async () => {
    const before = await wholeShift(centre, _id)
    if (!before)
      return (await store.insert(newShift(centre, _id, asked, null, key))) ? undefined : again
    if (before.editedBy === key) return
    const needed = Math.max(asked.needed, before.people.length)
    const moved = before.startsAt !== asked.startsAt || before.placeName !== asked.placeName
    const taken = await take(store, _id, {
      guard: { equal: { seq: before.seq } },
      change: {
        set: {
          ...touched.set,
          ...asked,
          needed,
          left: needed - before.people.length,
          state: 'open',
          because: null,
          editedBy: key,
          news: moved ? { event: 'shiftPut', key } : null,
        },
        inc: { ...touched.inc, rev: 1 },
      },
    })
    return taken ? undefined : again
  })
}

/** Calls a shift off; the sweep, or `complete`, tells who is on it. */
export const callOff = (
  centre: string,
  shift: string,
  because: string,
  key: string,
): Promise<void> =>
  decide(async () => {
    const before = await wholeShift(centre, shift)
    if (!before || before.state === 'calledOff') return
    const taken = await take(shifts.of(centre), shift, {
      guard: { equal: { seq: before.seq } },
      change: {
        set: {
          ...touched.set,
          state: 'calledOff',
          because,
          editedBy: key,
          news: { event: 'shiftCalledOff', key },
        },
        inc: { ...touched.inc, rev: 1 },
      },
    })
    return taken ? undefined : again
  })
