import type { Instant } from '@/types/shared/day'
import type { VoteForMe } from '@/types/votes'
import { fail, found } from '../kit/failure'
import type { Facts, Passport } from '../kit/passport'
import { idsOf } from '../kit/subject'
import { people } from '../residents/store'
import { hasDoor } from './households'
import { voteForMe } from './show'
import { spokeElsewhere } from './spokeElsewhere'
import {
  ballotId,
  ballots,
  ownerRolls,
  rollId,
  type BallotDoc,
  type RollDoc,
  type VoteDoc,
} from './store'

/** What a vote has of the caller's: the ballot of their household, or the owners of the building. */
export interface Own {
  ballot: BallotDoc | null
  roll: RollDoc | null
  /** Their home has a door we know. */
  door: boolean
  /** They spoke for another household in this vote, before they moved. */
  elsewhere: boolean
}

export const ownIn = async (vote: VoteDoc, { person }: Passport): Promise<Own> => {
  const { centre, _id } = vote
  const { household } = person
  if (vote.kind === 'owners') {
    const roll = await ownerRolls.of(centre).get(rollId(centre, _id))
    return { ballot: null, roll, door: false, elsewhere: false }
  }
  const [ballot, record, elsewhere] = await Promise.all([
    household === null ? null : ballots.of(centre).get(ballotId(centre, _id, household)),
    people.of(centre).get(person.id, { home: true }),
    household === null ? false : spokeElsewhere(vote, idsOf(person), household),
  ])
  return { ballot, roll: null, door: record !== null && hasDoor(record), elsewhere }
}

/** Whose votes somebody finds: of the places they live in, and those they are asked in as an owner. */
export const audiencesOf = (person: Facts): string[] => [...person.path, ...idsOf(person)]

/** A vote of the caller's; of another nobody learns that it is there. */
export const ofMine = (vote: VoteDoc | null, { person }: Passport): VoteDoc => {
  const known = found(vote)
  return audiencesOf(person).some((one) => known.audience.includes(one)) ? known : fail('NotFound')
}

/** A vote as the caller sees it now. */
export const shownToMe = async (vote: VoteDoc, caller: Passport, at: Instant): Promise<VoteForMe> =>
  voteForMe({ vote, caller, ...(await ownIn(vote, caller)), at })
