import { namedOn } from '@/domain/volunteers/shifts'
import { wantedBy } from '@/domain/volunteers/wanted'
import type { Instant } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { take } from '../kit/step'
import { tellAtOnce, type Telling } from '../notices/outbox'
import { followers } from './followers'
import { shifts, wholeShift, type ShiftDoc } from './store'
import { runsIt, tellingOfShift, tellingsOfSwaps } from './told'
import { writeHours } from './writeHours'

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
      const { key, owed, seen } = claim
      const person = namedOn(id, claim)
      // Who is not there yet need not come.
      const event = news?.event === 'shiftEnded' && !seen ? 'shiftCalledOff' : news?.event
      return [
        ...(owed ? [tellingOfShift(shift, 'shiftPut', person, key, at)] : []),
        ...(news && event ? [tellingOfShift(shift, event, person, news.key, at, why(shift))] : []),
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
        ...owedNothing('claims', claims, { owed: false }),
        // Why they left is for who is told, and nobody else.
        ...owedNothing('gone', gone, { owed: null, because: null }),
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
  nothing: Readonly<Record<string, unknown>>,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(of)
      .filter(([, { owed }]) => owed)
      .flatMap(([person]) =>
        Object.entries(nothing).map(([what, value]) => [`${field}.${person}.${what}`, value]),
      ),
  )
