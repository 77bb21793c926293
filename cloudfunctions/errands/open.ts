import { vouchingRoles } from '@/domain/errands/matching'
import { endsAt } from '@/domain/errands/when'
import { errands as contract } from '@/types/errands'
import { dayOf } from '@/types/shared/day'
import { command } from '../kit/cloud'
import type { Projection } from '../kit/collection'
import { nodesOf } from '../kit/passport'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { fitting } from './fitting'
import { offersShown } from './show'
import { errandHelpers, errands, helperId } from './store'
import { mayTake } from './volunteer'

/** As many nodes are looked at, each for itself. */
const mostNodes = 4

/** What a list for volunteers needs of an errand: of who else is on it, was asked or said no, nothing. */
const fieldsFor = (ids: readonly string[]): Projection =>
  Object.fromEntries(
    [
      ...['centre', 'person', 'personName', 'household', 'path', 'by', 'byStaff'],
      ...['kind', 'kindName', 'skills', 'atHome', 'usual', 'cost', 'what'],
      ...['state', 'day', 'part', 'needed', 'left'],
      ...ids.flatMap((id) => [`claims.${id}`, `asked.${id}`, `gone.${id}`]),
    ].map((field) => [field, true as const]),
  )

/** What I was asked for; or what else needs somebody in my community, and where staff vouch for me. */
export const open = procedure(contract, 'open', {
  async run({ centre, caller, input: { asked, after: from }, at }) {
    const ids = idsOf(caller.person)
    const since = { day: command.gte(dayOf(at)) }
    const near = [
      ...caller.person.path.slice(0, 2).slice(-1),
      ...nodesOf(caller, vouchingRoles, at),
    ].slice(0, mostNodes)
    const where = asked
      ? ids.map((invited) => ({ invited, ...since }))
      : [...new Set(near)].flatMap((path) =>
          ['open', 'unmatched'].map((state) => ({ path, state, ...since })),
        )
    const helpers = await errandHelpers.of(centre).find({
      where: { _id: command.in(ids.map((id) => helperId(centre, id))) },
      limit: ids.length,
      fields: { declined: true },
    })
    const { documents, next } = await fitting(
      async (after) => {
        const page = await errands
          .of(centre)
          .page({ where, by: ['day', 'asc'], after, fields: fieldsFor(ids) })
        // Where nothing is known of any of the caller's ids, the fields themselves are absent.
        const whole = page.documents.map((one) =>
          Object.assign({ claims: {}, asked: {}, gone: {} }, one),
        )
        return { ...page, documents: whole }
      },
      (errand) =>
        at < endsAt(errand) &&
        mayTake(caller, errand, at) &&
        !helpers.some(({ declined }) => declined[errand._id] && !asked) &&
        (asked || !ids.some((id) => errand.asked[id])),
      from,
    )
    return { items: await offersShown(documents, ids), next }
  },
})
