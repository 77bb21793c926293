import { answerable } from '@/domain/notices/calls'
import type { CaseLevel } from '@/types/feedback'
import type { NodeKind } from '@/types/residents'
import type { Instant } from '@/types/shared/day'

interface Owned {
  readonly _id: string
  readonly kind: NodeKind
  readonly owner: string | null
  readonly deputy: string | null
  readonly awayUntil: Instant | null
}

/** How far down the tree a level reaches: what is outside stays with the street, which waits for the answer. */
const reaches: Readonly<Record<CaseLevel, readonly NodeKind[]>> = {
  grid: ['centre', 'community', 'grid'],
  community: ['centre', 'community'],
  street: ['centre'],
  outside: ['centre'],
}

/**
 * Who answers for a place at a level: the owner of the deepest node that the level reaches, or their deputy. Never the
 * member of staff it is about; then whoever answers above.
 */
export const ownerAt = (
  level: CaseLevel,
  path: readonly string[],
  nodes: readonly Owned[],
  aboutStaff: string | null,
  at: Instant,
): string | null => {
  const reached = path.filter((id) =>
    nodes.some((node) => node._id === id && reaches[level].includes(node.kind)),
  )
  for (let end = reached.length; end > 0; end--) {
    const owner = answerable(reached.slice(0, end), nodes, at)
    if (owner === null || owner !== aboutStaff) return owner
  }
  return null
}
