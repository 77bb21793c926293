import type { Instant } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { randomToken } from '../kit/ids'
import { householdsBelow, type Household } from './households'
import { takeLease } from './lease'
import { ballotId, ballots, votes, type BallotDoc, type VoteDoc } from './store'

const batch = 100
const atOnce = 4

/** 12 characters in three groups, to be read aloud and compared. */
const newReceipt = (): string => (randomToken().slice(0, 12).match(/.{4}/g) ?? []).join('-')

const emptyBallot = (
  { centre, _id: vote }: VoteDoc,
  { id: household, building, path, door }: Household,
): BallotDoc => ({
  _id: ballotId(centre, vote, household),
  centre,
  v: 1,
  ...{ vote, household, building, path, door },
  receipt: newReceipt(),
  seq: 0,
  keys: [],
  sealed: false,
  voted: false,
  choice: null,
  cast: null,
  casts: [],
  people: [],
  paper: null,
  paperWaits: false,
  photos: [],
  reminded: 0,
  owes: false,
  news: null,
})

/**
 * Writes down every household below the place of a vote, each with an empty ballot: who has one may vote, and no other
 * comes after. One at a time does it, so that nothing is added once it is counted; cut off, another goes on.
 */
export const prepare = (centre: string, id: string, at: Instant): Promise<void> =>
  decide(async () => {
    const store = votes.of(centre)
    const vote = await store.get(id)
    if (!vote || vote.kind !== 'households' || vote.state !== 'preparing') return
    const mine = await takeLease(vote, at)
    if (!mine) return
    const households = [...(await householdsBelow(centre, vote.node, at)).values()]
    for (let from = 0; from < households.length; from += batch * atOnce)
      await Promise.all(
        Array.from({ length: atOnce }, (_, i) => {
          const start = from + i * batch
          const some = households.slice(start, start + batch)
          return ballots.of(centre).insertAll(some.map((one) => emptyBallot(vote, one)))
        }),
      )
    const opened = await store.change(
      id,
      {
        state: 'open',
        households: await ballots.of(centre).count({ vote: id }),
        preparer: null,
        // The households are to hear of it.
        owes: true,
        seq: mine.seq + 1,
      },
      { preparer: mine.preparer, state: 'preparing' },
    )
    return opened ? undefined : again
  })
