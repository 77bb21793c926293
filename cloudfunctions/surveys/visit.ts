import { takenAt } from '@/domain/surveys/target'
import { withKey } from '@/domain/shared/step'
import { surveys as contract } from '@/types/surveys'
import { again, decide } from '../kit/attempts'
import { fail } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { metAt, whoAtDoor } from './atDoor'
import { publishedOne } from './show'
import { headFields, surveys, visitId, visits } from './store'

/** What came of a visit; the last one stands, whatever order they arrive in. */
export const visit = procedure(contract, 'visit', {
  load: async ({ centre, input }) => {
    const [survey, met] = await Promise.all([
      surveys.of(centre).get(input.survey, headFields).then(publishedOne),
      metAt(centre, input.of),
    ])
    return { survey, met }
  },
  place: ({ loaded: { met } }) => met.path,
  concerns: ({ loaded: { met } }) => met.person?._id ?? null,

  async run({ centre, openid, caller, loaded: { survey, met }, input, at }) {
    if (input.of.kind === 'nobody') return fail('InvalidInput', { field: 'input.of' })
    const { key, outcome } = input
    const taken = takenAt(input.scannedAt, at)
    const made = taken === 'TooOld' ? at : taken
    const { who } = whoAtDoor(survey, met, caller, { openid, key }, at)
    const store = visits.of(centre)
    const _id = visitId(centre, survey._id, who)
    await decide(async () => {
      const before = await store.get(_id)
      if (before?.keys.includes(key)) return
      const said = { outcome, by: caller.person.id, at: made }
      const keys = withKey(before?.keys, key)
      if (!before) {
        const first = { _id, centre, v: 1, survey: survey._id, who, ...said, times: 1, keys }
        return (await store.insert(first)) ? undefined : again
      }
      const { times } = before
      const change = { ...(made >= before.at && said), times: times + 1, keys }
      return (await store.change(_id, change, { times })) ? undefined : again
    })
    return {}
  },
})
