import { centre as contract } from '@/types/centre'
import { rolesOf } from '../kit/passport'
import { procedure } from '../kit/procedure'
import { issueTicket } from '../kit/uploads'

/** Where a phone may put one file. Who takes it looks at what really arrived: see `takeUploads`. */
export const uploadTicket = procedure(contract, 'uploadTicket', {
  async run({ centre, caller, input: { key, ...announced }, at }) {
    const { path, until } = await issueTicket(
      { centre, person: caller.person.id, roles: rolesOf(caller, at), key, at },
      announced,
    )
    return { path, until }
  },
})
