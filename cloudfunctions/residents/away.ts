import { standInGrants, withGrant, withoutStandIn } from '@/domain/residents/tree'
import type { Instant } from '@/types/shared/day'
import { changeGrants, passportOf } from './passports'
import type { NodeDoc } from './store'

/** Gives the deputy the owner's roles at the node until the owner is back. */
export const standIn = async (
  centre: string,
  { path, owner, deputy }: NodeDoc,
  until: Instant,
  at: Instant,
): Promise<void> => {
  if (owner === null || deputy === null) return
  const ownerGrants = (await passportOf(centre, owner))?.roles ?? []
  const added = standInGrants(owner, ownerGrants, path, until, at)
  await changeGrants(centre, deputy, (grants) => added.reduce(withGrant, [...grants]))
}

/** Takes back what the deputy held for the owner. */
export const standDown = async (
  centre: string,
  { _id, deputy }: Pick<NodeDoc, '_id' | 'deputy'>,
): Promise<void> => {
  if (deputy === null) return
  await changeGrants(centre, deputy, (grants) => withoutStandIn(grants, _id))
}
