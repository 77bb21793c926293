import { useMe, usePlaces } from './residents'

interface Named {
  id: string
  name: string
}

/**
 * Nodes I may publish for: those of my roles, and with the centre's its communities. `communities` are all of the
 * centre, to say who may come. The server decides; this only saves typing.
 */
export const usePublishers = (): { nodes: readonly Named[]; communities: readonly Named[] } => {
  const me = useMe().data
  const communities = (usePlaces(undefined).data?.items ?? [])
    .filter(({ kind }) => kind === 'community')
    .map(({ id, name }) => ({ id, name }))
  const held = (me?.roles ?? []).filter(
    ({ role }) => role === 'communityStaff' || role === 'centreStaff',
  )
  const mine = held.map(({ node, nodeName }) => ({ id: node, name: nodeName }))
  const all = held.some(({ role }) => role === 'centreStaff') ? [...mine, ...communities] : mine
  return { nodes: [...new Map(all.map((node) => [node.id, node])).values()], communities }
}
