import { decideCancel } from '@/domain/activities/cancel'
import { activities } from '@/types/activities'
import { tell } from '../notices/outbox'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { take } from '../kit/step'
import { keep, recordOf } from './record'
import { attendedBy } from './sessionsAttended'
import { registrationOf } from './show'
import { places, seatingFor } from './store'
import { actsAsStaff, idsOf, knownAs } from '../kit/subject'
import { telling } from './told'

/** Gives a place back; in the same step, the first in line gets the seat. */
export const cancel = procedure(activities, 'cancel', {
  load: ({ centre, subjectId, input }) => seatingFor(centre, input.activity, subjectId),

  async run({ centre, caller, subject, loaded, input, at }) {
    const ids = idsOf(subject)
    const onBehalf = actsAsStaff(caller, subject)

    const { place, person, gone, promoted } = await decide(async (round) => {
      const fresh = round > 0 || ids.length > 1
      const place = found(fresh ? await seatingFor(centre, input.activity, ...ids) : loaded)
      const before = ids.find((id) => place.gone[id]?.by === input.key)
      const person = before ?? knownAs(subject, place).id
      const decision = decideCancel(place, { key: input.key, person, onBehalf, at })
      if (decision.outcome === 'refused') return fail(decision.refusal.code, decision.refusal.data)
      if (decision.outcome === 'same') return { place, person, gone: decision.gone, promoted: null }
      const { gone, promoted, step } = decision
      if (!(await take(places.of(centre), place._id, step))) return again
      return { place, person, gone, promoted }
    })

    const { owed: claim, byStaff } = gone
    const [attended] = await Promise.all([
      attendedBy(place, person, at),
      claim && keep(recordOf(place, person, claim, 'cancelled'), claim, true),
      tell(centre, [
        ...(promoted ? [telling(place, 'promoted', promoted, promoted.key, at)] : []),
        ...(claim && byStaff
          ? [telling(place, 'cancelledByStaff', { ...claim, person }, claim.key, at)]
          : []),
      ]),
    ])
    return registrationOf(
      place,
      {
        person: { id: person, name: subject.name },
        state: 'cancelled',
        byName: claim?.byName ?? null,
        at: claim?.at ?? gone.at,
      },
      attended,
    )
  },
})
