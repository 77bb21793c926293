import { residents } from '@/types/residents'
import { dayOf } from '@/types/shared/day'
import { fail, found } from '../kit/failure'
import { passportId } from '../kit/passport'
import { procedure } from '../kit/procedure'
import { recordConsent } from './agreements'
import { mayGuess } from './guesses'
import { newPassport } from './passports'
import { changePerson } from './records'
import { passports, personOfCard, type PassportDoc } from './store'
import { meOf } from './views'

export const takeOverRecord = procedure(residents, 'takeOverRecord', {
  load: ({ centre, input }) => personOfCard(centre, input.card),

  run: async ({ centre, openid, input, caller, at, loaded: record }) => {
    const { key, card, name, birthDate, policy } = input
    if (caller) {
      // The same tap again finds the record it took over.
      if (caller.person.id === record?._id) return meOf(centre, caller as PassportDoc, at)
      return fail('AlreadySignedIn')
    }
    const today = dayOf(at)
    const [byPhone, atCard] = await Promise.all([
      mayGuess(centre, `phone:${openid}`, key, today),
      mayGuess(centre, `card:${card}`, key, today),
    ])
    if (!byPhone || !atCard) return fail('TooManyTries')
    if (!record) return fail('CardUnknown')
    const { facts } = record
    if (facts.name !== name || facts.birthDate !== birthDate) return fail('DetailsDoNotMatch')

    const taken = await changePerson(centre, record, (person) => {
      if (person.openid !== null && person.openid !== openid) fail('RecordHasPhone')
      return { ...person, openid }
    })
    await passports.of(centre).insert(newPassport(centre, openid, taken))
    await recordConsent(centre, {
      person: facts.id,
      purpose: 'privacyPolicy',
      version: policy,
      givenBy: facts.id,
      at,
      key,
    })
    return meOf(centre, found(await passports.of(centre).get(passportId(centre, openid))), at)
  },
})
