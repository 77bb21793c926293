import { system } from '@/domain/volunteers/attendance'
import { namedOn, type Seen } from '@/domain/volunteers/shifts'
import { wantedBy } from '@/domain/volunteers/wanted'
import { dayOf, type Instant } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { take } from '../kit/step'
import { tellAtOnce, type Telling } from '../notices/outbox'
import { followers } from './followers'
import {
  hoursEntries,
  shifts,
  wholeShift,
  type ShiftDoc,
  emptyBalance,
  hoursBalances,
  type HoursEntryDoc,
} from './store'
import { runsIt, tellingOfShift, tellingsOfSwaps } from './told'

/**
 * Does all that a shift still owes: what it serves follows who is on it, everybody concerned is told, and searches
 * find it while it needs people. Safe to
 * repeat and to cut off: what is owed is struck off only when it is done and nothing changed meanwhile.
 */
export const complete = (centre: string, shift: string, at: Instant): Promise<void> =>
  decide(async () => {
    const document = await wholeShift(centre, shift)
    if (!document?.owes) return
    await followers[document.kind]?.(document, at)
    await writeHours(document)
    await tellAtOnce(centre, await tellingsOf(document, at))
    return (await strikeOff(document)) ? undefined : again
  })

const tellingsOf = async (shift: ShiftDoc, at: Instant): Promise<Telling[]> => {
  const { claims, gone, news, swapNews } = shift
  const left = Object.entries(gone).filter(([, { owed }]) => owed !== null)
  const swapped = Object.keys(swapNews).length > 0
  const runner = left.length > 0 || swapped ? await runsIt(shift, at) : null
  return [
    ...(swapped ? await tellingsOfSwaps(shift, runner, at) : []),
    ...Object.entries(claims).flatMap(([id, claim]): Telling[] => {
      const { key, owed } = claim
      const person = namedOn(id, claim)
      return [
        ...(owed ? [tellingOfShift(shift, 'shiftPut', person, key, at)] : []),
        ...(news ? [tellingOfShift(shift, news.event, person, news.key, at, why(shift))] : []),
      ]
    }),
    ...left.flatMap(([id, { owed, by, byOther, because, askedAnew = false }]): Telling[] => {
      const person = namedOn(id, owed ?? { name: '' })
      if (askedAnew) return [tellingOfShift(shift, 'shiftOnAgain', person, by, at)]
      const note = `${owed?.name ?? ''}来不了了`
      const data = { note, ...(because !== null && { because }) }
      return [
        ...(byOther
          ? [
              tellingOfShift(shift, 'shiftCalledOff', person, by, at, {
                ...(because !== null && { because }),
              }),
            ]
          : []),
        ...(runner ? [tellingOfShift(shift, 'shiftLeft', runner, by, at, data)] : []),
      ]
    }),
  ]
}

/** The records of hours of people on it. The balances first: whoever decides an entry finds one there. */
const writeHours = async (shift: ShiftDoc): Promise<void> => {
  const { _id, centre, path, kind, startsAt, claims } = shift
  const owners = Object.values(claims).flatMap(({ hours }) => hours?.owed?.person ?? [])
  await hoursBalances.of(centre).insertAll(owners.map((person) => emptyBalance(centre, person)))
  await hoursEntries.of(centre).insertAll(
    Object.values(claims).flatMap(({ hours, seen }) =>
      hours?.owed
        ? [
            {
              _id: hours.entry,
              centre,
              v: 1,
              person: hours.owed.person,
              path,
              day: dayOf(startsAt),
              minutes: hours.minutes,
              what: hours.owed.what,
              shift: _id,
              kind,
              ...(seen && hours.by === system && { seen: seenOf(seen) }),
              state: 'proposed' as const,
              enteredBy: hours.by,
              decidedBy: null,
              secondPerson: null,
              because: null,
              at: hours.owed.at,
            },
          ]
        : [],
    ),
  )
}

const seenOf = ({ in: came, out, by, flags }: Seen): HoursEntryDoc['seen'] => ({
  in: came,
  out,
  by,
  flags,
})

const why = ({ because }: ShiftDoc): Telling['data'] => (because === null ? {} : { because })

const strikeOff = (shift: ShiftDoc): Promise<boolean> => {
  const { _id, centre, seq, claims, gone, swapNews } = shift
  return take(shifts.of(centre), _id, {
    guard: { equal: { seq } },
    change: {
      set: {
        owes: false,
        news: null,
        wanted: wantedBy(shift),
        ...owedNothing('claims', claims, false),
        ...owedNothing('gone', gone, null),
        ...Object.fromEntries(
          Object.entries(claims)
            .filter(([, { hours }]) => hours?.owed)
            .map(([person]) => [`claims.${person}.hours.owed`, null]),
        ),
      },
      unset: Object.keys(swapNews).map((key) => `swapNews.${key}`),
      inc: { seq: 1 },
    },
  })
}

const owedNothing = (
  field: string,
  of: Readonly<Record<string, { owed: unknown }>>,
  nothing: false | null,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(of)
      .filter(([, { owed }]) => owed)
      .map(([person]) => [`${field}.${person}.owed`, nothing]),
  )
