import { confirmedOf, correctRefusal, isConfirmed } from '@/domain/volunteers/hours'
import { mostMinutes } from '@/domain/volunteers/shifts'
import { volunteers } from '@/types/volunteers'
import { fail, found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { entryForStaff } from './show'
import {
  balanceId,
  hoursBalances,
  hoursEntries,
  proposedEntry,
  shifts,
  withCorrections,
} from './store'

/**
 * What was confirmed stays as it is; the difference is an entry of its own. It stands under the id the first one stands
 * under, also after that record was merged: that balance holds the month.
 */
export const correctHours = procedure(volunteers, 'correctHours', {
  load: async ({ centre, openid, input }) => {
    const id = hiddenId(centre, 've', openid, input.key)
    const [first, known] = await Promise.all([
      hoursEntries.of(centre).get(input.entry).then(found),
      hoursEntries.of(centre).get(id),
    ])
    return { id, first, known }
  },
  place: ({ loaded }) => loaded.first.path,
  concerns: ({ loaded }) => loaded.first.person,

  async run({ centre, caller, loaded: { id, first, known }, input: { minutes, what }, at }) {
    if (known) return entryForStaff(known, caller, at)
    const { _id: corrects, person, path, day, shift, kind, visit } = first
    const [balance, entries, of] = await Promise.all([
      hoursBalances.of(centre).get(balanceId(centre, person)).then(found),
      withCorrections(centre, first),
      shift === null ? null : shifts.of(centre).get(shift, { startsAt: true, endsAt: true }),
    ])
    const stands = !first.corrects && isConfirmed(balance, { id: corrects, state: first.state })
    const corrected = stands ? confirmedOf(balance, entries) : null
    const self = idsOf(caller.person).includes(person)
    const refusal = correctRefusal({ minutes, corrected, most: of && mostMinutes(of) }, self)
    if (refusal) return fail(refusal.code, refusal.data)
    const entry = { _id: id, person, path, day, minutes, what, shift, corrects, at }
    await hoursEntries.of(centre).insert(
      proposedEntry(centre, {
        ...entry,
        ...(kind && { kind }),
        ...(visit && { visit }),
        enteredBy: caller.person.id,
      }),
    )
    return entryForStaff(found(await hoursEntries.of(centre).get(id)), caller, at)
  },
})
