import { decideSign } from '@/domain/proposals/proposal'
import { same } from '@/domain/proposals/record'
import { proposals as contract } from '@/types/proposals'
import { dayOf } from '@/types/shared/day'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { proposalShown } from './showProposal'
import { sign } from './sign'
import { proposals } from './store'

/** One co-signature of one person, by nobody but themselves. Forty may come at once. */
export const coSign = procedure(contract, 'coSign', {
  load: ({ centre, input }) => proposals.of(centre).get(input.proposal),

  async run({ caller, loaded, input: { key }, at }) {
    const known = found(loaded)
    if (known.listed === null) return fail('NotFound')
    const { person } = caller
    const tap = { key, at, today: dayOf(at), by: null, form: null }
    const proposal = await sign(
      known,
      (now) => {
        const decision = decideSign(now, person, idsOf(person), tap)
        // Whoever signed already has what they want.
        const done = decision.outcome === 'refused' && decision.refusal.code === 'Signed'
        return done ? same : decision
      },
      at,
    )
    return proposalShown(proposal, { caller, at })
  },
})
