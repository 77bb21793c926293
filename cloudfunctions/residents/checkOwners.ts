import type { Job } from '../kit/jobs'
import { releaseNodes } from './owners'
import { nodes } from './store'

const batch = 50

/**
 * Whoever answers for a node holds a role there: also when the role ended by its day, when the node moved, or when a
 * crash came between the role and the node.
 */
export const checkOwners: Job['run'] = async ({ centre, at, cursor }) => {
  const { documents, next } = await nodes.of(centre).page({
    where: {},
    by: ['_id', 'asc'],
    after: cursor ?? undefined,
    limit: batch,
  })
  const released = await releaseNodes(centre, documents, at)
  return { handled: released.length, cursor: next }
}
