import { withGrant } from '@/domain/residents/tree'
import { residents } from '@/types/residents'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { changeGrants } from './passports'
import { nodes, personNow } from './store'

export const grantRole = procedure(residents, 'grantRole', {
  load: async ({ centre, input }) => {
    const [node, person] = await Promise.all([
      nodes.of(centre).get(input.node).then(found),
      personNow(centre, input.person),
    ])
    return { node, person }
  },
  place: ({ loaded }) => loaded.node.path,

  run: async ({ centre, input: { role, until = null }, at, loaded: { node, person } }) => {
    if (until !== null && until <= at) return fail('UntilInPast')
    const grant = { role, node: node._id, until }
    const given = await changeGrants(centre, found(person)._id, (grants) =>
      withGrant(grants, grant),
    )
    return given ? {} : fail('NoPhone')
  },
})
