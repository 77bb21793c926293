import { command } from '../kit/cloud'
import type { Job } from '../kit/jobs'
import { standDown } from './away'
import { nodes } from './store'

const batch = 50

/** When the owner's time away is over, the deputy gives the roles back (they ended by themselves at that moment). */
export const backFromAway: Job['run'] = async ({ centre, at }) => {
  const store = nodes.of(centre)
  const back = await store.find({
    where: { awayUntil: command.gt(0).and(command.lte(at)) },
    limit: batch,
  })
  for (const node of back) {
    await standDown(centre, node)
    await store.change(node._id, { awayUntil: null }, { awayUntil: node.awayUntil })
  }
  return { handled: back.length, cursor: back.length === batch ? 'more' : null }
}
