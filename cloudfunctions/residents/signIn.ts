import { newPerson, stands } from '@/domain/residents/person'
import { residents } from '@/types/residents'
import { fail, found } from '../kit/failure'
import { hiddenId, randomId } from '../kit/ids'
import { passportId } from '../kit/passport'
import { centreNode, procedure } from '../kit/procedure'
import { recordConsent } from './agreements'
import { residenceOf } from './homes'
import { newPassport } from './passports'
import { recordOf } from './records'
import { nodes, passports, people, type PassportDoc } from './store'
import { meOf } from './views'

export const signIn = procedure(residents, 'signIn', {
  load: async ({ centre, subjectId }) => {
    const [root, before] = await Promise.all([
      nodes.of(centre).get(centreNode(centre), { kind: true }),
      people.of(centre).get(subjectId),
    ])
    return { root, before }
  },

  run: async ({ centre, openid, at, input, caller, subjectId, loaded: { root, before } }) => {
    if (!root) return fail('UnknownCentre')
    if (caller) return meOf(centre, caller as PassportDoc, at)

    // Whoever comes back after their data were erased, or merged into another record, begins anew.
    const again = before !== null && stands(before)
    const id = before === null || again ? subjectId : randomId(centre, 'p')
    const { household, path } = residenceOf(centre, null, null, id)
    const person = again
      ? before
      : recordOf(
          centre,
          newPerson(
            { id, name: input.name, household, path },
            {
              openid,
              cards: [{ id: hiddenId(centre, 'm', id), kind: 'phone', issuedAt: at }],
            },
          ),
        )
    if (!again) await people.of(centre).insert(person)
    const mine = await passports.of(centre).insert(newPassport(centre, openid, person))
    const passport = found(await passports.of(centre).get(passportId(centre, openid)))
    // Another tap was first and took another id.
    if (!mine && passport.person.id !== id) await people.of(centre).remove(id)
    await recordConsent(centre, {
      person: passport.person.id,
      purpose: 'privacyPolicy',
      version: input.policy,
      givenBy: passport.person.id,
      at,
      key: input.key,
    })
    return meOf(centre, passport, at)
  },
})
