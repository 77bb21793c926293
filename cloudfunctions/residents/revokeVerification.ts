import { placeOf } from '@/domain/residents/places'
import { residents } from '@/types/residents'
import { dayMs, dayOf } from '@/types/shared/day'
import { fail, found } from '../kit/failure'
import { anywhere, procedure } from '../kit/procedure'
import { tell } from '../notices/outbox'
import { changePerson } from './records'
import { personNow } from './store'
import { personForStaff } from './views'

const monthMs = 30 * dayMs

export const revokeVerification = procedure(residents, 'revokeVerification', {
  load: ({ centre, input }) => personNow(centre, input.person).then(found),
  place: ({ loaded }) => placeOf(loaded.facts) ?? anywhere,

  run: async ({ centre, input, caller, at, loaded }) => {
    const { key, reason } = input
    const revoked = { on: dayOf(at), reason, by: caller.person.id }
    const after = await changePerson(centre, loaded, (record) => {
      if (record.verification === null && record.revoked?.key !== key) fail('NotVerified')
      return {
        ...record,
        verification: null,
        revoked: { ...revoked, key },
        facts: { ...record.facts, verifiedUntil: null },
      }
    })
    await tell(centre, [
      {
        event: 'verificationRevoked',
        person: { id: after._id, name: after.facts.name },
        thing: null,
        key,
        data: { reason },
        due: at + monthMs,
      },
    ])
    return personForStaff(after, caller.roles, at)
  },
})
