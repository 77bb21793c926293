import { errands as contract } from '@/types/errands'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { nodesOf } from '../kit/passport'
import { idsOf } from '../kit/subject'
import { personNow } from '../residents/store'
import { reveal } from '../volunteers/reveal'
import { volunteerNow } from '../volunteers/store'
import { errands } from './store'

const { roles } = contract.procedures.contact.may

/** The number of who is asked, is on it, or may be asked, as far as they agreed; with the errand as the reason. */
export const contact = procedure(contract, 'contact', {
  load: async ({ centre, input }) => {
    const [errand, person] = await Promise.all([
      errands.of(centre).get(input.errand),
      personNow(centre, input.person),
    ])
    return { errand: found(errand), person: found(person) }
  },
  place: ({ loaded: { errand } }) => errand.path,

  async run({ centre, openid, caller, loaded: { errand, person }, input: { key }, at }) {
    const own = nodesOf(caller, roles, at)
    const concerned =
      person.facts.path.some((node) => own.includes(node)) ||
      idsOf(person.facts).some((id) => errand.claims[id] ?? errand.asked[id]) ||
      (await volunteerNow(centre, person.facts))?.listed === true
    if (!concerned) return fail('NoConsent')
    return reveal(person, { openid, key, by: caller.person.id, because: errand.kindName, at })
  },
})
