import { residents } from '@/types/residents'
import { found } from '../kit/failure'
import { command } from '../kit/cloud'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { inOrder } from './nodeOrder'
import { nodeView } from './nodeView'
import { namesOf, nodes, type NodeDoc } from './store'

/** More nodes than a centre has; one request reads them. */
const most = 1000

export const listNodes = procedure(residents, 'listNodes', {
  load: async ({ centre, input: { under } }) =>
    under === undefined ? null : found(await nodes.of(centre).get(under)),
  // Without a node it is narrowed below to the caller's own.
  place: ({ loaded }) => loaded?.path ?? anywhere,

  run: async ({ centre, input: { under }, caller, at }) => {
    const roles = residents.procedures.listNodes.may.roles
    const from = under === undefined ? nodesOf(caller, roles, at) : [under]
    const below = await nodes
      .of(centre)
      .find({ where: { path: command.in([...from]) }, limit: most })
    const names = await namesOf(centre, below.flatMap(ownersOf))
    return { items: inOrder(below).map((node) => nodeView(node, names)) }
  },
})

const ownersOf = ({ owner, deputy }: NodeDoc): string[] =>
  [owner, deputy].filter((person) => person !== null)
