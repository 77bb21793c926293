import type { Decision } from '@/domain/feedback/case'
import { held, wordsForOthers } from '@/domain/feedback/doubt'
import type { Tap, Worker } from '@/domain/feedback/working'
import type { CaseForStaff } from '@/types/feedback'
import type { Instant } from '@/types/shared/day'
import { fail, found } from '../kit/failure'
import type { Passport } from '../kit/passport'
import { idsOf } from '../kit/subject'
import { takeUploads } from '../kit/uploads'
import { passByStaff } from '../media/checks'
import { isDoubtful } from './doubtful'
import { hasRoom } from './happened'
import { watchersOf } from './holders'
import { forStaffOf } from './shown'
import { cases, type CaseDoc } from './store'
import { workerOf } from './titles'
import { worked } from './worked'

interface Acting {
  centre: string
  input: { case: string }
}

/** The case an act names, and where: for `load` and `place` of every act of staff. */
export const ofCase = {
  load: ({ centre, input }: Acting): Promise<CaseDoc | null> => cases.of(centre).get(input.case),
  place: ({ loaded }: { loaded: CaseDoc | null }): readonly string[] => loaded?.path ?? [],
}

/** A case that staff may work on: not a sealed one, and not one that is about them. */
export const forWork = (one: CaseDoc | null, caller: Passport): CaseDoc => {
  const known = found(one)
  const about = known.aboutStaff !== null && idsOf(caller.person).includes(known.aboutStaff)
  return known.sealed || about ? fail('NotFound') : known
}

/**
 * Words of staff are looked at as everybody's are before a resident reads them: harmful ones are refused, those in doubt
 * are kept and shown once somebody who decides let them through.
 */
export const judged = async (
  one: CaseDoc,
  caller: Passport,
  decided: Decision,
  at: Instant,
): Promise<(decision: Decision) => Decision> => {
  if (decided.outcome !== 'step') return (decision) => decision
  if (!(await isDoubtful(caller.openid, wordsForOthers(decided.step))))
    return (decision) => decision
  const deciders = await watchersOf(one, ['communityStaff'], at)
  return (decision) =>
    decision.outcome === 'step' ? { ...decision, step: held(decision.step, deciders) } : decision
}

interface Act {
  caller: Passport
  loaded: CaseDoc | null
  input: { key: string; rev: number; photos?: readonly string[] }
  at: Instant
}

/** What a rule says of an act of somebody, with photos that are the case's own by then. */
type Rule = (now: CaseDoc, by: Worker, tap: Tap, photos: readonly string[]) => Decision

/** An act of staff on a case: decided, written down once with its photos, and the case as they then see it. */
export const acted = async (
  { caller, loaded, input: { key, rev, photos = [] }, at }: Act,
  rule: Rule,
): Promise<CaseForStaff> => {
  const known = forWork(loaded, caller)
  const tap = { key, rev, at }
  const decideOn = (now: CaseDoc, own: readonly string[]) =>
    rule(now, workerOf(caller, now, at), tap, own)
  // Photos are taken once nothing else refuses.
  const first = decideOn(known, [])
  if (first.outcome === 'refused') return fail(first.refusal.code, first.refusal.data)
  if (first.outcome === 'step' && !hasRoom(known, first.step)) return fail('LineFull')
  const kept = await judged(known, caller, first, at)
  const own = first.outcome === 'done' ? [] : await ownPhotos(known, caller, photos, at)
  return forStaffOf(await worked(known, at, (now) => kept(decideOn(now, own))), caller, at)
}

/** Staff answer for the pictures they send: they need no look of WeChat's. */
const ownPhotos = async (
  { centre, _id }: CaseDoc,
  caller: Passport,
  photos: readonly string[],
  at: Instant,
): Promise<string[]> => {
  const { id: person } = caller.person
  const taken = await takeUploads(
    { centre, person, at },
    _id,
    photos.map((file) => ({ file, purpose: 'casePhoto', field: 'photos' })),
  )
  const own = photos.flatMap((file) => taken.get(file) ?? [])
  await passByStaff(centre, { record: _id, files: own, by: person, openid: caller.openid, at })
  return own
}
