import type { NodeKind } from '@/types/residents'
import type { Instant } from '@/types/shared/day'
import type { StaffRole } from '@/types/shared/roles'
import { inForce, type Grant } from './facts'

/** Centre → community → grid → microgrid (may be left out) → building. */
const parentsOf: Readonly<Record<NodeKind, readonly NodeKind[]>> = {
  centre: [],
  community: ['centre'],
  grid: ['community'],
  microgrid: ['grid'],
  building: ['grid', 'microgrid'],
}

export const mayStandBelow = (kind: NodeKind, parent: NodeKind): boolean =>
  parentsOf[kind].includes(parent)

/** How a node is called out of its context: a building with the name of its community. */
export const labelOf = (kind: NodeKind, name: string, communityName: string | null): string =>
  kind === 'building' && communityName !== null ? `${communityName} ${name}` : name

/** Roles that make somebody answerable for a node. A deputy never stands in as admin. */
const ownerRoles: readonly StaffRole[] = [
  'microgridLead',
  'gridWorker',
  'communityStaff',
  'centreStaff',
  'operator',
  'admin',
]

/** The owner's and the deputy's own roles that cover a node; what they hold for somebody else does not count. */
export const rolesThere = (
  grants: readonly Grant[],
  path: readonly string[],
  at: Instant,
): StaffRole[] => [
  ...new Set(
    grants
      .filter((grant) => ownerRoles.includes(grant.role) && path.includes(grant.node))
      .filter((grant) => inForce(grant, at) && grant.inPlaceOf === undefined)
      .map(({ role }) => role),
  ),
]

/** What the deputy holds while the owner is away: the owner's roles, at this node only, and never admin. */
export const standInGrants = (
  owner: string,
  ownerGrants: readonly Grant[],
  path: readonly string[],
  until: Instant,
  at: Instant,
): Grant[] => {
  const node = path[path.length - 1] ?? ''
  return rolesThere(ownerGrants, path, at)
    .filter((role) => role !== 'admin')
    .map((role) => ({ role, node, until, inPlaceOf: owner }))
}

/** Grants without those held for an owner at a node. */
export const withoutStandIn = (grants: readonly Grant[], node: string): Grant[] =>
  grants.filter((grant) => !(grant.inPlaceOf !== undefined && grant.node === node))

/** Grants with exactly these held for an owner at a node. */
export const withStandIn = (
  grants: readonly Grant[],
  node: string,
  held: readonly Grant[],
): Grant[] => held.reduce(withGrant, withoutStandIn(grants, node))

/** Whether somebody holds exactly these for an owner at a node. */
export const standsInWith = (
  grants: readonly Grant[],
  node: string,
  held: readonly Grant[],
): boolean => {
  const say = (some: readonly Grant[]) =>
    some
      .map(({ role, until, inPlaceOf }) => `${role} ${until ?? ''} ${inPlaceOf ?? ''}`)
      .sort()
      .join()
  const now = grants.filter((grant) => grant.inPlaceOf !== undefined && grant.node === node)
  return say(now) === say(held)
}

/** Who answers for a node. */
export interface Posts {
  path: readonly string[]
  owner: string | null
  deputy: string | null
  awayUntil: Instant | null
}

/**
 * Who still answers for a node: an owner or deputy without a role of their own that covers it does not. An owner who
 * stays may be away with nobody to stand in.
 */
export const postsKept = <P extends Posts>(
  node: P,
  grantsOf: (person: string) => readonly Grant[],
  at: Instant,
): P => {
  const keeps = (person: string | null) =>
    person !== null && rolesThere(grantsOf(person), node.path, at).length > 0 ? person : null
  const owner = keeps(node.owner)
  return {
    ...node,
    owner,
    deputy: keeps(node.deputy),
    awayUntil: owner === null ? null : node.awayUntil,
  }
}

/** Only the owner says so, or somebody above: a deputy does not take over by themselves. */
export const maySetAway = (
  caller: string,
  owner: string | null,
  grants: readonly Grant[],
  path: readonly string[],
  at: Instant,
): boolean => {
  const above = path.length > 1 ? path.slice(0, -1) : path
  return (
    caller === owner ||
    rolesThere(grants, above, at).some((role) =>
      ['communityStaff', 'centreStaff', 'admin'].includes(role),
    )
  )
}

/** Grants with one more; the same role on the same node is held once, until the new time. */
export const withGrant = (grants: readonly Grant[], grant: Grant): Grant[] => [
  ...withoutGrant(grants, grant),
  grant,
]

export const withoutGrant = (
  grants: readonly Grant[],
  { role, node, inPlaceOf }: Pick<Grant, 'role' | 'node' | 'inPlaceOf'>,
): Grant[] =>
  grants.filter(
    (held) => !(held.role === role && held.node === node && held.inPlaceOf === inPlaceOf),
  )
