import { maySetAway } from '@/domain/residents/tree'
import { residents } from '@/types/residents'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { standDown, standIn } from './away'
import { nodeWithNames } from './nodeView'
import { nodes } from './store'

export const setAway = procedure(residents, 'setAway', {
  load: ({ centre, input }) => nodes.of(centre).get(input.node).then(found),
  place: ({ loaded }) => loaded.path,

  run: async ({ centre, input: { until }, caller, at, loaded: node }) => {
    if (!maySetAway(caller.person.id, node.owner, caller.roles, node.path, at))
      return fail('NotAllowed')
    if (until !== null && until <= at) return fail('UntilInPast')
    if (until !== null && (node.owner === null || node.deputy === null)) return fail('NoDeputy')
    await standDown(centre, node)
    if (until !== null) await standIn(centre, node, until, at)
    await nodes.of(centre).change(node._id, { awayUntil: until })
    return nodeWithNames(centre, { ...node, awayUntil: until })
  },
})
