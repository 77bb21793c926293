import type { FollowedCase } from '@/types/feedback'
import type { Instant } from '@/types/shared/day'
import { fail, found } from '../kit/failure'
import type { Facts } from '../kit/passport'
import { idsOf } from '../kit/subject'
import { complete } from './complete'
import { followedOf } from './shown'
import { cases, markOf, type CaseDoc } from './store'

/** The marks of a person, those of records merged into theirs among them. */
export const marksOf = (centre: string, subject: Facts): string[] =>
  idsOf(subject).map((id) => markOf(centre, id))

/** The case, when the person follows it; else it is not there for them. */
export const theirs = (one: CaseDoc | null, marks: readonly string[]): CaseDoc => {
  const known = found(one)
  return known.followers.some((mark) => marks.includes(mark)) ? known : fail('NotFound')
}

/** The case as its follower sees it, with all done that was due of it. */
export const shownTo = async (
  one: CaseDoc,
  marks: readonly string[],
  at: Instant,
): Promise<FollowedCase> => {
  const due = one.nextAt !== null && one.nextAt <= at
  if (due) await complete(one.centre, one._id, at)
  const now = due ? found(await cases.of(one.centre).get(one._id)) : one
  return followedOf(now, !marks.some((mark) => mark in now.joins))
}
