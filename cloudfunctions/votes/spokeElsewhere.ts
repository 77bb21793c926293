import { command } from '../kit/cloud'
import { ballots, type VoteDoc } from './store'

/**
 * Whether somebody had the last word for another household, or signed a paper for it that waits: who moves home during a
 * vote speaks once in it, for the home they lived in then.
 */
export const spokeElsewhere = async (
  { centre, _id }: Pick<VoteDoc, 'centre' | '_id'>,
  ids: readonly string[],
  household: string,
): Promise<boolean> => {
  const some = await ballots.of(centre).find({
    where: { people: command.in([...ids]), vote: _id },
    fields: { household: true, cast: true, paper: true },
  })
  return some.some(
    (ballot) =>
      ballot.household !== household &&
      [ballot.cast?.by, ballot.paper?.person].some((one) => ids.includes(one ?? '')),
  )
}
