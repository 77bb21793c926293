import { fail, found } from '../kit/failure'
import { proposals } from './store'

/** Refuses what is of another place: neither lies below the other. */
export const refuseApart = (one: readonly string[], other: readonly string[]): void => {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one]
  if (shorter.some((node, depth) => longer[depth] !== node)) fail('NotFound')
}

/** Refuses a proposal of another place than what is to come of it. */
export const refuseForeign = async (
  centre: string,
  proposal: string | undefined,
  path: readonly string[],
): Promise<void> => {
  if (proposal === undefined) return
  refuseApart(found(await proposals.of(centre).get(proposal, { path: true })).path, path)
}
