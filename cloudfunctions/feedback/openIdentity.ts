import { decideOpening } from '@/domain/feedback/identity'
import { feedback } from '@/types/feedback'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { procedure, wholeCentre } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { personNow } from '../residents/store'
import { complete } from './complete'
import { happened } from './happened'
import { authorOf, cases, type CaseDoc } from './store'
import { memberOf } from './titles'

/** Who an anonymous reporter is. That somebody looks, and why, is on the case and on the audit page before it is shown. */
export const openIdentity = procedure(feedback, 'openIdentity', {
  load: ({ centre, input }) => cases.of(centre).get(input.case),
  place: wholeCentre,
  about: ({ loaded }) => loaded?.number ?? null,
  eachLook: true,

  async run({ centre, caller, input: { case: one, key, reason, words }, at }) {
    const known = await decide(async () => {
      const now: CaseDoc = found(await cases.of(centre).get(one))
      if (idsOf(caller.person).some((id) => id === now.aboutStaff)) return fail('NotFound')
      if (!now.anonymous) return fail('NotAnonymous')
      if (now.sealedAuthor === null) return fail('NobodyKnown')
      const by = memberOf(caller, [wholeCentre({ centre })[0] ?? ''], at)
      const decided = decideOpening(now, by, { key, reason, words, at })
      if (decided.outcome !== 'step') return now
      return (await happened(now, decided.step)) ? now : again
    })
    await complete(centre, one, at)
    const author = found(authorOf(known))
    const person = author.person === null ? null : await personNow(centre, author.person)
    if (!person) return fail('NobodyKnown')
    const by = author.by === author.person ? null : await personNow(centre, author.by)
    return { name: person.facts.name, phone: person.phone, byName: by?.facts.name ?? null }
  },
})
