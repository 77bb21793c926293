import { postsKept, standInGrants, standsInWith } from '@/domain/residents/tree'
import type { Instant } from '@/types/shared/day'
import { repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import type { Grant } from '../kit/passport'
import { standDown, standIn } from './away'
import { nodes, passports, type NodeDoc } from './store'

/** More nodes than a centre has. */
const most = 1000

/** The nodes somebody answers for, as the owner or as the deputy. */
export const nodesAnsweredBy = async (centre: string, person: string): Promise<NodeDoc[]> => {
  const [owned, deputised] = await Promise.all(
    ['owner', 'deputy'].map((post) =>
      nodes.of(centre).find({ where: { [post]: person }, limit: most }),
    ),
  )
  return [...new Map([...owned!, ...deputised!].map((node) => [node._id, node])).values()]
}

/**
 * Takes nodes from owners and deputies who hold no role there any more, and roles held for an owner from whoever stood
 * in; answers the nodes that nobody owns now. Safe to do again, and it leaves alone what somebody changed meanwhile.
 */
export const releaseNodes = async (
  centre: string,
  answered: readonly NodeDoc[],
  at: Instant,
): Promise<NodeDoc[]> => {
  const grants = await grantsOf(
    centre,
    answered.flatMap(({ owner, deputy }) => [owner, deputy]).filter((id) => id !== null),
  )
  const held = (person: string) => grants.get(person) ?? []
  const released: NodeDoc[] = []
  for (const node of answered) {
    const kept = postsKept(node, held, at)
    const { owner, deputy, awayUntil } = kept
    const changed = owner !== node.owner || deputy !== node.deputy
    if (changed) await standDown(centre, node)
    else if (awayUntil !== null && at < awayUntil && !standsIn(node, awayUntil, held, at))
      await standIn(centre, node, awayUntil, at)
    if (!changed) continue
    const free = await repeat(() =>
      nodes
        .of(centre)
        .change(node._id, { owner, deputy, awayUntil }, { owner: node.owner, deputy: node.deputy }),
    )
    if (free && node.owner !== null && owner === null) released.push(kept)
  }
  return released
}

/** Whether the deputy of an owner who is away holds just what the owner has there. */
const standsIn = (
  { _id, path, owner, deputy }: NodeDoc,
  until: Instant,
  held: (person: string) => readonly Grant[],
  at: Instant,
): boolean => {
  if (owner === null || deputy === null) return true
  return standsInWith(held(deputy), _id, standInGrants(owner, held(owner), path, until, at))
}

const grantsOf = async (
  centre: string,
  persons: readonly string[],
): Promise<ReadonlyMap<string, readonly Grant[]>> => {
  if (persons.length === 0) return new Map()
  const ids = [...new Set(persons)]
  const found = await passports.of(centre).find({
    where: { 'person.id': command.in(ids) },
    limit: ids.length,
    fields: { 'person.id': true, roles: true },
  })
  return new Map(found.map(({ person, roles }) => [person.id, roles]))
}
