import { fail, found } from '../kit/failure'
import { proposals } from './store'

/** Refuses a proposal of another place than what is to come of it: neither lies below the other. */
export const refuseForeign = async (
  centre: string,
  proposal: string | undefined,
  path: readonly string[],
): Promise<void> => {
  if (proposal === undefined) return
  const known = found(await proposals.of(centre).get(proposal, { path: true }))
  const [shorter, longer] =
    known.path.length < path.length ? [known.path, path] : [path, known.path]
  if (shorter.some((node, depth) => longer[depth] !== node)) fail('NotFound')
}
