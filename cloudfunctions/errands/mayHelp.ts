import { keptOutBy, vouchingRoles } from '@/domain/errands/matching'
import { errands } from '@/types/errands'
import { dayOf } from '@/types/shared/day'
import { nodesOf } from '../kit/passport'
import { procedure } from '../kit/procedure'

/** What keeps me from errands. */
export const mayHelp = procedure(errands, 'mayHelp', {
  run({ caller, at }) {
    const { birthDate, verifiedUntil, volunteer } = caller.person
    return Promise.resolve({
      keptOut: keptOutBy(
        {
          birthDate,
          verifiedUntil,
          registered: volunteer !== undefined,
          trusted: nodesOf(caller, vouchingRoles, at).length > 0,
          skills: volunteer?.skills ?? [],
        },
        dayOf(at),
      ),
    })
  },
})
