import { answerable } from '@/domain/notices/calls'
import type { NoticeEvent } from '@/types/notices'
import { dayOf, type Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { people } from '../kit/passport'
import { namesOf, nodes } from '../residents/store'
import type { Telling } from '../notices/outbox'
import type { Named } from '@/domain/volunteers/shifts'
import type { ShiftDoc } from './store'

/** On the day of a shift these cannot wait until the morning, nor for the job. */
const pressing: ReadonlySet<NoticeEvent> = new Set<NoticeEvent>([
  'shiftCalledOff',
  'shiftEnded',
  'shiftMoved',
  'shiftOnAgain',
  'shiftLeft',
  'shiftSwapWaits',
  'shiftSwapTaken',
  'shiftSwapAgreed',
  'shiftSwapRefused',
])

/** What somebody is told about a shift, and who acted for them, in time to come or to stay at home. */
export const tellingOfShift = (
  { _id: thing, title, placeName, startsAt, endsAt }: ShiftDoc,
  event: NoticeEvent,
  { actor = null, ...person }: Omit<Named, 'actor'> & { actor?: string | null },
  key: string,
  at: Instant,
  more: Telling['data'] = {},
): Telling => ({
  event,
  person: { id: person.id, name: person.name },
  actor,
  thing,
  key,
  data: { title, placeName, startsAt, ...more },
  due: at < startsAt ? startsAt : endsAt,
  urgent: pressing.has(event) && dayOf(at) === dayOf(startsAt),
})

/** Who is told what of the swaps of a shift: whose place it was, who comes or not, and who runs it. */
export const tellingsOfSwaps = async (
  shift: ShiftDoc,
  runner: Telling['person'] | null,
  at: Instant,
): Promise<Telling[]> => {
  const { centre, swapNews } = shift
  const unnamed = Object.values(swapNews).flatMap(({ taker }) => (taker.name ? [] : [taker.id]))
  const names = await namesOf(centre, unnamed)
  return Object.entries(swapNews).flatMap(([key, { what, from, taker: named }]) => {
    const taker = { ...named, name: named.name || (names.get(named.id) ?? '') }
    const telling = (event: NoticeEvent, person: Named, note: string): Telling =>
      tellingOfShift(shift, event, person, key, at, { note })
    const toRunner = (event: NoticeEvent, note: string): Telling[] =>
      runner ? [telling(event, runner, note)] : []
    switch (what) {
      case 'made':
        return [
          telling('shiftSwapTaken', from, `${taker.name}来替`),
          ...toRunner('shiftSwapMade', `${from.name}换成${taker.name}`),
        ]
      case 'waits':
        return toRunner('shiftSwapWaits', `${taker.name}愿意替${from.name}来`)
      case 'agreed':
        return [
          telling('shiftSwapTaken', from, `${taker.name}来替`),
          telling('shiftSwapAgreed', taker, `替${from.name}`),
        ]
      case 'refused':
        return [
          telling('shiftSwapRefused', from, '这一班还是要来'),
          telling('shiftSwapRefused', taker, '这一班不用来'),
        ]
      case 'dropped':
        return [telling('shiftSwapRefused', taker, '这一班不用来')]
    }
  })
}

/** Who runs the service a shift is for: the owner of its place, else the staff member who made it. */
export const runsIt = async (
  { centre, path, madeBy }: ShiftDoc,
  at: Instant,
): Promise<Telling['person'] | null> => {
  const above = await nodes
    .of(centre)
    .find({ where: { _id: command.in([...path]) }, limit: path.length })
  const id = answerable(path, above, at) ?? madeBy
  return id === null ? null : ((await people.of(centre).get(id, { facts: true }))?.facts ?? null)
}
