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
  name: string
}

/** Who holds one of the roles where a sealed case belongs, in order of their names: never whom it is about. */
export const holdersOf = async (
  { centre, sealing, aboutStaff }: Pick<CaseDoc, 'centre' | 'sealing' | 'aboutStaff'>,
  roles: readonly StaffRole[],
  at: Instant,
): Promise<Holder[]> => {
  const path = sealing?.path ?? []
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
    .map(({ person: { id, name } }) => ({ id, name }))
    .sort((one, other) => one.name.localeCompare(other.name, 'zh'))
}
