import { decideAnswer } from '@/domain/votes/owners'
import { closed } from '@/domain/votes/vote'
import { isVerified } from '@/domain/residents/verification'
import { dayOf } from '@/types/shared/day'
import { votes as contract } from '@/types/votes'
import { fail } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { changeBy } from '../kit/step'
import { idsOf } from '../kit/subject'
import { countOf } from './ownersRoll'
import { shownToMe } from './seen'
import { ownerRolls } from './store'

/** An owner answers on their own phone, for all their units; nobody does it for them. */
export const answerAsOwner = procedure(contract, 'answerAsOwner', {
  load: countOf,

  async run({ centre, caller, loaded: { vote, roll }, input: { key, owner, answer }, at }) {
    const { person } = caller
    const linked = roll.owners[owner]?.person ?? null
    if (linked === null || !idsOf(person).includes(linked)) return fail('NotYourUnit')
    if (!roll.keys.includes(key)) {
      const over = closed(vote, at)
      if (over) return fail(over)
      if (!isVerified(person.verifiedUntil, dayOf(at))) return fail('NotVerified')
    }
    await changeBy(ownerRolls.of(centre), roll, (known) =>
      decideAnswer(known, { key, owner, answer, by: person.id, photo: null, at }),
    )
    return shownToMe(vote, caller, at)
  },
})
