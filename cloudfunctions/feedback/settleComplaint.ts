import { feedback } from '@/types/feedback'
import { dayMs } from '@/types/shared/day'
import { refuseBadWords } from '../activities/badText'
import { again, decide, repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { tell } from '../notices/outbox'
import { personNow } from '../residents/store'
import { caseBoard, complaintsMade } from './store'

/** Staff looked: it goes, or it stays. The decision stands; what follows from it may be done again. */
export const settleComplaint = procedure(feedback, 'settleComplaint', {
  load: ({ centre, input }) => complaintsMade.of(centre).get(input.complaint),
  place: ({ loaded }) => loaded?.path ?? [],

  async run({ centre, openid, caller, loaded, input: { key, hide, words }, at }) {
    const { _id, about, person } = found(loaded)
    if (words !== '') await refuseBadWords(openid, [words])
    await decide(async () => {
      const known = found(await complaintsMade.of(centre).get(_id))
      if (known.settled?.key === key) return undefined
      if (known.settled) return fail('AlreadyDecided')
      const settled = { hidden: hide, words, by: caller.person.name, key }
      return (await complaintsMade
        .of(centre)
        .change(_id, { state: 'settled', settled: command.set(settled) }, { state: 'open' }))
        ? undefined
        : again
    })
    if (hide) await repeat(() => caseBoard.of(centre).change(about.id, { shown: false }))
    const who = await personNow(centre, person)
    if (who)
      await tell(centre, [
        {
          event: 'complaintSettled',
          person: { id: who._id, name: who.facts.name },
          thing: _id,
          key,
          data: { title: hide ? '已经撤下' : '看过了，留着', ...(words !== '' && { note: words }) },
          due: at + 3 * dayMs,
        },
      ])
    return {}
  },
})
