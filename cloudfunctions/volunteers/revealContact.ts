import { placeOf } from '@/domain/residents/places'
import { isMinor } from '@/domain/volunteers/registration'
import { volunteers } from '@/types/volunteers'
import { dayOf } from '@/types/shared/day'
import { fail, found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { anywhere, procedure } from '../kit/procedure'
import { consents, personNow } from '../residents/store'
import { reveals, volunteerNow } from './store'

export const revealContact = procedure(volunteers, 'revealContact', {
  load: ({ centre, input }) => personNow(centre, input.person).then(found),
  place: ({ loaded }) => placeOf(loaded.facts) ?? anywhere,

  async run({ centre, openid, caller, loaded: person, input: { key, because }, at }) {
    const { facts, phone } = person
    const volunteer = await volunteerNow(centre, facts)
    const consent = volunteer?.contact ? volunteer.consents.showContact : undefined
    // The record of the consent decides: what copies it may be a moment behind.
    const given = consent === undefined ? null : await consents.of(centre).get(consent)
    const adult = isMinor(facts.birthDate, volunteer?.adult ?? false, dayOf(at)) === false
    if (!given || given.withdrawnAt !== null || !adult) return fail('NoConsent')
    await reveals.of(centre).insert({
      _id: hiddenId(centre, 'vc', openid, key),
      centre,
      v: 1,
      person: facts.id,
      by: caller.person.id,
      because,
      at,
    })
    return { name: facts.name, phone }
  },
})
