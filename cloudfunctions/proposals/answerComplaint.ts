import { proposals as contract } from '@/types/proposals'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { completeComplaint, complaintShown } from './complaint'
import { complaints } from './store'

/**
 * Staff hide what it is about, or leave it; whoever comes second finds it answered. What was hidden by mistake is put
 * back by a second answer.
 */
export const answerComplaint = procedure(contract, 'answerComplaint', {
  load: ({ centre, input }) => complaints.of(centre).get(input.complaint),
  place: ({ loaded }) => found(loaded).path,

  async run({ centre, caller, loaded, input: { key, complaint: id, hide, answer }, at }) {
    const store = complaints.of(centre)
    await decide(async (round) => {
      const known = round === 0 ? found(loaded) : found(await store.get(id))
      if (known.answerKey === key) return
      const puttingBack = known.state === 'hidden' && !hide
      if (known.state !== 'waiting' && !puttingBack) return fail('AlreadyAnswered')
      const answered = {
        ...{ state: hide ? 'hidden' : 'left', over: true, owes: true },
        wasHidden: puttingBack,
        ...{ answer, answeredBy: caller.person.id, answerKey: key },
      }
      return (await store.change(id, answered, { state: known.state, answerKey: known.answerKey }))
        ? undefined
        : again
    })
    await completeComplaint(found(await store.get(id)), at)
    return complaintShown(found(await store.get(id)))
  },
})
