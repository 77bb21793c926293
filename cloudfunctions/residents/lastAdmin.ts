import { inForce } from '@/domain/residents/facts'
import type { Instant } from '@/types/shared/day'
import { fail } from '../kit/failure'
import { centreNode } from '../kit/procedure'
import { withTransaction, type Transaction } from '../kit/transaction'
import { nodes, passports, people, post, type PassportDoc } from './store'

const administers = ({ roles }: PassportDoc, root: string, at: Instant): boolean =>
  roles.some(
    (grant) =>
      grant.role === 'admin' && grant.node === root && grant.until === null && inForce(grant, at),
  )

/**
 * Does something that may take an admin from the centre, if another stays: somebody with the role for good, who has not
 * asked to be erased. Fails with `LastAdmin`. Two admins who leave at once meet in the root node, which both touch, so
 * that one of them sees the other gone.
 */
export const unlessLastAdmin = async <T>(
  centre: string,
  leaving: string,
  at: Instant,
  leave: (transaction: Transaction) => Promise<T>,
): Promise<T> => {
  const root = centreNode(centre)
  const holders = await passports
    .of(centre)
    .find({ where: { posts: post(root, 'admin') }, limit: 100 })
  const others = holders.filter(({ person }) => person.id !== leaving)
  const isAdmin = holders.some(
    (holder) => holder.person.id === leaving && administers(holder, root, at),
  )
  return withTransaction(async (transaction) => {
    if (isAdmin) {
      const node = await transaction.get(nodes, centre, root)
      if (!(await anyStays(transaction, centre, others, root, at))) fail('LastAdmin')
      await transaction.change(nodes, root, { adminsRev: (node?.adminsRev ?? 0) + 1 })
    }
    return leave(transaction)
  })
}

const anyStays = async (
  transaction: Transaction,
  centre: string,
  others: readonly PassportDoc[],
  root: string,
  at: Instant,
): Promise<boolean> => {
  for (const { _id, person } of others) {
    const passport = await transaction.get(passports, centre, _id)
    const record = await transaction.get(people, centre, person.id)
    if (passport && administers(passport, root, at) && record && record.eraseOn === null)
      return true
  }
  return false
}
