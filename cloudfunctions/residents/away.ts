import { standInGrants, withoutStandIn, withStandIn } from '@/domain/residents/tree'
import type { Instant } from '@/types/shared/day'
import { changeGrants, passportOf } from './passports'
import type { NodeDoc } from './store'

type Answering = Pick<NodeDoc, '_id' | 'path' | 'owner' | 'deputy'>

/** Gives the deputy the roles the owner has at the node, no more and no less, until the owner is back. */
export const standIn = async (
  centre: string,
  { _id, path, owner, deputy }: Answering,
  until: Instant,
  at: Instant,
): Promise<void> => {
  if (owner === null || deputy === null) return
  const ownerGrants = (await passportOf(centre, owner))?.roles ?? []
  const held = standInGrants(owner, ownerGrants, path, until, at)
  await changeGrants(centre, deputy, (grants) => withStandIn(grants, _id, held))
}

/** Takes back what the deputy held for the owner. */
export const standDown = async (
  centre: string,
  { _id, deputy }: Pick<NodeDoc, '_id' | 'deputy'>,
): Promise<void> => {
  if (deputy === null) return
  await changeGrants(centre, deputy, (grants) => withoutStandIn(grants, _id))
}
