import { decideSign } from '@/domain/proposals/proposal'
import { proposals as contract } from '@/types/proposals'
import { dayOf } from '@/types/shared/day'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { takeUploads } from '../kit/uploads'
import { personNow } from '../residents/store'
import { sign } from './sign'
import { proposals } from './store'

/** What staff read where a resident would read something else. */
const namedForStaff: Readonly<Record<string, string>> = {
  NotVerified: 'TheyAreNotVerified',
  NotBelow: 'TheyLiveElsewhere',
  Signed: 'TheySigned',
}

/** A signature on a paper form, with a picture of it; staff who entered it stay on record. */
export const coSignOnPaper = procedure(contract, 'coSignOnPaper', {
  load: async ({ centre, input }) => {
    const [proposal, person] = await Promise.all([
      proposals.of(centre).get(input.proposal),
      personNow(centre, input.person),
    ])
    return { proposal: found(proposal), person: found(person) }
  },
  // Whoever answers for the person enters what they signed at home.
  place: ({ loaded: { person } }) => person.facts.path,

  async run({ centre, caller, loaded: { proposal, person }, input: { key, form }, at }) {
    const { facts } = person
    const ids = idsOf(facts)
    const by = caller.person.id
    const tap = (file: string) => ({ key, at, today: dayOf(at), by, form: file })
    const named = (code: string) => namedForStaff[code] ?? code
    const first = decideSign(proposal, facts, ids, tap(form))
    if (first.outcome === 'refused') return fail(named(first.refusal.code))
    // The same tap once more: its ticket is used up.
    if (first.outcome === 'same') return { count: proposal.count }
    // One form often holds many names: each takes a copy under a ticket of its own.
    const copies = await takeUploads({ centre, person: by, at }, proposal._id, [
      { file: form, purpose: 'coSignForm', field: 'form' },
    ])
    const file = found(copies.get(form))
    const { count } = await sign(
      proposal,
      (now) => decideSign(now, facts, ids, tap(file)),
      at,
      named,
    )
    return { count }
  },
})
