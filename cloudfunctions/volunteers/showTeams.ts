import { volunteers, type Team } from '@/types/volunteers'
import type { Instant } from '@/types/shared/day'
import { holds, type Passport } from '../kit/passport'
import { namesOf } from '../residents/store'
import type { TeamDoc } from './store'

const { roles } = volunteers.procedures.saveTeam.may

/** Teams as a list shows them to somebody; `ids` are those of the person it is for. */
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
  return documents.map(({ _id, name, about, leader, most, left, open, people, path, rev }) => ({
    id: _id,
    name,
    about,
    leader: leader === null ? null : { id: leader, name: names.get(leader) ?? '' },
    most,
    members: most - left,
    open,
    mine: ids.some((id) => people.includes(id)),
    mayEdit: holds(caller, roles, path, at),
    rev,
  }))
}
