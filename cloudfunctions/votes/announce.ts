import { timesOf } from '@/domain/votes/vote'
import type { Instant } from '@/types/shared/day'
import { refuseBadWords } from '../media/words'
import { fail, found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { refuseForeign } from '../proposals/linkable'
import { reachOf } from '../residents/homes'
import { nodes, type NodeDoc } from '../residents/store'
import { votes, type VoteDoc } from './store'

/** What is needed to announce something to be voted on, once for a tap. */
export const toAnnounce = async ({
  centre,
  openid,
  input: { key, draft },
}: {
  centre: string
  openid: string
  input: { key: string; draft: { node: string } }
}): Promise<{ _id: string; node: NodeDoc; known: VoteDoc | null }> => {
  const _id = hiddenId(centre, 'vt', openid, key)
  const [node, known] = await Promise.all([
    nodes.of(centre).get(draft.node).then(found),
    votes.of(centre).get(_id),
  ])
  return { _id, node, known }
}

interface Announcing {
  _id: string
  centre: string
  openid: string
  key: string
  by: string
  node: NodeDoc
  at: Instant
}

type Said = Pick<
  VoteDoc,
  'kind' | 'question' | 'explanation' | 'options' | 'rules' | 'ownerRules'
> & {
  from: Instant
  until: Instant
  proposal: string | undefined
}

/** A vote as it is announced; refuses a time that cannot be, and words that must not. */
export const announced = async (
  { _id, centre, openid, key, by, node, at }: Announcing,
  { from, until, proposal = undefined, ...said }: Said,
): Promise<VoteDoc> => {
  const times = timesOf({ from, until }, at)
  if ('code' in times) return fail(times.code, times.data)
  await refuseForeign(centre, proposal, node.path)
  await refuseBadWords(openid, [said.question, said.explanation, ...said.options])
  return {
    _id,
    centre,
    v: 1,
    ...said,
    ...times,
    node: node._id,
    nodeName: node.label,
    path: node.path,
    audience: [node._id],
    reach: await reachOf(centre, node.path),
    proposal: proposal ?? null,
    toLink: proposal !== undefined,
    state: 'preparing',
    preparer: null,
    preparedAt: 0,
    households: null,
    cameLater: null,
    papersLeft: null,
    result: null,
    ownersResult: null,
    because: null,
    openedBy: by,
    remindedAt: null,
    warned: false,
    seq: 0,
    keys: [key],
    owes: false,
    linked: true,
  }
}
