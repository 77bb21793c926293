import type { Decision } from '@/domain/feedback/case'
import type { Word } from '@/domain/feedback/reporter'
import { maskName } from '@/domain/residents/masking'
import type { FollowedCase } from '@/types/feedback'
import type { Instant } from '@/types/shared/day'
import { fail, found } from '../kit/failure'
import type { Facts, Passport } from '../kit/passport'
import { actsAsStaff } from '../kit/subject'
import { takeUploads } from '../kit/uploads'
import { askAbout } from '../media/checks'
import { shownTo, theirs, upToDate, voiceOf } from './followed'
import { isDoubtful } from './doubtful'
import type { CaseDoc } from './store'
import { memberOf } from './titles'
import { worked } from './worked'

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
const actorOf = (
  { caller, subject, at }: Tap,
  one: CaseDoc,
  from: string | null,
): Pick<Word, 'by' | 'who'> => {
  // Their own message may have been without a name.
  if (from !== null) return { by: null, who: '' }
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
  const { from } = voiceOf(one, tap) ?? fail('NotNow')
  const actor = actorOf(tap, one, from)
  const word: Word = { ...actor, from, key, at, words, photos: [], doubtful: false }
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
  const own = photos.map((file) => found(copies.get(file) ?? null))
  // WeChat looks at what somebody sent who was here lately: them, and not who sent the case.
  await askAbout(centre, { record: one._id, files: own, openid, at })
  const whole = { ...said, photos: own }
  return shownTo(await worked(one, at, (now) => decision(now, whole), 'SaidAll'), tap, at)
}
