import { placeOf } from '@/domain/residents/places'
import { residents } from '@/types/residents'
import { fail, found } from '../kit/failure'
import { anywhere, procedure } from '../kit/procedure'
import { allowActing } from './allowing'
import { personNow } from './store'

/** For people without a phone: they said so, or signed it, before staff. */
export const allowActor = procedure(residents, 'allowActor', {
  load: async ({ centre, input }) => {
    const [subject, actor] = await Promise.all([
      personNow(centre, input.person).then(found),
      personNow(centre, input.actor),
    ])
    return { subject, actor }
  },
  place: ({ loaded }) => placeOf(loaded.subject.facts) ?? anywhere,

  run: async ({ centre, input, caller, at, loaded: { subject, actor } }) => {
    const { key, relation, consent } = input
    const { facts, openid } = found(actor)
    if (facts.id === subject.facts.id) return fail('SamePerson')
    // Staff do not make themselves somebody's relative: a colleague does.
    if (facts.id === caller.person.id) return fail('NotYourself')
    if (openid === null) return fail('NoPhone')
    await allowActing(centre, subject, facts.id, {
      relation,
      version: consent,
      givenBy: subject.facts.id,
      at,
      key,
    })
    return {}
  },
})
