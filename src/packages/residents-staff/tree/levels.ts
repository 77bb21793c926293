import type { NodeKind, OrganisationNode } from '@/types/residents'

/** Kinds that may be added below a node; the server has the last word. */
export const kindsBelow: Readonly<Record<NodeKind, readonly NodeKind[]>> = {
  centre: ['community'],
  community: ['grid'],
  grid: ['building', 'microgrid'],
  microgrid: ['building'],
  building: [],
}

/** From the top of what I see down to a node. */
export const pathTo = (nodes: readonly OrganisationNode[], id: string): OrganisationNode[] => {
  const node = nodes.find((one) => one.id === id)
  if (!node) return []
  return [...(node.parent === null ? [] : pathTo(nodes, node.parent)), node]
}

/** Nodes whose parent I do not see: where my part of the tree begins. */
export const topsOf = (nodes: readonly OrganisationNode[]): OrganisationNode[] => {
  const seen = new Set(nodes.map(({ id }) => id))
  return nodes.filter(({ parent }) => parent === null || !seen.has(parent))
}

/** 静安里社区 › 第一网格: a node by its place, without the centre, which is above all of them. */
export const pathSaid = (nodes: readonly OrganisationNode[], id: string): string => {
  const path = pathTo(nodes, id)
  const below = path.filter(({ kind }) => kind !== 'centre')
  return (below.length > 0 ? below : path).map(({ name }) => name).join(' › ')
}

/** Where a node could be moved to. */
export const parentsFor = (
  nodes: readonly OrganisationNode[],
  { kind, parent }: OrganisationNode,
): OrganisationNode[] =>
  nodes.filter((one) => kindsBelow[one.kind].includes(kind) && one.id !== parent)
