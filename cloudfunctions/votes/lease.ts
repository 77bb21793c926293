import type { Instant } from '@/types/shared/day'
import { repeat } from '../kit/attempts'
import { randomToken } from '../kit/ids'
import { votes, type VoteDoc } from './store'

/** A function lives for 20 seconds: who began longer ago than this is gone. */
const leaseMs = 60_000

/** Lets one at a time do what is long: the vote as it is then, or null while another is at it. */
export const takeLease = async (vote: VoteDoc, at: Instant): Promise<VoteDoc | null> => {
  const { _id, centre, seq, state, preparer, preparedAt } = vote
  if (preparer !== null && preparedAt > at - leaseMs) return null
  const mine = { preparer: randomToken(), preparedAt: at, seq: seq + 1 }
  const store = votes.of(centre)
  const taken = await repeat(
    async () =>
      (await store.change(_id, mine, { seq, state })) ||
      // Its reply may have been lost.
      (await store.get(_id, { preparer: true }))?.preparer === mine.preparer,
  )
  return taken ? { ...vote, ...mine } : null
}
