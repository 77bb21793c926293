import { again, decide, repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { ownerRolls, rollId, votes, type RollDoc, type VoteDoc } from './store'

/**
 * Says on an owners' count who is linked to it, so that they find it wherever they live; in one that began they are to
 * hear of it too. Safe to repeat.
 */
export const completeRoll = (centre: string, id: string): Promise<void> =>
  decide(async () => {
    const store = votes.of(centre)
    const vote = await store.get(id)
    if (vote?.kind !== 'owners') return
    const roll = await ownerRolls.of(centre).get(rollId(centre, id))
    if (!roll) return
    await dropNames(vote, roll)
    const { people, started, toTell } = roll
    const audience = [vote.node, ...people]
    const known = new Set(vote.audience)
    const same = known.size === audience.length && audience.every((one) => known.has(one))
    if (same && (vote.owes || toTell.length === 0)) return
    const { seq } = vote
    const change = { audience: command.set(audience), ...(started && { owes: true }), seq: seq + 1 }
    return (await store.change(id, change, { seq })) ? undefined : again
  })

/** Whoever left during a count is named until it is over, for the table that is signed, and no longer. */
const dropNames = async ({ state }: VoteDoc, { _id, centre, owners }: RollDoc): Promise<void> => {
  if (state === 'preparing' || state === 'open') return
  const left = Object.entries(owners).filter(([, { forgotten, name }]) => forgotten && name !== '')
  if (left.length === 0) return
  const nameless = Object.fromEntries(left.map(([unit]) => [`owners.${unit}.name`, '']))
  await repeat(() => ownerRolls.of(centre).change(_id, nameless))
}
