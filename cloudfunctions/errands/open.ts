import { errands as contract } from '@/types/errands'
import { dayOf } from '@/types/shared/day'
import { staffRoles } from '@/types/shared/roles'
import { command } from '../kit/cloud'
import { nodesOf } from '../kit/passport'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { offersShown } from './show'
import { errands } from './store'
import { mayTake } from './volunteer'

/** As many nodes are looked at, each for itself. */
const mostNodes = 4

/** What I was asked for; or what else needs somebody in my community, and where I hold a role. */
export const open = procedure(contract, 'open', {
  async run({ centre, caller, input: { asked, after }, at }) {
    const ids = idsOf(caller.person)
    const from = { day: command.gte(dayOf(at)) }
    const near = [
      ...caller.person.path.slice(0, 2).slice(-1),
      ...nodesOf(caller, staffRoles, at),
    ].slice(0, mostNodes)
    const where = asked
      ? ids.map((invited) => ({ invited, ...from }))
      : [...new Set(near)].flatMap((path) =>
          ['open', 'unmatched'].map((state) => ({ path, state, ...from })),
        )
    const { documents, next } = await errands.of(centre).page({ where, by: ['day', 'asc'], after })
    const fit = documents.filter(
      (errand) => mayTake(caller, errand, at) && (asked || !ids.some((id) => errand.asked[id])),
    )
    return { items: await offersShown(fit, ids), next }
  },
})
