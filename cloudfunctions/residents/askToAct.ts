import { actorsAt } from '@/domain/residents/acting'
import { maskName } from '@/domain/residents/masking'
import { residents } from '@/types/residents'
import { dayMs, dayOf } from '@/types/shared/day'
import { fail } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { tell } from '../notices/outbox'
import { actRequestId, actRequests, personOfCard } from './store'

const answerWithinMs = 30 * dayMs

export const askToAct = procedure(residents, 'askToAct', {
  load: ({ centre, input }) => personOfCard(centre, input.card),

  run: async ({ centre, input, caller, at, loaded: subject }) => {
    const { id: actor, name: actorName } = caller.person
    if (!subject) return fail('CardUnknown')
    const person = { id: subject.facts.id, name: subject.facts.name }
    if (person.id === actor) return fail('ThatIsYou')
    if (actorsAt(subject, at).includes(actor)) return fail('AlreadyActing')
    // Nobody could answer: staff who see both of them may allow it.
    if (subject.openid === null) return fail('NoPhone')

    const _id = actRequestId(centre, person.id, actor)
    const { relation } = input
    await actRequests
      .of(centre)
      .replace({ _id, centre, v: 1, subject: person.id, actor, actorName, relation, at })
    await tell(centre, [
      {
        event: 'askedToAct',
        person,
        // Who is named in it, so that the notice goes when they do.
        thing: actor,
        // Asked again on the same day, they are not told again.
        key: dayOf(at),
        data: { name: actorName, relation },
        due: at + answerWithinMs,
      },
    ])
    return { name: maskName(person.name) }
  },
})
