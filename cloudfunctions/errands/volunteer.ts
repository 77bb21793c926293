import { canDo, fitRefusal } from '@/domain/errands/matching'
import { isSearching } from '@/domain/errands/errand'
import type { ErrandToDo } from '@/types/errands'
import type { Instant } from '@/types/shared/day'
import { fail, found } from '../kit/failure'
import type { Passport } from '../kit/passport'
import { idsOf } from '../kit/subject'
import { claimOf, toDosShown } from './show'
import type { ErrandDoc } from './store'
import { fitnessOf, identityOf } from './volunteersFor'

/** What decides whether the caller may do an errand. */
const fitnessHere = (caller: Passport, { path }: ErrandDoc, at: Instant) =>
  fitnessOf(caller.person, identityOf(caller, path, at))

/** Why the caller may not do an errand, or null. Who was asked by staff need not have said that they can do it. */
export const callerRefusal = (
  caller: Passport,
  errand: ErrandDoc,
  at: Instant,
): { code: string } | null => {
  const fitness = fitnessHere(caller, errand, at)
  const refusal = fitRefusal(errand, fitness)
  if (refusal) return refusal
  const invited = fitness.ids.some((id) => errand.asked[id])
  const able = canDo(errand, caller.person.volunteer?.skills ?? [])
  return invited || able ? null : { code: 'SkillNeeded' }
}

/** Whether an errand is shown to the caller among those that need somebody. */
export const mayTake = (caller: Passport, errand: ErrandDoc, at: Instant): boolean =>
  isSearching(errand) &&
  claimOf(errand, idsOf(caller.person)) === null &&
  !idsOf(caller.person).some((id) => errand.gone[id] && !errand.asked[id]) &&
  callerRefusal(caller, errand, at) === null

/**
 * The id under which somebody is on an errand, or was asked, or their own. Who has nothing to do with it and is no
 * volunteer does not learn that it is there.
 */
export const standsAs = (caller: Passport, errand: ErrandDoc, at: Instant): string => {
  const ids = idsOf(caller.person)
  // What they hold comes first: under another id of theirs they may have said no before.
  const known =
    ids.find((id) => errand.claims[id]) ??
    ids.find((id) => errand.asked[id]) ??
    ids.find((id) => errand.gone[id])
  if (known !== undefined) return known
  const { registered, trusted } = fitnessHere(caller, errand, at)
  return registered || trusted ? caller.person.id : fail('NotFound')
}

/** An errand that the caller is on, as they see it. */
export const toDoShown = async (
  errand: ErrandDoc,
  caller: Passport,
  at: Instant,
): Promise<ErrandToDo> => found((await toDosShown([errand], caller.person, at))[0])
