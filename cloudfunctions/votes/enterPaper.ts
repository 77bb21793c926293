import { decidePaper } from '@/domain/votes/ballot'
import { closed, unfit } from '@/domain/votes/vote'
import { votes as contract } from '@/types/votes'
import { command } from '../kit/cloud'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { changeBy } from '../kit/step'
import { idsOf } from '../kit/subject'
import { takeUploads } from '../kit/uploads'
import { personNow } from '../residents/store'
import { hasDoor } from './households'
import { spokeElsewhere } from './spokeElsewhere'
import { ballotId, ballots, optionsOf, votes, type BallotDoc } from './store'

const words = {
  HomeNeeded: 'TheyHaveNoHome',
  NotVerified: 'TheyAreNotVerified',
  BirthDateNeeded: 'TheyAreNotVerified',
  TooYoung: 'TheyAreTooYoung',
} as const

/** A household that signed on paper: one enters it with its picture, another looks at it before it counts. */
export const enterPaper = procedure(contract, 'enterPaper', {
  load: async ({ centre, input: { vote, person } }) => {
    const [known, signer] = await Promise.all([
      votes.of(centre).get(vote).then(found),
      personNow(centre, person).then(found),
    ])
    return { vote: known, signer }
  },
  // Who goes from door to door in one grid enters what its people signed.
  place: ({ loaded: { vote, signer } }) =>
    signer.facts.path.includes(vote.node) ? signer.facts.path : vote.path,

  async run({ centre, caller, loaded: { vote, signer }, input: { key, choice, photo }, at }) {
    const { household } = signer.facts
    const ballot: BallotDoc | null =
      household === null
        ? null
        : await ballots.of(centre).get(ballotId(centre, vote._id, household))
    if (ballot?.keys.includes(key)) return { door: ballot.door }
    const over = closed(vote, at)
    if (over) return fail(over)
    const cannot = unfit(signer.facts, hasDoor(signer), at)
    if (cannot) return fail(words[cannot])
    if (!ballot) return fail('HouseholdNotListed')
    if (await spokeElsewhere(vote, idsOf(signer.facts), ballot.household))
      return fail('TheySpokeElsewhere')
    if (ballot.household === caller.person.household) return fail('OwnHousehold')
    if (ballot.paper) return fail('PaperWaits')
    if (choice >= optionsOf(vote).length) return fail('NoSuchOption')
    const by = caller.person.id
    const taken = await takeUploads({ centre, person: by, at }, ballot._id, [
      { file: photo, purpose: 'ballotPaper', field: 'photo' },
    ])
    const own = found(taken.get(photo))
    // Before the paper stands: a picture whose paper was cut off belongs to the ballot all the same, and goes with it.
    await ballots.of(centre).change(ballot._id, { photos: command.addToSet(own) })
    const { door } = await changeBy(ballots.of(centre), ballot, (known) =>
      decidePaper(known, {
        ...{ key, choice, by, at },
        options: optionsOf(vote).length,
        person: signer._id,
        photo: own,
      }),
    )
    return { door }
  },
})
