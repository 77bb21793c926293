import { decideLink } from '@/domain/proposals/proposal'
import { now } from '../kit/clock'
import { found } from '../kit/failure'
import { changeProposal } from './follow'
import { proposals } from './store'

const linkTo =
  (to: 'vote' | 'project') =>
  async (centre: string, proposal: string, id: string): Promise<void> => {
    const known = found(await proposals.of(centre).get(proposal))
    const at = now()
    await changeProposal(known, (one) => decideLink(one, to, id, at), at)
  }

/** Says on a proposal which vote is held on it, and tells its authors; the same again changes nothing. */
export const linkVote = linkTo('vote')

/** Says on a proposal which project it became, and tells its authors; the same again changes nothing. */
export const linkProject = linkTo('project')
