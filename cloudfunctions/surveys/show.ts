import { isDelicate, mayAskDelicately, stateAt } from '@/domain/surveys/target'
import type { Instant } from '@/types/shared/day'
import type { SurveyForStaff, SurveyGiven, SurveyHead, SurveyWhole } from '@/types/surveys'
import { found } from '../kit/failure'
import type { Passport } from '../kit/passport'
import { centreNode } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import type { MarkDoc, PublishedHead, SurveyDoc } from './store'

/** A survey that was published. */
export type Published = SurveyDoc & { head: PublishedHead; opens: Instant; closes: Instant }

/** A survey as residents know it; of one that is still being written nobody learns that it is there. */
export const publishedOne = (survey: SurveyDoc | null): Published => {
  const known = found(survey)
  return found(known.head === null ? null : (known as Published))
}

export const headOf = ({ _id, head, version, opens, closes, closedAt }: Published): SurveyHead => ({
  id: _id,
  title: head.title,
  about: head.about,
  questions: head.questions,
  per: head.per,
  anonymous: head.anonymous,
  mayChange: head.mayChange,
  opens,
  closes: closedAt ?? closes,
  version,
})

export const givenOf = ({ at, byName }: MarkDoc): SurveyGiven => ({ at, by: byName })

/** Whether results are for somebody to read: those of a building are for who lives there; those of all, for visitors too. */
export const isOfPlace = ({ centre, head }: Published, path: readonly string[]): boolean =>
  [centreNode(centre), ...path].includes(head.target.node)

/** Whether an answer is the caller's to read and to change: they said it, or gave it in somebody's place. */
export const isTheirs = ({ by, person }: MarkDoc, caller: Passport): boolean => {
  const mine = idsOf(caller.person)
  return mine.includes(by) || (person !== null && mine.includes(person))
}

/** Whom it goes to is known of those who are asked only where that says nothing else of them. */
export const isDelicateOne = ({ head }: Published): boolean => isDelicate(head.target)

/** Whether staff may read whose answers they are: not where that somebody was asked says more than they may know. */
export const seesWhose = (survey: Published, caller: Passport, at: Instant): boolean =>
  !isDelicateOne(survey) || mayAskDelicately(caller.roles, survey.path, at)

/** A survey as staff see it in lists. */
export const surveyForStaff = (survey: SurveyDoc, at: Instant): SurveyForStaff => {
  const { _id: id, title, nodeName, path, draft, head, version, opens, answers } = survey
  const { per, anonymous } = head ?? draft
  return {
    ...{ id, title, state: stateAt(survey, at), node: path.at(-1) ?? '', nodeName },
    ...{ per, anonymous, opens, closes: survey.closedAt ?? survey.closes, version, answers },
    ...{ audience: survey.audience, released: survey.released },
  }
}

/** One survey as staff write it. */
export const wholeOf = (survey: SurveyDoc, at: Instant): SurveyWhole => {
  const { draft, rev, publishedRev, summary } = survey
  return { ...surveyForStaff(survey, at), draft, rev, changed: rev !== publishedRev, summary }
}
