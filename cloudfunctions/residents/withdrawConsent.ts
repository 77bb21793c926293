import { isSensitive, withoutTags } from '@/domain/residents/tags'
import { residents } from '@/types/residents'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { followConsent } from '../volunteers/registration'
import { withdraw } from './agreements'
import { endActingFor } from './ending'
import { changePerson } from './records'
import { consents, personNow, type ConsentDoc } from './store'

export const withdrawConsent = procedure(residents, 'withdrawConsent', {
  load: ({ centre, input }) => consents.of(centre).get(input.consent),

  run: async ({ centre, caller, at, loaded }) => {
    const me = caller.person.id
    const consent = found(loaded && isOf(loaded, me) ? loaded : null)
    await withdraw(centre, [consent._id], at)
    const person = await personNow(centre, consent.person)
    if (!person) return {}

    switch (consent.purpose) {
      case 'actFor':
      case 'guardian':
        if (consent.about) await endActingFor(centre, person, consent.about, at)
        return {}
      case 'sensitiveTag':
        await changePerson(centre, person, (record) =>
          withoutTags(
            record,
            (tag) => isSensitive(tag) && record.tagBasis[tag]?.consent === consent._id,
          ),
        )
        return {}
      case 'volunteerMinor':
      case 'talentDirectory':
      case 'showContact':
      case 'honours':
        await followConsent(centre, person, consent, at)
        return {}
      case 'privacyPolicy':
      case 'callList':
      case 'photos':
        return {}
      default:
        return consent.purpose satisfies never
    }
  },
})

/** One's own, or given for a child. */
const isOf = ({ person, givenBy }: ConsentDoc, me: string): boolean =>
  person === me || givenBy === me
