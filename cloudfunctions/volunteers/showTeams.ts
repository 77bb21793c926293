import { maskName } from '@/domain/residents/masking'
import { volunteers, type Team } from '@/types/volunteers'
import type { Instant } from '@/types/shared/day'
import { holds, type Passport } from '../kit/passport'
import { namesOf } from '../residents/store'
import type { TeamDoc } from './store'

const { roles } = volunteers.procedures.saveTeam.may

/**
 * Teams as a list shows them to somebody; `ids` are those of the person it is for. Nobody agreed to be named to the whole
 * centre: who leads is masked but to staff of the team and to those in it.
 */
export const teamsShown = async (
  documents: readonly TeamDoc[],
  caller: Passport,
  ids: readonly string[],
  at: Instant,
): Promise<Team[]> => {
  const names = await namesOf(
    caller.centre,
    documents.flatMap(({ leader }) => leader ?? []),
  )
  return documents.map(({ _id, name, about, leader, most, left, open, people, path, rev }) => {
    const mine = ids.some((id) => people.includes(id))
    const mayEdit = holds(caller, roles, path, at)
    const full = leader === null ? '' : (names.get(leader) ?? '')
    const shown =
      mine || mayEdit
        ? { id: leader, name: full }
        : { id: null, name: full === '' ? '' : maskName(full) }
    return {
      id: _id,
      name,
      about,
      leader: leader === null ? null : shown,
      most,
      members: most - left,
      open,
      mine,
      mayEdit,
      rev,
    }
  })
}
