import { decidePublish } from '@/domain/proposals/proposal'
import { proposals as contract } from '@/types/proposals'
import { dayMs } from '@/types/shared/day'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { checksOf } from '../media/checks'
import { refuseHarmful } from './checked'
import { changeProposal } from './follow'
import { refusePending } from './pictures'
import { proposalForStaff } from './showProposal'
import { proposals, settingsOf } from './store'

/** Staff say whether it is published; the words stay those of who proposed it. */
export const decideProposal = procedure(contract, 'decideProposal', {
  load: async ({ centre, input }) => {
    const [proposal, checks, { settings }] = await Promise.all([
      proposals.of(centre).get(input.proposal),
      checksOf(centre, input.proposal),
      settingsOf(centre),
    ])
    return { proposal: found(proposal), checks, settings }
  },
  place: ({ loaded }) => loaded.proposal.path,
  concerns: ({ loaded }) => loaded.proposal.person,

  async run({ openid, caller, loaded: { proposal, checks, settings }, input, at }) {
    const { key, publish, because = null } = input
    const { title, words, photos, checked, state } = proposal
    if (publish && state === 'waiting') {
      refusePending(photos, checks)
      if (!checked) await refuseHarmful(openid, [title, words])
    }
    const { threshold, answerDays, collectDays } = settings
    const until = at + collectDays * dayMs
    const by = caller.person.id
    const act = { key, at, by, publish, because }
    return proposalForStaff(
      await changeProposal(
        proposal,
        (now) => decidePublish(now, act, { threshold, answerDays, until }),
        at,
      ),
    )
  },
})
