import { rolesThere } from '@/domain/residents/tree'
import { residents } from '@/types/residents'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { standDown } from './away'
import { nodeWithNames } from './nodeView'
import { passportOf } from './passports'
import { nodes } from './store'

export const setOwner = procedure(residents, 'setOwner', {
  load: async ({ centre, input }) => {
    const [node, ...passports] = await Promise.all([
      nodes.of(centre).get(input.node).then(found),
      ...[input.owner, input.deputy].map((person) => person && passportOf(centre, person)),
    ])
    return { node, passports }
  },
  place: ({ loaded }) => loaded.node.path,

  run: async ({ centre, input, at, loaded: { node, passports } }) => {
    const { owner, deputy } = input
    const answerable = [owner, deputy].every((person, i) => {
      const passport = passports[i]
      return person === null || (passport && rolesThere(passport.roles, node.path, at).length > 0)
    })
    if (!answerable) return fail('NotStaffThere')
    const saved = { ...node, owner, deputy }
    if (node.deputy !== deputy || node.owner !== owner) {
      // Who stood in did so for the owner before.
      await standDown(centre, node)
      saved.awayUntil = null
    }
    await nodes.of(centre).change(node._id, { owner, deputy, awayUntil: saved.awayUntil })
    return nodeWithNames(centre, saved)
  },
})
