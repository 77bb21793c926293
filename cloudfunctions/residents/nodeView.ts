import type { OrganisationNode } from '@/types/residents'
import { namesOf, type NodeDoc } from './store'

/** A node as staff see it. */
export const nodeView = (
  { _id, kind, name, parent, owner, deputy, awayUntil }: NodeDoc,
  names: ReadonlyMap<string, string>,
): OrganisationNode => {
  const named = (id: string | null) => (id === null ? null : { id, name: names.get(id) ?? '' })
  return { id: _id, kind, name, parent, owner: named(owner), deputy: named(deputy), awayUntil }
}

/** As `nodeView`, with the names read. */
export const nodeWithNames = async (centre: string, node: NodeDoc): Promise<OrganisationNode> =>
  nodeView(
    node,
    await namesOf(
      centre,
      [node.owner, node.deputy].filter((id) => id !== null),
    ),
  )
