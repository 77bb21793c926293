import { withoutGrant } from '@/domain/residents/tree'
import { residents } from '@/types/residents'
import { found } from '../kit/failure'
import { centreNode, procedure } from '../kit/procedure'
import { unlessLastAdmin } from './lastAdmin'
import { nodesAnsweredBy, releaseNodes } from './owners'
import { changeGrants, grantsOf, passportOf } from './passports'
import { nodes, passports } from './store'

export const revokeRole = procedure(residents, 'revokeRole', {
  load: async ({ centre, input }) => {
    const [node, passport] = await Promise.all([
      nodes.of(centre).get(input.node).then(found),
      passportOf(centre, input.person),
    ])
    return { node, passport }
  },
  place: ({ loaded }) => loaded.node.path,

  run: async ({ centre, input: { role }, at, loaded: { node, passport } }) => {
    const { _id, person } = found(passport)
    const taken = { role, node: node._id }
    if (role !== 'admin' || node._id !== centreNode(centre))
      await changeGrants(centre, person.id, (grants) => withoutGrant(grants, taken))
    else
      await unlessLastAdmin(centre, person.id, at, async (transaction) => {
        const { roles, rev } = found(await transaction.get(passports, centre, _id))
        await transaction.change(passports, _id, {
          ...grantsOf(withoutGrant(roles, taken)),
          rev: rev + 1,
        })
      })
    // A role is taken from somebody at once, also when nobody follows yet: what they answered for shows that it is free.
    const unowned = await releaseNodes(centre, await nodesAnsweredBy(centre, person.id), at)
    return { unowned: unowned.map(({ _id: id, label }) => ({ id, name: label })) }
  },
})
