import type { Decision } from '@/domain/feedback/case'
import type { Word } from '@/domain/feedback/reporter'
import { maskName } from '@/domain/residents/masking'
import type { FollowedCase } from '@/types/feedback'
import type { Instant } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import type { Facts, Passport } from '../kit/passport'
import { actsAsStaff } from '../kit/subject'
import { takeUploads } from '../kit/uploads'
import { complete } from './complete'
import { happened } from './happened'
import { shownTo, sentBy, theirs, upToDate } from './followed'
import { isDoubtful } from './doubtful'
import { cases, type CaseDoc } from './store'
import { memberOf } from './titles'

/** Somebody's tap on their case. */
interface Tap {
  centre: string
  openid: string
  caller: Passport
  subject: Facts
  loaded: CaseDoc | null
  at: Instant
  key: string
  words?: string
  photos?: readonly string[]
}

/** Who did it as the time line says: nobody for who sent it, else who did it for them. */
const actorOf = ({ caller, subject, at }: Tap, one: CaseDoc): Pick<Word, 'by' | 'who'> => {
  const { id, name } = caller.person
  if (actsAsStaff(caller, subject)) return { by: id, who: memberOf(caller, one.path, at).title }
  const by = one.anonymous || one.sealed ? null : id
  const self = id === subject.id
  return { by, who: self || by === null ? '' : `家人 ${maskName(name)}` }
}

/**
 * Says or does something about a case as who sent it, or for them: the words are looked at, the rule decides on the case
 * as it is, one write keeps it, and all that follows from it is done. The same tap again does nothing.
 */
export const says = async (
  tap: Tap,
  decision: (now: CaseDoc, word: Word) => Decision | Promise<Decision>,
): Promise<FollowedCase> => {
  const { centre, openid, caller, key, at, words = '', photos = [] } = tap
  const one = await upToDate(theirs(tap.loaded, tap), at)
  if (!sentBy(one, tap)) return fail('NotNow')
  const word: Word = { ...actorOf(tap, one), key, at, words, photos: [], doubtful: false }
  const first = await decision(one, word)
  if (first.outcome === 'refused') return fail(first.refusal.code, first.refusal.data)
  if (first.outcome === 'done') return shownTo(one, tap, at)
  const doubtful = await isDoubtful(openid, [words].filter(Boolean))
  // What is sealed others never read.
  const said = { ...word, doubtful: doubtful && !one.sealed }
  const copies = await takeUploads(
    { centre, person: caller.person.id, at },
    one._id,
    photos.map((file) => ({ file, purpose: 'casePhoto', field: 'photos' })),
  )
  const whole = { ...said, photos: photos.map((file) => found(copies.get(file) ?? null)) }
  const store = cases.of(centre)
  await decide(async (round) => {
    const now = round === 0 ? one : found(await store.get(one._id))
    const decided = await decision(now, whole)
    if (decided.outcome === 'refused') return fail(decided.refusal.code, decided.refusal.data)
    if (decided.outcome === 'done') return undefined
    return (await happened(now, decided.step)) ? undefined : again
  })
  await complete(centre, one._id, at)
  return shownTo(found(await store.get(one._id)), tap, at)
}
