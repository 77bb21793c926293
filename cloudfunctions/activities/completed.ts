import { presence, sessionsNeeded } from '@/domain/activities/attendance'
import { attendedAt } from './attendedAt'
import { inForce } from './inForce'
import { activityRecords, wholeSeating, type Places } from './store'

/** Who is in, and how often each was there, beside how often a series asks for. Null when there is no such activity. */
export const completedOf = async (
  centre: string,
  activity: string,
): Promise<{
  place: Places
  needed: number
  lines: { person: string; name: string; attended: number; completed: boolean }[]
} | null> => {
  const [place, record, attendances] = await Promise.all([
    wholeSeating(centre, activity),
    activityRecords.of(centre).get(activity, { draft: true, nodeName: true }),
    attendedAt(centre, activity),
  ])
  if (!place || !record) return null
  const { completionPercent } = inForce(place, record).draft
  const needed = sessionsNeeded(completionPercent, place.rules.sessions.length)
  const present = presence(attendances)
  const lines = Object.entries(place.claims)
    .filter(([, { state }]) => state === 'in')
    .map(([person, { name }]) => {
      const attended = present.get(person)?.size ?? 0
      return { person, name, attended, completed: attended >= needed }
    })
  return { place, needed, lines }
}
