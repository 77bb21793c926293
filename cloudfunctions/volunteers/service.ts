import { touched, withKey } from '@/domain/shared/step'
import {
  askedAnew,
  droppedWith,
  endsEarly,
  moves,
  namedOn,
  type SwapNews,
} from '@/domain/volunteers/shifts'
import { again, decide } from '../kit/attempts'
import { now } from '../kit/clock'
import { take } from '../kit/step'
import { newShift } from './newShift'
import { shifts, wholeShift, type ShiftDoc } from './store'

type Asked = Pick<
  ShiftDoc,
  'kind' | 'title' | 'placeName' | 'startsAt' | 'endsAt' | 'needed' | 'thing' | 'path' | 'skills'
>

/**
 * Lets a service ask for its volunteers: the shift is made, or follows the service to another time, place or number.
 * The sweep tells who is on it. Never fewer than are on it already; who was told to stay at home is asked anew.
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
    if (before.edits.includes(key)) return
    const anew = before.state === 'calledOff' ? askedAnew(before, key, now()) : {}
    const people = before.people.filter((person) => !(person in anew))
    const needed = Math.max(asked.needed, people.length)
    const told = before.state === 'calledOff' ? null : before.news
    const taken = await take(store, _id, {
      guard: { equal: { seq: before.seq } },
      change: {
        set: {
          ...touched.set,
          ...asked,
          needed,
          left: needed - people.length,
          people,
          state: 'open',
          because: null,
          edits: withKey(before.edits, key),
          ...(before.leader !== null && before.leader in anew && { leader: null }),
          ...(before.swapUntil > 0 && { swapUntil: asked.startsAt }),
          news: people.length > 0 && moves(before, asked) ? { event: 'shiftMoved', key } : told,
          ...Object.fromEntries(
            Object.entries(anew).map(([person, gone]) => [`gone.${person}`, gone]),
          ),
        },
        unset: Object.keys(anew).map((person) => `claims.${person}`),
        inc: { ...touched.inc, rev: 1 },
      },
    })
    return taken ? undefined : again
  })
}

/**
 * Calls a shift off; the sweep, or `complete`, tells who is on it. One that has begun is over at once instead: the time
 * of who came counts.
 */
export const callOff = (
  centre: string,
  shift: string,
  because: string,
  key: string,
): Promise<void> =>
  decide(async () => {
    const before = await wholeShift(centre, shift)
    const at = now()
    if (!before || before.state === 'calledOff' || before.edits.includes(key)) return
    if (at >= before.endsAt) return
    const endsAt = endsEarly(before, at)
    const taken = await take(shifts.of(centre), shift, {
      guard: { equal: { seq: before.seq } },
      change: {
        set: {
          ...touched.set,
          ...(endsAt === null ? { state: 'calledOff' } : { endsAt }),
          swapUntil: 0,
          because,
          edits: withKey(before.edits, key),
          news: { event: endsAt === null ? 'shiftCalledOff' : 'shiftEnded', key },
          ...waiting(before, key),
        },
        inc: { ...touched.inc, rev: 1 },
      },
    })
    return taken ? undefined : again
  })

/** Whoever waits to take a place on it hears that there is none. */
const waiting = ({ claims }: ShiftDoc, key: string): Record<string, SwapNews> =>
  Object.assign(
    {},
    ...Object.entries(claims).map(([id, claim], n) =>
      droppedWith(claim, namedOn(id, claim), `${key}-${n}`),
    ),
  )
