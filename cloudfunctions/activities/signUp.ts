import { decideSignUp, type SignUp } from '@/domain/activities/signUp'
import type { Claim } from '@/domain/activities/places'
import { activities } from '@/types/activities'
import { tell } from '../notices/outbox'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { take } from '../kit/step'
import { keep, recordOf } from './record'
import { attendedBy } from './sessionsAttended'
import { registrationOf } from './show'
import { places, seatingFor, type Places } from './store'
import { actsAsStaff, idsOf, knownAs } from '../kit/subject'
import { telling } from './told'

/**
 * Takes a seat, a place in the line or a chance in the draw, in one conditional update. What is written after it can
 * be written again: by the same tap repeated, or by the sweep.
 */
export const signUp = procedure(activities, 'signUp', {
  load: ({ centre, subjectId, input }) => seatingFor(centre, input.activity, subjectId),

  async run({ centre, caller, subject, loaded, input, at }) {
    const ids = idsOf(subject)
    const self = subject.id === caller.person.id
    const tap = (place: Places): SignUp => ({
      key: input.key,
      person: knownAs(subject, place),
      by: caller.person.id,
      byName: self ? null : caller.person.name,
      onBehalf: actsAsStaff(caller, subject),
      form: { answers: input.answers, guardian: input.guardian ?? null },
      at,
    })

    const { place, person, claim, first } = await decide(async (round) => {
      const fresh = round > 0 || ids.length > 1
      const place = found(fresh ? await seatingFor(centre, input.activity, ...ids) : loaded)
      const asked = tap(place)
      const decision = decideSignUp(place, asked)
      if (decision.outcome === 'refused') return fail(decision.refusal.code, decision.refusal.data)
      const { claim } = decision
      if (decision.outcome === 'claim')
        if (!(await take(places.of(centre), place._id, decision.step))) return again
      const first = decision.outcome === 'claim' && claim.turn === 1
      return { place, person: asked.person.id, claim, first }
    })

    const [standing, attended] = await Promise.all([
      claim.state === 'waiting' ? inLine(place, person, claim) : { place, claim },
      // Somebody who signs up for the first time has not been there.
      first ? new Set<number>() : attendedBy(place, person, at),
      claim.owed && keep(recordOf(place, person, claim), claim, false),
      claim.owed === 'signedUp' &&
        tell(centre, [telling(place, 'signedUp', { ...claim, person }, claim.key, at)]),
    ])
    return registrationOf(
      standing.place,
      { ...standing.claim, person: { id: person, name: claim.name } },
      attended,
    )
  },
})

/** The line as it is behind the claim: only the order of arrival there says which place it is. */
const inLine = async (
  place: Places,
  person: string,
  claim: Claim,
): Promise<{ place: Places; claim: Claim }> => {
  const { waiting, claims } = found(
    await places.of(place.centre).get(place._id, { waiting: true, [`claims.${person}`]: true }),
  )
  return { place: { ...place, waiting }, claim: claims?.[person] ?? claim }
}
