import { touched } from '@/domain/shared/step'
import { counts } from '@/domain/activities/places'
import { activities } from '@/types/activities'
import { again, decide } from '../kit/attempts'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { take } from '../kit/step'
import { refuseBadWords } from '../media/words'
import { places, wholeSeating } from './store'

/** Calls an activity off, at once for everybody who looks; all who signed up are told by the sweep. */
export const withdraw = procedure(activities, 'withdraw', {
  load: ({ centre, input }) => wholeSeating(centre, input.activity),
  place: ({ loaded }) => found(loaded).path,

  async run({ centre, openid, caller, loaded, input, at }) {
    const { activity, key, because } = input
    await refuseBadWords(openid, [because])
    return decide(async (round) => {
      const place = found(round === 0 ? loaded : await wholeSeating(centre, activity))
      const told = Object.values(place.claims).filter(counts).length
      if (place.rules.state === 'withdrawn') return { told }
      const withdrawn = { at, by: caller.person.id, key, because, told: false }
      const taken = await take(places.of(centre), activity, {
        guard: { equal: { rev: place.rev, 'rules.state': 'published' } },
        change: {
          set: { ...touched.set, 'rules.state': 'withdrawn', withdrawn },
          inc: { ...touched.inc, rev: 1 },
        },
      })
      return taken ? { told } : again
    })
  },
})
