import { labelOf } from '@/domain/residents/tree'
import { repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { nodes, type NodeDoc } from './store'

/**
 * Gives a node another name or parent, and everything below it the path and label that follow. The people who live
 * there are brought up to date by the job `residents.refreshPeople`, from the mark that is set here.
 */
export const moveNode = async (
  centre: string,
  before: NodeDoc,
  after: NodeDoc,
  communityName: string | null,
): Promise<void> => {
  const { name, label, parent, path } = after
  const moved = before.parent !== parent || before.name !== name || before.label !== label
  if (!moved) return
  const store = nodes.of(centre)
  const below = await store.find({ where: { path: after._id }, limit: 1000 })
  await Promise.all(
    below
      .filter(({ _id }) => _id !== after._id)
      .map((node) =>
        repeat(() =>
          store.change(node._id, {
            path: [...path, ...node.path.slice(before.path.length)],
            label: labelOf(node.kind, node.name, communityName),
          }),
        ),
      ),
  )
  // Last, so that a repeated tap does what a crash left undone.
  await repeat(() =>
    store.change(after._id, { name, label, parent, path: command.set(path), peopleStale: true }),
  )
}
