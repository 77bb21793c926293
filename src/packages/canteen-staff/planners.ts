import { useMe, usePlaces } from '@/src/queries/residents'

interface Named {
  id: string
  name: string
}

/**
 * Nodes a kitchen of mine may cook for: those of my roles, and with the centre's its communities. The server decides;
 * this only saves typing.
 */
export const usePlanners = (): readonly Named[] => {
  const me = useMe().data
  const communities = (usePlaces(undefined).data?.items ?? [])
    .filter(({ kind }) => kind === 'community')
    .map(({ id, name }) => ({ id, name }))
  const held = (me?.roles ?? []).filter(
    ({ role }) => role === 'canteenStaff' || role === 'centreStaff',
  )
  const mine = held.map(({ node, nodeName }) => ({ id: node, name: nodeName }))
  const all = held.some(({ role }) => role === 'centreStaff') ? [...mine, ...communities] : mine
  return [...new Map(all.map((node) => [node.id, node])).values()]
}
