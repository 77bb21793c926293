import { surveys as contract } from '@/types/surveys'
import { command } from '../kit/cloud'
import { procedure } from '../kit/procedure'
import { actsAsStaff, idsOf } from '../kit/subject'
import { familyOf, keptFrom } from './family'
import { givenOf, isDelicateOne, type Published } from './show'
import { headFields, markId, marks, surveys } from './store'

/** Read beside the list, which is there at once. Staff learn nothing of a survey that is not for them to know of. */
export const given = procedure(contract, 'given', {
  async run({ centre, caller, subject, input, at }) {
    const family = familyOf(caller, subject, input.forResident)
    const secret = family.some((one) => actsAsStaff(caller, one))
      ? (
          (await surveys.of(centre).find({
            where: { _id: command.in(input.surveys) },
            limit: input.surveys.length,
            fields: headFields,
          })) as Published[]
        ).filter(isDelicateOne)
      : []
    // A mark is of a person or of a household, as the survey asks.
    const sought = input.surveys.flatMap((survey) =>
      family
        .filter((one) => !secret.some(({ _id }) => _id === survey) || !keptFrom(caller, one, at))
        .flatMap((one) =>
          [...idsOf(one), one.household ?? []]
            .flat()
            .map((who) => ({ survey, person: one.id, mark: markId(centre, survey, who) })),
        ),
    )
    if (sought.length === 0) return { items: [] }
    const known = await marks.of(centre).find({
      where: { _id: command.in(sought.map(({ mark }) => mark)) },
      limit: sought.length,
      fields: { at: true, byName: true },
    })
    const byId = new Map(known.map((mark) => [mark._id, givenOf(mark)]))
    return {
      items: sought.flatMap(({ survey, person, mark }) => {
        const answered = byId.get(mark)
        return answered ? [{ survey, person, ...answered }] : []
      }),
    }
  },
})
