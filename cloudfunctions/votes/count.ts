import { ownersTally } from '@/domain/votes/owners'
import { tally, type PublishedBallot } from '@/domain/votes/tally'
import { dayMs, type Instant } from '@/types/shared/day'
import { repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { found } from '../kit/failure'
import { householdsBelow } from './households'
import {
  ballots,
  optionsOf,
  ownerRolls,
  publishedBallots,
  publishedId,
  rollId,
  stretch,
  votes,
  type VoteDoc,
} from './store'

/** What anybody may count again is kept for five years, as minutes of meetings are. */
export const publishedMs = 5 * 366 * dayMs

/** Whether a vote is over and not counted yet. */
export const isToCount = ({ state, until }: Pick<VoteDoc, 'state' | 'until'>, at: Instant) =>
  state === 'open' && at >= until

/**
 * Counts a vote that is over. Its ballots are sealed first, so that whoever counts, and however often, counts the same;
 * what was on its way at the end and not written by then is refused.
 */
export const count = async (vote: VoteDoc, at: Instant): Promise<VoteDoc> => {
  const { centre, _id } = vote
  if (!isToCount(vote, at)) return vote
  const households = vote.kind === 'households'
  const counted = households ? await countHouseholds(vote) : await countOwners(vote)
  await repeat(() =>
    votes.of(centre).change(
      _id,
      // The households are to hear what came out.
      { state: 'ended', ...counted, ...(households && { owes: true }), seq: command.inc(1) },
      { state: 'open' },
    ),
  )
  return found(await votes.of(centre).get(_id))
}

const countHouseholds = async (vote: VoteDoc) => {
  const { centre, _id, rules, until, households: invited } = vote
  const store = ballots.of(centre)
  await repeat(() => store.changeAll({ vote: _id, sealed: false }, { sealed: true }))
  const cast: PublishedBallot[] = []
  const households = new Set<string>()
  let after: string | undefined
  do {
    const { documents, next } = await store.page({
      where: { vote: _id },
      by: ['_id', 'asc'],
      after,
      limit: stretch,
      fields: { household: true, receipt: true, choice: true },
    })
    for (const { household, receipt, choice } of documents) {
      households.add(household)
      if (choice !== null) cast.push({ receipt, choice })
    }
    after = next ?? undefined
  } while (after !== undefined)
  // By receipt: the order of the list says nothing of who voted where, or when.
  cast.sort((a, b) => (a.receipt < b.receipt ? -1 : 1))
  for (let part = 0; part === 0 || part * stretch < cast.length; part++)
    await publishedBallots.of(centre).replace({
      _id: publishedId(centre, _id, part),
      centre,
      v: 1,
      vote: _id,
      ballots: cast.slice(part * stretch, (part + 1) * stretch),
      until: until + publishedMs,
    })
  const now = await householdsBelow(centre, vote.node, until)
  return {
    cameLater: [...now.keys()].filter((household) => !households.has(household)).length,
    result: command.set(
      tally(cast, {
        households: invited ?? households.size,
        options: optionsOf(vote).length,
        yesNo: vote.options.length === 0,
        rules: found(rules),
      }),
    ),
  }
}

const countOwners = async ({ centre, _id, ownerRules }: VoteDoc) => {
  const store = ownerRolls.of(centre)
  const id = rollId(centre, _id)
  await repeat(() => store.change(id, { sealed: true, seq: command.inc(1) }, { sealed: false }))
  const { owners } = found(await store.get(id))
  return { ownersResult: command.set(ownersTally(Object.values(owners), found(ownerRules))) }
}
