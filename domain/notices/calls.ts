import type { Instant } from '@/types/shared/day'

/** Somebody on the call list who is not reached this long before it is too late goes to the owner of their node. */
export const raisedBeforeMs = 2 * 60 * 60_000

export const isRaised = (due: Instant, at: Instant): boolean => due - at <= raisedBeforeMs

interface Owned {
  _id: string
  owner: string | null
  deputy: string | null
  awayUntil: Instant | null
}

/**
 * Who answers for a place: the owner of the deepest node of the path that has one, or the deputy while the owner is
 * away. Null when no node has an owner.
 */
export const answerable = (
  path: readonly string[],
  nodes: readonly Owned[],
  at: Instant,
): string | null => {
  for (const id of [...path].reverse()) {
    const node = nodes.find(({ _id }) => _id === id)
    if (!node?.owner) continue
    return node.awayUntil !== null && at < node.awayUntil ? (node.deputy ?? node.owner) : node.owner
  }
  return null
}
