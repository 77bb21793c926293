import { takenAt } from '@/domain/surveys/target'
import { surveys as contract } from '@/types/surveys'
import { fail } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { metAt, whoAtDoor } from './atDoor'
import { give, versionFor } from './give'
import { publishedOne } from './show'
import { headFields, surveys, versionId, versions } from './store'

/**
 * An answer that staff took down at a door. It counts for the moment it was taken, also where the phone had no network
 * then; of a household that answered meanwhile it is refused, and stays on the phone until somebody has seen why.
 */
export const answerAtDoor = procedure(contract, 'answerAtDoor', {
  load: async ({ centre, input }) => {
    const [survey, version, met] = await Promise.all([
      surveys
        .of(centre)
        .get(input.survey, { ...headFields, draft: true })
        .then(publishedOne),
      versions.of(centre).get(versionId(centre, input.survey, input.version)),
      metAt(centre, input.of),
    ])
    return { survey, version, met }
  },
  place: ({ loaded: { met } }) => met.path,
  concerns: ({ loaded: { met } }) => met.person?._id ?? null,

  async run({ openid, caller, loaded: { survey, version, met }, input, at }) {
    const made = takenAt(input.scannedAt, at)
    if (made === 'TooOld') return fail('TooOld')
    const { key } = input
    const given = await give({
      survey,
      version: input.version,
      questions: await versionFor(survey, input.version, version),
      answers: input.answers,
      ...whoAtDoor(survey, met, caller, { openid, key }, at),
      person: met.person?._id ?? null,
      onRecord: met.person !== null,
      lives: met,
      by: { id: caller.person.id, name: caller.person.name, via: 'door' },
      mayChange: () => false,
      key,
      openid,
      made,
    })
    return { given }
  },
})
