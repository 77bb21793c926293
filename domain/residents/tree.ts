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
