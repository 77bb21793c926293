import { decideBooking } from '@/domain/haircuts/book'
import { haircuts } from '@/types/haircuts'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { take } from '../kit/step'
import { idsOf, knownAs } from '../kit/subject'
import { tell } from '../notices/outbox'
import { ticketOf } from './show'
import { haircutSessions, sessionFor } from './store'
import { telling } from './told'

/**
 * Takes a number, or a place in the line, in one conditional update. The number is the position the update gave it, and
 * is read behind it.
 */
export const book = procedure(haircuts, 'book', {
  load: ({ centre, subjectId, input }) => sessionFor(centre, input.session, subjectId),

  async run({ centre, caller, subject, loaded, input, at }) {
    const { key, slot = null, wait } = input
    const ids = idsOf(subject)
    const self = subject.id === caller.person.id
    const { session, person, claim } = await decide(async (round) => {
      const fresh = round > 0 || ids.length > 1
      const session = found(fresh ? await sessionFor(centre, input.session, ...ids) : loaded)
      const { id, name, birthDate } = knownAs(subject, session)
      const decision = decideBooking(session, {
        key,
        person: { id, name, birthDate },
        by: caller.person.id,
        byName: self ? null : caller.person.name,
        slot,
        wait,
        at,
      })
      if (decision.outcome === 'refused') return fail(decision.refusal.code, decision.refusal.data)
      const { claim } = decision
      if (decision.outcome === 'claim')
        if (!(await take(haircutSessions.of(centre), session._id, decision.step))) return again
      return { session, person: { id, name }, claim }
    })
    const [standing] = await Promise.all([
      haircutSessions.of(centre).get(session._id, {
        numbers: true,
        waiting: true,
        [`claims.${person.id}`]: true,
      }),
      claim.owed && tell(centre, [telling(session, person.id, claim, claim.owed, at)]),
    ])
    const { numbers, waiting, claims } = found(standing)
    return ticketOf({ ...session, numbers, waiting }, person, claims?.[person.id] ?? claim, caller)
  },
})
