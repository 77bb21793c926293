import { inForce } from '@/domain/residents/facts'
import { residents } from '@/types/residents'
import { staffRoles } from '@/types/shared/roles'
import { command } from '../kit/cloud'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { nodes, passports, post } from './store'

/** Volunteers are many and have lists of their own. */
const listed = staffRoles.filter((role) => role !== 'volunteer')

export const listRoles = procedure(residents, 'listRoles', {
  load: ({ centre, input }) => nodes.of(centre).get(input.node).then(found),
  place: ({ loaded }) => loaded.path,

  run: async ({ centre, at, loaded: { _id: node } }) => {
    const holders = await passports.of(centre).find({
      where: { posts: command.in(listed.map((role) => post(node, role))) },
      limit: 1000,
      fields: { 'person.id': true, 'person.name': true, roles: true },
    })
    return {
      items: holders.flatMap(({ person, roles }) =>
        roles
          .filter((grant) => grant.node === node && inForce(grant, at))
          .filter(({ role }) => role !== 'volunteer')
          .map(({ role, until }) => ({ person: person.id, name: person.name, role, until })),
      ),
    }
  },
})
