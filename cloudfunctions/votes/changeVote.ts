import { withKey } from '@/domain/shared/step'
import { again, decide } from '../kit/attempts'
import { found } from '../kit/failure'
import type { Fields } from '../kit/query'
import { votes, type VoteDoc } from './store'

/**
 * Changes a vote once for a tap: `how` says what changes of it as it is now, or fails. The vote as it is then.
 */
export const changeVote = async (
  first: VoteDoc,
  key: string,
  how: (vote: VoteDoc) => Fields,
): Promise<VoteDoc> => {
  const { _id, centre } = first
  const store = votes.of(centre)
  await decide(async (round) => {
    const vote = round === 0 ? first : found(await store.get(_id))
    if (vote.keys.includes(key)) return
    const { seq, state } = vote
    const change = { ...how(vote), keys: withKey(vote.keys, key), seq: seq + 1 }
    return (await store.change(_id, change, { seq, state })) ? undefined : again
  })
  return found(await store.get(_id))
}
