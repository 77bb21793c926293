import { householdOf } from '@/domain/residents/household'
import { seesSensitiveTags } from '@/domain/residents/tags'
import { notFor } from '@/domain/surveys/target'
import { dayOf, type Day, type Instant } from '@/types/shared/day'
import type { AtDoor } from '@/types/surveys'
import { fail, found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import type { Passport } from '../kit/passport'
import { buildingOf } from '../residents/homes'
import { nodes, personNow, type PersonDoc } from '../residents/store'
import { whoIs } from './answer'
import { isDelicateOne, type Published } from './show'

/** Who stands at a door: somebody on record, a household by its door, or somebody nobody knows. */
export interface Met {
  person: PersonDoc | null
  household: string | null
  /** Where the door is. */
  path: readonly string[]
  birthDate: Day | null
}

/** Reads who it is; the path is what the role of the caller must cover. */
export const metAt = async (centre: string, of: AtDoor): Promise<Met> => {
  if (of.kind === 'person') {
    const person = found(await personNow(centre, of.person))
    const { household, path, birthDate } = person.facts
    return { person, household, path, birthDate }
  }
  if (of.kind === 'nobody') {
    const { path } = found(await nodes.of(centre).get(of.building, { path: true }))
    return { person: null, household: null, path, birthDate: null }
  }
  const { path } = found(await buildingOf(centre, of.home))
  if (!of.home.room) return fail('RoomNeeded')
  // With a room it is known by its door, whoever keeps it.
  const household = hiddenId(centre, 'f', ...householdOf(of.home, ''))
  return { person: null, household, path, birthDate: null }
}

/**
 * Whom the answer or the visit counts for. Each survey asks persons or households: a door alone is no person, and somebody
 * nobody knows no household.
 */
export const whoAtDoor = (
  survey: Published,
  met: Met,
  caller: Passport,
  tap: { openid: string; key: string },
  at: Instant,
): { who: string; former: readonly string[] } => {
  const { person, household, path } = met
  const { head, centre } = survey
  if (isDelicateOne(survey) && !seesSensitiveTags(caller.roles, path, at))
    return fail('SensitiveTag')
  if (!path.includes(head.target.node)) return fail('NotForThem')
  if (person) {
    // Whose age nobody knows is asked at the door.
    const refusal = notFor(person.facts, head.target, dayOf(at))
    if (refusal?.code === 'NotForThem') return fail('NotForThem')
    return whoIs(survey, person.facts)
  }
  if (head.per === 'household')
    return { who: household ?? fail('InvalidInput', { field: 'input.of' }), former: [] }
  if (household !== null) return fail('InvalidInput', { field: 'input.of' })
  return { who: hiddenId(centre, 'sn', tap.openid, tap.key), former: [] }
}
