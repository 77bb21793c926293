import { reportersOf } from '@/domain/feedback/merging'
import { judgedUntil, mayDo } from '@/domain/feedback/reporter'
import type { FollowedCase, FollowerAct } from '@/types/feedback'
import type { Instant } from '@/types/shared/day'
import { fail, found } from '../kit/failure'
import type { Facts, Passport } from '../kit/passport'
import { actsAsStaff, idsOf } from '../kit/subject'
import { complete } from './complete'
import { followedOf } from './shown'
import { authorOf, cases, markOf, type CaseDoc } from './store'

/** Who looks at a case, for whom. */
interface Looking {
  centre: string
  caller: Passport
  subject: Facts
}

/** The marks of a person, those of records merged into theirs among them. */
export const marksOf = (centre: string, subject: Facts): [string, ...string[]] => {
  const [id, ...former] = idsOf(subject)
  return [markOf(centre, id), ...former.map((each) => markOf(centre, each))]
}

/**
 * Whether the caller may know that the person follows the case. Who helps somebody is not told what they said in
 * confidence: staff find what bears the person's name, a relative no sealed matter but what they sent themselves.
 */
export const mayKnow = (one: CaseDoc, { caller, subject }: Looking): boolean => {
  if (subject.id === caller.person.id) return true
  const sentIt = () => idsOf(caller.person).some((id) => id === authorOf(one)?.by)
  if (!actsAsStaff(caller, subject)) return !one.sealed || sentIt()
  const named = one.reporter?.person ?? null
  return (
    named !== null &&
    idsOf(subject).includes(named) &&
    !idsOf(caller.person).some((id) => id === one.aboutStaff)
  )
}

/** The case, when the person follows it and the caller may know; else it is not there for them. */
export const theirs = (one: CaseDoc | null, looking: Looking): CaseDoc => {
  const known = found(one)
  const marks = marksOf(looking.centre, looking.subject)
  const follows = known.followers.some((mark) => marks.includes(mark))
  return follows && mayKnow(known, looking) ? known : fail('NotFound')
}

/** Whether the person sent it, and did not only join it. */
const sentBy = (one: CaseDoc, { centre, subject }: Looking): boolean => {
  const marks = marksOf(centre, subject)
  return (
    one.followers.some((mark) => marks.includes(mark)) && !marks.some((mark) => mark in one.joins)
  )
}

/** Whose word somebody's is: of who sent it (null), or of one whose own message became part of it (their mark). */
interface Voice {
  from: string | null
}

/** Null for who only joined it, whose word is not asked. */
export const voiceOf = (one: CaseDoc, looking: Looking): Voice | null => {
  if (sentBy(one, looking)) return { from: null }
  const marks = marksOf(looking.centre, looking.subject)
  const reporters = reportersOf(one)
  const from = marks.find((mark) => mark in one.joins)
  return from !== undefined && marks.some((mark) => reporters.includes(mark)) ? { from } : null
}

/** The case with all done that was due of it. */
export const upToDate = async (one: CaseDoc, at: Instant): Promise<CaseDoc> => {
  if (one.nextAt === null || one.nextAt > at) return one
  await complete(one.centre, one._id, at)
  return found(await cases.of(one.centre).get(one._id))
}

/** The case as its follower sees it. */
export const shownTo = async (
  one: CaseDoc,
  looking: Looking,
  at: Instant,
): Promise<FollowedCase> => {
  const now = await upToDate(one, at)
  const voice = voiceOf(now, looking)
  const marks = marksOf(looking.centre, looking.subject)
  const acts = voice ? mayDo(now, at, voice.from) : []
  const may: FollowerAct[] = voice?.from === null ? acts : [...acts, 'leaveJoin']
  const reopenUntil = voice && may.includes('reopen') ? judgedUntil(now, voice.from) : null
  return {
    ...(await followedOf(now, { mine: voice?.from === null, marks })),
    ...{ may, reopenUntil },
  }
}
