import { decideAnswer } from '@/domain/votes/owners'
import { closed } from '@/domain/votes/vote'
import { votes as contract } from '@/types/votes'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { takeUploads } from '../kit/uploads'
import { complete } from './complete'
import { countOf, rollChanged } from './ownersRoll'
import { countShown } from './show'

/** What an owner wrote and signed. */
export const enterAnswer = procedure(contract, 'enterAnswer', {
  load: countOf,
  place: ({ loaded: { vote } }) => vote.path,

  async run({ centre, caller, loaded, input: { key, owner, answer, photo }, at }) {
    const { vote, roll } = loaded
    if (roll.keys.includes(key)) {
      await complete(centre, vote._id, at)
      return countShown(vote, roll, at)
    }
    const over = closed(vote, at)
    if (over) return fail(over)
    found(roll.owners[owner])
    const by = caller.person.id
    const taken = await takeUploads({ centre, person: by, at }, roll._id, [
      { file: photo, purpose: 'ownerPaper', field: 'photo' },
    ])
    const own = found(taken.get(photo))
    return rollChanged(
      loaded,
      (known) => decideAnswer(known, { key, owner, answer, by, photo: own, at }),
      at,
    )
  },
})
