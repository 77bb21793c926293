import { touched, type Step } from '@/domain/shared/step'
import { type Seating } from './places'

/** Takes the names and forms of persons out of an activity's places; their seats, and what was counted, stay. */
export const forgetStep = (places: Seating, persons: readonly string[]): Step => {
  const named = new Set(persons)
  const set: Record<string, unknown> = {}
  for (const [person, claim] of Object.entries(places.claims)) {
    if (named.has(person)) {
      set[`claims.${person}.name`] = ''
      set[`claims.${person}.form`] = null
    }
    if (named.has(claim.by) && claim.byName !== null) set[`claims.${person}.byName`] = ''
  }
  for (const person of persons) if (places.gone[person]?.owed) set[`gone.${person}.owed`] = null
  if (places.waiting.some(({ person }) => named.has(person)))
    set.waiting = places.waiting.map((waiter) =>
      named.has(waiter.person) ? { ...waiter, name: '' } : waiter,
    )
  return {
    guard: { equal: { seq: places.seq } },
    change: { set, inc: { seq: touched.inc.seq } },
  }
}
