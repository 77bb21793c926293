import { useMe } from '@/src/queries/residents'

/** Nodes of the roles that may arrange shifts. */
export const useArrangedNodes = (): ReadonlyArray<{ value: string; label: string }> => {
  const held = (useMe().data?.roles ?? []).filter(({ role }) =>
    ['communityStaff', 'centreStaff', 'canteenStaff', 'operator'].includes(role),
  )
  return [...new Map(held.map(({ node, nodeName }) => [node, nodeName]))].map(([value, label]) => ({
    value,
    label,
  }))
}
