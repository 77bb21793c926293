import { outweighs } from '@/domain/activities/attendance'
import type { Instant } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
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

/**
 * Puts somebody down as seen at a session. There is one record a person and session, however often and in whatever
 * ways they are seen. Resolves with the state that stands, and whether they were on record before.
 */
export const putDown = (
  { _id: activity, centre, path, rules }: Pick<Places, '_id' | 'centre' | 'path' | 'rules'>,
  { key, at, ...seen }: Sighting,
): Promise<{ state: Attendance['state']; already: boolean }> => {
  const _id = attendanceId(centre, activity, seen.session, seen.person)
  const store = attendances.of(centre)
  const session = rules.sessions[seen.session]
  return decide(async () => {
    const inserted = await store.insert({
      _id,
      centre,
      v: 1,
      activity,
      path,
      ...seen,
      keys: [key],
      receivedAt: at,
      confirmedBy: null,
      startsAt: session?.startsAt ?? rules.startsAt,
    })
    if (inserted) return { state: seen.state, already: false }
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
