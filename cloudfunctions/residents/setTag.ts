import { placeOf } from '@/domain/residents/places'
import {
  isSensitive,
  lapsesBy,
  seesSensitiveTags,
  tagRefusal,
  withTag,
} from '@/domain/residents/tags'
import { residents } from '@/types/residents'
import { addDays, dayOf, instantOf } from '@/types/shared/day'
import { fail, found } from '../kit/failure'
import { anywhere, procedure } from '../kit/procedure'
import { consentId, recordConsent } from './agreements'
import { changePerson } from './records'
import { consents, personNow } from './store'
import { personForStaff } from './views'

export const setTag = procedure(residents, 'setTag', {
  load: async ({ centre, input }) => {
    const person = found(await personNow(centre, input.person))
    const agreed = isSensitive(input.tag) ? await agreedByPhone(centre, person._id) : null
    return { person, agreed }
  },
  place: ({ loaded }) => placeOf(loaded.person.facts) ?? anywhere,

  run: async ({ centre, input, caller, at, loaded: { person, agreed } }) => {
    const { key, tag, consent: paper } = input
    const by = caller.person.id
    const today = dayOf(at)
    const until = input.until ?? lapsesBy(today)
    // Who may not read it does not write it.
    if (isSensitive(tag) && !seesSensitiveTags(caller.roles, person.facts.path, at))
      return fail('NotAllowed')
    const refusal = tagRefusal(tag, until, paper !== undefined || agreed !== null, today)
    if (refusal) return fail(refusal)

    const agreement =
      isSensitive(tag) && paper
        ? {
            person: person._id,
            purpose: 'sensitiveTag' as const,
            version: paper,
            givenBy: person._id,
            about: tag,
            until: instantOf(addDays(until, 1)),
            at,
            key,
          }
        : null
    if (agreement) await recordConsent(centre, agreement)
    const consent = agreement ? consentId(centre, agreement) : agreed
    const after = await changePerson(centre, person, (record) =>
      withTag(record, tag, until, { by, at, consent }),
    )
    return personForStaff(after, caller.roles, at)
  },
})

/** The consent to sensitive tags that somebody gave on the phone, if it still stands. */
const agreedByPhone = async (centre: string, person: string): Promise<string | null> => {
  const [given] = await consents.of(centre).find({
    where: { person, purpose: 'sensitiveTag', about: null, withdrawnAt: null },
    limit: 1,
  })
  return given?._id ?? null
}
