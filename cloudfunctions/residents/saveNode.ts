import { labelOf, mayStandBelow } from '@/domain/residents/tree'
import { residents } from '@/types/residents'
import type { Instant } from '@/types/shared/day'
import { fail, found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { procedure } from '../kit/procedure'
import { nodeWithNames } from './nodeView'
import { moveNode } from './moveNode'
import { releaseNodes } from './owners'
import { nodes, type NodeDoc } from './store'

export const saveNode = procedure(residents, 'saveNode', {
  load: async ({ centre, input }) => {
    const store = nodes.of(centre)
    const id = input.node ?? hiddenId(centre, 'n', input.parent, input.key)
    const [parent, node] = await Promise.all([store.get(input.parent).then(found), store.get(id)])
    const community = parent.path[1]
    const communityName = community ? ((await store.get(community))?.name ?? null) : null
    return { id, parent, communityName, node: input.node ? found(node) : node }
  },
  // Whoever moves a node answers for where it was and where it comes.
  place: ({ loaded: { parent, node } }) =>
    node ? parent.path.filter((id) => node.path.includes(id)) : parent.path,

  run: async ({ centre, input, at, loaded: { id, parent, communityName, node } }) => {
    const { kind, name } = input
    if (!mayStandBelow(kind, parent.kind) || (node && node.kind !== kind)) return fail('WrongLevel')
    const saved: NodeDoc = {
      _id: id,
      centre,
      v: 1,
      owner: null,
      deputy: null,
      awayUntil: null,
      peopleStale: false,
      ...node,
      kind,
      name,
      label: labelOf(kind, name, communityName),
      parent: parent._id,
      path: [...parent.path, id],
    }
    if (!node) {
      await nodes.of(centre).insert(saved)
      return nodeWithNames(centre, saved)
    }
    await moveNode(centre, node, saved, kind === 'community' ? name : communityName)
    return nodeWithNames(centre, await ownedAnew(centre, saved, at))
  },
})

/** Somewhere else, who answered for the node and those below it may have no role any more; the node as it is then. */
const ownedAnew = async (centre: string, { _id }: NodeDoc, at: Instant): Promise<NodeDoc> => {
  const store = nodes.of(centre)
  await releaseNodes(centre, await store.find({ where: { path: _id }, limit: 1000 }), at)
  return found(await store.get(_id))
}
