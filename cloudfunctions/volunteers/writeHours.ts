import { attended, system } from '@/domain/volunteers/attendance'
import type { ShiftClaim } from '@/domain/volunteers/shifts'
import { dayOf } from '@/types/shared/day'
import { repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { found } from '../kit/failure'
import {
  balanceId,
  emptyBalance,
  hoursBalances,
  hoursEntries,
  proposedEntry,
  type HoursEntryDoc,
  type ShiftDoc,
} from './store'

type SeenOfHours = NonNullable<HoursEntryDoc['seen']>

/** The records of hours of people on it. The balances first: whoever decides an entry finds one there. */
export const writeHours = async (shift: ShiftDoc): Promise<void> => {
  const { _id, centre, path, kind, startsAt, claims } = shift
  const owners = Object.values(claims).flatMap(({ hours }) => hours?.owed?.person ?? [])
  await hoursBalances.of(centre).insertAll(owners.map((person) => emptyBalance(centre, person)))
  await hoursEntries.of(centre).insertAll(
    Object.values(claims).flatMap(({ hours, seen }) =>
      hours?.owed
        ? [
            proposedEntry(centre, {
              _id: hours.entry,
              person: hours.owed.person,
              path,
              day: dayOf(startsAt),
              minutes: hours.minutes,
              what: hours.owed.what,
              shift: _id,
              kind,
              ...seenOf(shift, { hours, seen }),
              enteredBy: hours.by,
              at: hours.owed.at,
            }),
          ]
        : [],
    ),
  )
  for (const claim of Object.values(claims)) {
    const { hours } = claim
    const { seen } = seenOf(shift, claim)
    if (hours?.owed?.again && seen)
      await rewrite(centre, hours.entry, { minutes: hours.minutes, seen })
  }
}

/** From when to when they were there, where hours follow from it. */
const seenOf = (
  shift: ShiftDoc,
  { hours, seen }: Pick<ShiftClaim, 'hours' | 'seen'>,
): { seen?: SeenOfHours } => {
  if (!seen || !hours?.owed || hours.by !== system) return {}
  const { in: came, out, by, flags } = attended(shift, seen, hours.owed.at)
  return { seen: { n: seen.n, in: came, out, by, flags } }
}

/**
 * Hours that follow what came in late, while nobody decided them. Whoever read the entry before reads it again, for the
 * balance decides; and what they decided it on is what stays in the entry.
 */
const rewrite = async (
  centre: string,
  entry: string,
  { minutes, seen }: { minutes: number; seen: SeenOfHours },
): Promise<void> => {
  const older = { state: 'proposed', 'seen.n': command.lt(seen.n) }
  const changed = await repeat(() =>
    hoursEntries.of(centre).change(entry, { minutes, seen: command.set(seen) }, older),
  )
  if (!changed) return
  const { person } = found(await hoursEntries.of(centre).get(entry, { person: true }))
  await repeat(() =>
    hoursBalances.of(centre).change(balanceId(centre, person), { rev: command.inc(1) }),
  )
}
