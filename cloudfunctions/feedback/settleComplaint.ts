import { feedback } from '@/types/feedback'
import { refuseBadWords } from '../media/words'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { followComplaint } from './followComplaint'
import { complaintsMade } from './store'

/** Staff looked: it goes, or it stays. The decision stands; what follows from it is done again until it is done. */
export const settleComplaint = procedure(feedback, 'settleComplaint', {
  load: ({ centre, input }) => complaintsMade.of(centre).get(input.complaint),
  place: ({ loaded }) => loaded?.path ?? [],

  async run({ centre, openid, caller, loaded, input: { key, hide, words }, at }) {
    const { _id } = found(loaded)
    if (words !== '') await refuseBadWords(openid, [words])
    await decide(async () => {
      const known = found(await complaintsMade.of(centre).get(_id))
      if (known.settled?.key === key) return undefined
      if (known.settled) return fail('AlreadyDecided')
      const settled = { hidden: hide, words, by: caller.person.name, key, owed: true }
      return (await complaintsMade
        .of(centre)
        .change(_id, { state: 'settled', settled: command.set(settled) }, { state: 'open' }))
        ? undefined
        : again
    })
    await followComplaint(centre, _id, at)
    return {}
  },
})
