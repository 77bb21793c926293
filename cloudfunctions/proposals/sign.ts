import type { Decision } from '@/domain/proposals/record'
import type { Instant } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { take } from '../kit/step'
import { carryProposal, completeProposal } from './follow'
import { proposals, type ProposalDoc } from './store'

/** Gives or takes back one co-signature, and carries through what enough of them bring. The proposal as it is then. */
export const sign = async (
  first: ProposalDoc,
  rule: (proposal: ProposalDoc) => Decision,
  at: Instant,
  named: (code: string) => string = (code) => code,
): Promise<ProposalDoc> => {
  const { centre, _id } = first
  const store = proposals.of(centre)
  await decide(async (round) => {
    const decision = rule(round === 0 ? first : found(await store.get(_id)))
    if (decision.outcome === 'refused') return fail(named(decision.refusal.code))
    if (decision.outcome === 'same') return
    return (await take(store, _id, decision.step)) ? undefined : again
  })
  const signed = await carryProposal(centre, _id, at)
  // The picture of a paper form goes with the signature that was taken back.
  if (signed.unused.length > 0) await completeProposal(centre, _id, at)
  return signed
}
