import { inForce } from '@/domain/residents/facts'
import { nodeOf } from '@/domain/feedback/place'
import { maskName } from '@/domain/residents/masking'
import { feedback } from '@/types/feedback'
import type { StaffRole } from '@/types/shared/roles'
import { command } from '../kit/cloud'
import { procedure } from '../kit/procedure'
import { nodes, passports, post } from '../residents/store'

/** Who residents meet at work. */
const atWork: readonly StaffRole[] = [
  ...(['gridWorker', 'microgridLead', 'communityStaff', 'centreStaff', 'canteenStaff'] as const),
  ...(['keeper', 'mediator', 'professional', 'operator'] as const),
]

/** A place has few nodes above it, and not more staff than can be chosen from. */
const mostNodes = 10
const mostStaff = 100

/** All who work at a place, each once and with their names masked, those nearest first. */
export const staffAround = procedure(feedback, 'staffAround', {
  async run({ centre, subject, input: { place }, at }) {
    const named = place && nodeOf(place)
    const chosen = named === undefined ? null : await nodes.of(centre).get(named)
    const path = chosen?.path ?? subject.path
    if (path.length === 0) return { people: [] }
    const [above, holders] = await Promise.all([
      nodes.of(centre).find({
        where: { _id: command.in([...path]) },
        limit: mostNodes,
        fields: { name: true },
      }),
      passports.of(centre).find({
        where: {
          posts: command.in(path.flatMap((node) => atWork.map((role) => post(node, role)))),
        },
        limit: mostStaff,
        fields: { person: true, roles: true },
      }),
    ])
    const nameOf = (node: string) => above.find(({ _id }) => _id === node)?.name ?? ''
    const people = holders.flatMap(({ person: { id, name }, roles }) => {
      const held = roles
        .filter(({ role, node }) => atWork.includes(role) && path.includes(node))
        .filter((grant) => inForce(grant, at))
        .map(({ role, node }) => ({ role, node, depth: path.indexOf(node) }))
        .sort((one, other) => other.depth - one.depth)
        .at(0)
      return held ? [{ id, name, ...held }] : []
    })
    return {
      people: people
        .sort((one, other) => other.depth - one.depth || one.name.localeCompare(other.name, 'zh'))
        .map(({ id, name, node, role }) => ({ id, name: maskName(name), of: nameOf(node), role })),
    }
  },
})
