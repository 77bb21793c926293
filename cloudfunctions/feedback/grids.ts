import { gridDepth } from '@/domain/feedback/place'
import { command } from '../kit/cloud'
import { nodes, type NodeDoc } from '../residents/store'

/** 静安里社区 第一网格: what the grid of a node is called. Grids have the same names in every community. */
export const gridNameOf = async ({
  centre,
  path,
}: Pick<NodeDoc, 'centre' | 'path'>): Promise<string> => {
  const named = path.length === 1 ? path : path.slice(1, gridDepth)
  const found = await nodes.of(centre).find({
    where: { _id: command.in([...named]) },
    limit: named.length,
    fields: { label: true },
  })
  return named.flatMap((id) => found.find(({ _id }) => _id === id)?.label ?? []).join(' ')
}
