import { newPerson } from '@/domain/residents/person'
import { centre as contract } from '@/types/centre'
import { dayOf } from '@/types/shared/day'
import { everyCentre } from '@/types/shared/envelope'
import { fail } from '../kit/failure'
import { hiddenId, personIdHint } from '../kit/ids'
import { centreNode, procedure } from '../kit/procedure'
import { isSetupCode } from '../kit/secrets'
import { recordConsent } from '../residents/agreements'
import { mayGuess } from '../residents/guesses'
import { residenceOf } from '../residents/homes'
import { grantsOf, newPassport } from '../residents/passports'
import { recordOf } from '../residents/records'
import { nodes, passports, people } from '../residents/store'
import { centreRecordId, centreRecords, enrolCentre } from './store'

/**
 * Opens a centre for whoever holds the setup code: the root of its tree, what it says of itself, and its first admin.
 * The centre's record is the claim; the steps behind it are safe to repeat.
 */
export const open = procedure(contract, 'open', {
  async run({ centre, openid, at, input: { key, name, adminName, setupCode, policy } }) {
    if (!(await mayGuess(everyCentre, `open:${openid}`, key, dayOf(at)))) fail('TooManyTries')
    if (!isSetupCode(setupCode)) fail('WrongSetupCode')
    if (centre === everyCentre) fail('CentreExists')

    const record = {
      _id: centreRecordId(centre),
      centre,
      v: 1,
      name,
      about: '',
      phone: null,
      opens: '08:30',
      closes: '17:30',
      points: [],
      openedBy: openid,
    }
    const mine = await centreRecords.of(centre).insert(record)
    if (!mine && (await centreRecords.of(centre).get(record._id))?.openedBy !== openid)
      fail('CentreExists')

    const root = centreNode(centre)
    const id = personIdHint(centre, openid)
    const { household, path } = residenceOf(centre, null, null, id)
    const admin = recordOf(
      centre,
      newPerson(
        { id, name: adminName, household, path },
        { openid, cards: [{ id: hiddenId(centre, 'm', id), kind: 'phone', issuedAt: at }] },
      ),
    )
    const passport = newPassport(centre, openid, admin)
    await Promise.all([
      nodes.of(centre).insert({
        _id: root,
        centre,
        v: 1,
        kind: 'centre',
        name,
        label: name,
        parent: null,
        path: [root],
        owner: null,
        deputy: null,
        awayUntil: null,
        peopleStale: false,
      }),
      people.of(centre).insert(admin),
      recordConsent(centre, {
        person: id,
        purpose: 'privacyPolicy',
        version: policy,
        givenBy: id,
        at,
        key,
      }),
    ])
    await passports.of(centre).insert({
      ...passport,
      ...grantsOf(
        (['admin', 'centreStaff'] as const).map((role) => ({ role, node: root, until: null })),
      ),
    })
    await enrolCentre(centre, name)
    return {}
  },
})
