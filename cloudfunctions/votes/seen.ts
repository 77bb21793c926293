import type { Instant } from '@/types/shared/day'
import type { VoteForMe } from '@/types/votes'
import { fail, found } from '../kit/failure'
import type { Passport } from '../kit/passport'
import { people } from '../residents/store'
import { hasDoor } from './households'
import { voteForMe } from './show'
import {
  ballotId,
  ballots,
  ownerRolls,
  rollId,
  type BallotDoc,
  type RollDoc,
  type VoteDoc,
} from './store'

interface Own {
  ballot: BallotDoc | null
  roll: RollDoc | null
  door: boolean
}

/** What a vote has of the caller's: the ballot of their household, or the owners of the building. */
export const ownIn = async (vote: VoteDoc, { person }: Passport): Promise<Own> => {
  const { centre, _id, kind } = vote
  const { household } = person
  const [ballot, roll, record] = await Promise.all([
    kind === 'households' && household !== null
      ? ballots.of(centre).get(ballotId(centre, _id, household))
      : null,
    kind === 'owners' ? ownerRolls.of(centre).get(rollId(centre, _id)) : null,
    kind === 'households' ? people.of(centre).get(person.id, { home: true }) : null,
  ])
  return { ballot, roll, door: record !== null && hasDoor(record) }
}

/** A vote of a place the caller lives in; of another nobody learns that it is there. */
export const ofMyPlace = (vote: VoteDoc | null, { person }: Passport): VoteDoc => {
  const known = found(vote)
  return person.path.includes(known.node) ? known : fail('NotFound')
}

/** A vote as the caller sees it now. */
export const shownToMe = async (vote: VoteDoc, caller: Passport, at: Instant): Promise<VoteForMe> =>
  voteForMe({ vote, caller, ...(await ownIn(vote, caller)), at })
