import { decidePromotion } from '@/domain/activities/promote'
import { activities } from '@/types/activities'
import { tell } from '../notices/outbox'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { take } from '../kit/step'
import { keep, recordOf } from './record'
import { places, seatingFor } from './store'
import { telling } from './told'

/** After a call: gives a free seat to somebody in line. */
export const promote = procedure(activities, 'promote', {
  load: ({ centre, input }) => seatingFor(centre, input.activity, input.person),
  place: ({ loaded }) => found(loaded).path,

  async run({ centre, loaded, input, at }) {
    const { activity, person, key } = input
    const { place, claim } = await decide(async (round) => {
      const place = found(round === 0 ? loaded : await seatingFor(centre, activity, person))
      const decision = decidePromotion(place, person, key)
      if (decision.outcome === 'refused') return fail(decision.refusal.code, decision.refusal.data)
      const { claim } = decision
      if (decision.outcome === 'promote')
        if (!(await take(places.of(centre), activity, decision.step))) return again
      return { place, claim }
    })
    await Promise.all([
      keep(recordOf(place, person, claim, 'in'), claim, true),
      tell(centre, [telling(place, 'promoted', { ...claim, person }, claim.key, at)]),
    ])
    return {}
  },
})
