import { seesSensitiveTags } from '@/domain/residents/tags'
import { notFor } from '@/domain/surveys/target'
import { surveys as contract } from '@/types/surveys'
import { dayOf, type Instant } from '@/types/shared/day'
import { fail } from '../kit/failure'
import type { Facts, Passport } from '../kit/passport'
import { procedure } from '../kit/procedure'
import { actsAsStaff, idsOf } from '../kit/subject'
import { give, versionFor } from './give'
import { headFields, surveys, versionId, versions } from './store'
import { isDelicateOne, isTheirs, publishedOne, type Published } from './show'

/** Who a survey counts once for: the person, under all ids they had, or their household. */
export const whoIs = (
  { head }: Published,
  subject: Facts,
): { who: string; former: readonly string[] } => {
  const [who, ...former] = idsOf(subject)
  if (head.per === 'person') return { who, former }
  return { who: subject.household ?? fail('HomeNeeded'), former: [] }
}

/** Ends the procedure where the survey is not for them; staff who may not know why learn nothing else. */
export const refuseOthers = (
  survey: Published,
  caller: Passport,
  subject: Facts,
  at: Instant,
): void => {
  if (
    actsAsStaff(caller, subject) &&
    isDelicateOne(survey) &&
    !seesSensitiveTags(caller.roles, subject.path, at)
  )
    fail('NotForThem')
  const refusal = notFor(subject, survey.head.target, dayOf(at))
  if (refusal) fail(refusal.code, refusal.data)
}

/** For oneself, for somebody one acts for, or by staff for somebody of their node: both names stay on record. */
export const answer = procedure(contract, 'answer', {
  load: async ({ centre, input }) => {
    const [survey, version] = await Promise.all([
      surveys
        .of(centre)
        .get(input.survey, { ...headFields, draft: true })
        .then(publishedOne),
      versions.of(centre).get(versionId(centre, input.survey, input.version)),
    ])
    return { survey, version }
  },

  async run({ openid, caller, subject, loaded: { survey, version }, input, at }) {
    refuseOthers(survey, caller, subject, at)
    const self = caller.person.id === subject.id
    const via = self ? 'self' : actsAsStaff(caller, subject) ? 'staff' : 'family'
    const given = await give({
      survey,
      version: input.version,
      questions: await versionFor(survey, input.version, version),
      answers: input.answers,
      ...whoIs(survey, subject),
      person: subject.id,
      onRecord: true,
      lives: subject,
      by: { id: caller.person.id, name: caller.person.name, via },
      mayChange: (before) => survey.head.mayChange && isTheirs(before, caller),
      key: input.key,
      openid,
      made: at,
    })
    return { given }
  },
})
