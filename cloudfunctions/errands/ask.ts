import { decideAccept, decideAsk } from '@/domain/errands/errand'
import { errands as contract } from '@/types/errands'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { idsOf, knownAs } from '../kit/subject'
import { personNow } from '../residents/store'
import { changeErrand } from './changeErrand'
import { claimOf, errandsForStaff } from './show'
import { errands } from './store'
import { refusalFor } from './volunteersFor'

/** What keeps somebody else from it, as staff are told. */
const saidToStaff: Readonly<Record<string, string>> = {
  NotAVolunteer: 'TheyAreNoVolunteer',
  NotVerified: 'TheyAreNotVerified',
  AdultsOnly: 'TheyAreTooYoung',
  NotYourself: 'TheyAreFamily',
  BusyThen: 'TheyAreBusy',
}

/** Staff ask one volunteer, or put down who said yes by phone. */
export const ask = procedure(contract, 'ask', {
  load: async ({ centre, input }) => {
    const [errand, person] = await Promise.all([
      errands.of(centre).get(input.errand),
      personNow(centre, input.person),
    ])
    return { errand: found(errand), person: found(person) }
  },
  place: ({ loaded: { errand } }) => errand.path,

  async run({ caller, loaded, input: { key, saidYes, showPhone }, at }) {
    const { facts } = loaded.person
    const ids = idsOf(facts)
    if (!claimOf(loaded.errand, ids)) {
      const refusal = await refusalFor(loaded.errand, loaded.person, at)
      if (refusal) return fail(saidToStaff[refusal.code] ?? refusal.code)
    }
    const by = caller.person.id
    const errand = await changeErrand(
      loaded.errand,
      (now) => {
        const { id, name } = knownAs(facts, now)
        if (saidYes) return decideAccept(now, { key, person: { id, name }, ids, by, showPhone, at })
        const before = ids.map((one) => now.asked[one]).find(Boolean)
        if (claimOf(now, ids) || (before && before.key !== key)) return fail('AlreadyAsked')
        return decideAsk(now, { key, people: [{ id, name }], by, at })
      },
      at,
    )
    return found((await errandsForStaff([errand], at))[0])
  },
})
