import type { Period } from '@/domain/honours/certificate'
import type { Day, Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { namesOf } from '../residents/store'
import { shifts, type HoursEntryDoc, type ShiftDoc } from '../volunteers/store'
import { entriesOf, ledgerOf } from './ledger'

/** One confirmed entry as the ministry's record names it. */
export interface ServiceRecord {
  name: string
  day: Day
  minutes: number
  what: string
  /** The shift it was given on, when there was one. */
  shift: { placeName: string; startsAt: Instant; endsAt: Instant } | null
  /** Where and in which part of the day, where no shift says so. */
  visit: NonNullable<HoursEntryDoc['visit']> | null
  enteredBy: string
  confirmedBy: string
}

/** Documents of one request. */
const stretch = 500

/** All confirmed entries of a period, by day. */
export const recordsOf = async (centre: string, period: Period): Promise<ServiceRecord[]> => {
  const lines = await ledgerOf(centre, null, period)
  const entries = await entriesOf(centre, lines)
  const [names, served] = await Promise.all([
    namesIn(centre, [
      ...lines.flatMap(({ person, by }) => [person, by]),
      ...[...entries.values()].map(({ enteredBy }) => enteredBy),
    ]),
    shiftsIn(
      centre,
      [...entries.values()].flatMap(({ shift }) => shift ?? []),
    ),
  ])
  return lines.map(({ _id, person, day, minutes, by }) => {
    const entry = entries.get(_id)
    return {
      ...{ day, minutes },
      name: names.get(person) ?? '',
      what: entry?.what ?? '',
      shift: served.get(entry?.shift ?? '') ?? null,
      visit: entry?.visit ?? null,
      enteredBy: names.get(entry?.enteredBy ?? '') ?? '',
      confirmedBy: names.get(by) ?? '',
    }
  })
}

const inStretches = async <T>(
  ids: readonly string[],
  read: (some: readonly string[]) => Promise<readonly T[]>,
): Promise<T[]> => {
  const once = [...new Set(ids)]
  const parts: T[] = []
  for (let n = 0; n < once.length; n += stretch)
    parts.push(...(await read(once.slice(n, n + stretch))))
  return parts
}

const namesIn = async (
  centre: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> =>
  new Map(await inStretches(ids, async (some) => [...(await namesOf(centre, some))]))

const shiftsIn = async (
  centre: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ShiftDoc>> => {
  const found = await inStretches(ids, (some) =>
    shifts.of(centre).find({
      where: { _id: command.in([...some]) },
      limit: some.length,
      fields: { placeName: true, startsAt: true, endsAt: true },
    }),
  )
  return new Map(found.map((shift) => [shift._id, shift]))
}
