import type { Instant } from '@/types/shared/day'
import { surveys as contract } from '@/types/surveys'
import { command } from '../kit/cloud'
import { fail } from '../kit/failure'
import { nodesOf, type Passport } from '../kit/passport'
import { nodes } from '../residents/store'
import type { Published } from './show'

const { roles } = contract.procedures.doorList.may

/** The nodes below which the caller goes to doors for a survey: their own, as far as it reaches them. */
export const doorNodes = async (
  survey: Published,
  caller: Passport,
  at: Instant,
): Promise<string[]> => {
  const { centre, path, head } = survey
  const own = nodesOf(caller, roles, at)
  const known = await nodes
    .of(centre)
    .find({ where: { _id: command.in([...own]) }, limit: own.length, fields: { path: true } })
  const reached = known.flatMap((node) => {
    if (node.path.includes(head.target.node)) return [node._id]
    return path.includes(node._id) ? [head.target.node] : []
  })
  return reached.length > 0 ? [...new Set(reached)] : fail('NotAllowed')
}
