import { dayMs } from '@/types/shared/day'
import { residents } from '@/types/residents'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { tell } from '../notices/outbox'
import { allowActing } from './allowing'
import { actRequestId, actRequests, people } from './store'

const weekMs = 7 * dayMs

export const answerActor = procedure(residents, 'answerActor', {
  load: async ({ centre, subjectId, input }) => {
    const [request, subject] = await Promise.all([
      actRequests.of(centre).get(actRequestId(centre, subjectId, input.actor)),
      people.of(centre).get(subjectId),
    ])
    return { request, subject }
  },

  run: async ({ centre, input, at, loaded: { request, subject } }) => {
    const { key, actor, allow } = input
    const person = found(subject)
    if (!request) {
      // Sent again after it was answered; or nobody asked.
      if (allow) found(person.actors[actor])
      return {}
    }
    if (allow) {
      const { id, name } = person.facts
      const { relation, actorName } = request
      await allowActing(centre, person, actor, {
        relation,
        version: 'answered',
        givenBy: id,
        at,
        key,
      })
      await tell(centre, [
        {
          event: 'actingAllowed',
          person: { id: actor, name: actorName },
          thing: id,
          key,
          data: { name },
          due: at + weekMs,
        },
      ])
    }
    await actRequests.of(centre).remove(request._id)
    return {}
  },
})
