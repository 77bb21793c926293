import { inForce } from '@/domain/residents/facts'
import type { Instant } from '@/types/shared/day'
import type { StaffRole } from '@/types/shared/roles'
import { command } from '../kit/cloud'
import { passports, post } from '../residents/store'
import { idsOf } from '../kit/subject'
import type { CaseDoc } from './store'

/** More than a place has of one role. */
const most = 100

interface Holder {
  id: string
  /** Their own id, and those of records merged into it. */
  ids: readonly string[]
  name: string
}

/** Who holds one of the roles where a case belongs, in order of their names: never whom it is about. */
export const holdersOf = async (
  {
    centre,
    sealing,
    path: place,
    aboutStaff,
  }: Pick<CaseDoc, 'centre' | 'sealing' | 'path' | 'aboutStaff'>,
  roles: readonly StaffRole[],
  at: Instant,
): Promise<Holder[]> => {
  const path = sealing?.path ?? place
  if (path.length === 0) return []
  const holders = await passports.of(centre).find({
    where: {
      posts: command.in(path.flatMap((node) => roles.map((role) => post(node, role)))),
    },
    limit: most,
    fields: { person: true, roles: true },
  })
  return holders
    .filter(({ roles: grants }) =>
      grants.some(
        (grant) => roles.includes(grant.role) && path.includes(grant.node) && inForce(grant, at),
      ),
    )
    .filter(({ person }) => !idsOf(person).some((id) => id === aboutStaff))
    .map(({ person }) => ({ id: person.id, ids: idsOf(person), name: person.name }))
    .sort((one, other) => one.name.localeCompare(other.name, 'zh'))
}

/** Who is told of a sealed case in these roles; where nobody holds one, staff of its community and its centre. */
export const watchersOf = async (
  one: Parameters<typeof holdersOf>[0],
  roles: readonly StaffRole[],
  at: Instant,
): Promise<string[]> => {
  const held = await holdersOf(one, roles, at)
  const told = held.length > 0 ? held : await holdersOf(one, ['communityStaff', 'centreStaff'], at)
  return told.map(({ id }) => id)
}
