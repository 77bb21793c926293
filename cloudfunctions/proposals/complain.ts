import { proposals as contract } from '@/types/proposals'
import { dayOf } from '@/types/shared/day'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { mayGuess } from '../residents/guesses'
import { checkedOrHeld } from './checked'
import { completeComplaint } from './complaint'
import { complaintId, complaints, proposals, wishes, type ComplaintDoc } from './store'

/** Complaints of one person in a day. */
const mostComplaints = 5

/** Says what is wrong with something published; only staff read it. */
export const complain = procedure(contract, 'complain', {
  load: async ({ centre, input: { of, thing } }) => {
    if (of === 'wish') {
      const wish = found(await wishes.of(centre).get(thing))
      return { listed: wish.listed, path: wish.path, title: wish.public?.title ?? '' }
    }
    return found(await proposals.of(centre).get(thing, { listed: true, path: true, title: true }))
  },

  async run({ centre, openid, caller, subject, loaded, input, at }) {
    const { key, of, thing, words } = input
    const _id = complaintId(centre, subject.id, thing)
    const store = complaints.of(centre)
    const known = await store.get(_id)
    if (!known) {
      if (loaded.listed === null) return fail('NotFound')
      await checkedOrHeld(openid, [words])
      if (!(await mayGuess(centre, `complain:${subject.id}`, key, dayOf(at), mostComplaints)))
        return fail('TooManyToday', { most: mostComplaints })
      const complaint: ComplaintDoc = {
        ...{ _id, centre, v: 1, of, thing, title: loaded.title, path: loaded.path },
        ...{ person: subject.id, personName: subject.name, by: caller.person.id, words, key },
        ...{
          state: 'waiting',
          wasHidden: false,
          over: false,
          answer: null,
          answeredBy: null,
          answerKey: null,
        },
        ...{ owes: true, at },
      }
      await store.insert(complaint)
    }
    const kept = found(await store.get(_id))
    if (kept.key !== key) return fail('AlreadyComplained')
    await completeComplaint(kept, at)
    return {}
  },
})
