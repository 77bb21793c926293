import { outweighs } from '@/domain/activities/attendance'
import type { Instant } from '@/types/shared/day'
import { again, decide, repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { attendanceId, attendances, type Attendance, type Places } from './store'

/** How somebody was seen at a session. */
export interface Sighting extends Pick<
  Attendance,
  'session' | 'person' | 'state' | 'way' | 'by' | 'scannedAt' | 'nonce'
> {
  key: string
  at: Instant
}

const addKey = (key: string) => command.push({ each: [key], slice: -50 })

/** The record a sighting makes where there is none yet. */
const attendanceOf = (
  { _id: activity, centre, path, rules }: Pick<Places, '_id' | 'centre' | 'path' | 'rules'>,
  { key, at, ...seen }: Sighting,
): Attendance => ({
  _id: attendanceId(centre, activity, seen.session, seen.person),
  centre,
  v: 1,
  activity,
  path,
  ...seen,
  keys: [key],
  receivedAt: at,
  confirmedBy: null,
  startsAt: rules.sessions[seen.session]?.startsAt ?? rules.startsAt,
})

/**
 * Puts somebody down as seen at a session. There is one record a person and session, however often and in whatever
 * ways they are seen. Resolves with the state that stands, and whether they were on record before.
 */
export const putDown = (
  place: Pick<Places, '_id' | 'centre' | 'path' | 'rules'>,
  sighting: Sighting,
): Promise<{ state: Attendance['state']; already: boolean }> => {
  const { key, at, ...seen } = sighting
  const record = attendanceOf(place, sighting)
  const { _id } = record
  const store = attendances.of(place.centre)
  return decide(async () => {
    if (await store.insert(record)) return { state: seen.state, already: false }
    const known = await store.get(_id)
    if (!known) return again
    if (known.keys.includes(key) || !outweighs(seen, known))
      return { state: known.state, already: !known.keys.includes(key) }
    const changed = await store.change(
      _id,
      { ...seen, receivedAt: at, keys: addKey(key) },
      { state: known.state, scannedAt: known.scannedAt },
    )
    return changed ? { state: seen.state, already: known.state !== 'absent' } : again
  })
}

/**
 * Puts down several people as seen at a session, in a handful of requests: those nobody saw yet together, each of the
 * others as alone. Who is on record as present stays so, and remembers the key: a late repeat of this act brings back
 * nobody who was unticked after it.
 */
export const putDownAll = async (
  place: Pick<Places, '_id' | 'centre' | 'path' | 'rules'>,
  persons: readonly string[],
  seen: Omit<Sighting, 'person'>,
): Promise<void> => {
  if (persons.length === 0) return
  const { _id: activity, centre } = place
  const store = attendances.of(centre)
  const ids = persons.map((person) => attendanceId(centre, activity, seen.session, person))
  const known = await store.find({
    where: { _id: command.in(ids) },
    limit: ids.length,
    fields: { person: true, state: true },
  })
  const states = new Map(known.map(({ person, state }) => [person, state]))
  const unseen = persons.filter((person) => !states.has(person))
  await store.insertAll(unseen.map((person) => attendanceOf(place, { ...seen, person })))
  await Promise.all(
    known
      .filter(({ state }) => state !== 'present')
      .map(({ person }) => putDown(place, { ...seen, person })),
  )
  await repeat(() =>
    store.changeAll(
      { _id: command.in(ids), state: 'present', keys: command.neq(seen.key) },
      { keys: addKey(seen.key) },
    ),
  )
}

/** Changes what is on record of somebody at a session, once for each key; false when there is nothing to change. */
export const settle = (
  centre: string,
  { activity, session, person }: { activity: string; session: number; person: string },
  key: string,
  settled: (known: Attendance) => Partial<Attendance> | null,
): Promise<boolean> => {
  const _id = attendanceId(centre, activity, session, person)
  const store = attendances.of(centre)
  return decide(async () => {
    const known = await store.get(_id)
    if (known?.keys.includes(key)) return true
    const change = known && settled(known)
    if (!change) return false
    const changed = await store.change(
      _id,
      { ...change, keys: addKey(key) },
      { state: known.state, scannedAt: known.scannedAt },
    )
    return changed || again
  })
}
