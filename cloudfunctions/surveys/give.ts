import { settle, wordsIn } from '@/domain/surveys/answers'
import { slicesOf, stateAt } from '@/domain/surveys/target'
import { withKey } from '@/domain/shared/step'
import type { Day, Instant } from '@/types/shared/day'
import type { SurveyAnswers, SurveyGiven, SurveyQuestion } from '@/types/surveys'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import { fail, found } from '../kit/failure'
import { randomId } from '../kit/ids'
import { verdictOnWords } from '../media/words'
import { completeAnswer, completeVersion } from './complete'
import { givenOf, type Published } from './show'
import { markId, marks, versionId, versions, type MarkDoc, type VersionDoc } from './store'

/** The version an answer is to; one that was published a moment ago is written here if it is not there yet. */
export const versionFor = async (
  survey: Published,
  version: number,
  loaded: VersionDoc | null,
): Promise<readonly SurveyQuestion[]> => {
  if (loaded) return loaded.questions
  if (version === survey.version) await completeVersion(survey)
  return found(await versions.of(survey.centre).get(versionId(survey.centre, survey._id, version)))
    .questions
}

export interface Giving {
  survey: Published
  version: number
  questions: readonly SurveyQuestion[]
  answers: SurveyAnswers
  /** Whose answer it is: a person, a household, or a tap nobody is behind; and the other ids they had. */
  who: string
  former: readonly string[]
  person: string | null
  onRecord: boolean
  lives: { birthDate: Day | null; path: readonly string[] }
  by: { id: string; name: string; via: MarkDoc['via'] }
  /** Whether what was given before may be changed. At a door it may not: what was said before stays. */
  mayChange: (before: MarkDoc) => boolean
  key: string
  openid: string
  /** The moment it counts for. */
  made: Instant
}

/**
 * Takes an answer, once for each person or household, by one insert under an id made of them; what follows is written by
 * `completeAnswer`, here or by the sweep.
 */
export const give = async (giving: Giving): Promise<SurveyGiven> => {
  const { survey, questions, who, former, key, made, openid } = giving
  const { centre } = survey
  const state = stateAt(survey, made)
  const ids = [who, ...former].map((one) => markId(centre, survey._id, one))
  const store = marks.of(centre)
  const markNow = async (): Promise<MarkDoc | undefined> =>
    (await store.find({ where: { _id: command.in(ids) }, limit: ids.length }))[0]

  let unchecked: boolean | undefined
  const mark = await decide(async () => {
    const before = await markNow()
    if (before?.keys.includes(key)) return before
    if (state === 'coming') return fail('NotOpenYet', { opens: survey.opens })
    if (state !== 'open') return fail('Closed', { at: survey.closedAt ?? survey.closes })
    if (before && !(before.answer !== null && giving.mayChange(before)))
      return fail('AlreadyAnswered', { ...givenOf(before) })
    const settled = settle(questions, giving.answers)
    const [wrong] = settled.wrong
    if (wrong !== undefined) return fail('AnswerWrong', { question: wrong })
    const [missing] = settled.missing
    if (missing !== undefined) return fail('AnswerMissing', { question: missing })
    unchecked ??= await heldBack(openid, settled.answers, giving.by.via === 'door')
    const next = markOf(giving, settled.answers, unchecked, before)
    if (!before) return (await store.insert(next)) ? next : again
    await completeAnswer(before)
    const { _id, answer, open, keys, at, by, byName, via, version } = next
    const taken = await store.change(
      _id,
      { ...{ answer, keys, at, by, byName, via, version, owes: true }, open: command.set(open) },
      { answer: before.answer, owes: false },
    )
    return taken ? next : again
  })
  await completeAnswer(mark)
  return givenOf(mark)
}

/**
 * What was written and WeChat would not vouch for is kept and shown to staff as unread. What is harmful is refused, but at
 * a door: there others said it, and it may be days since.
 */
const heldBack = async (
  openid: string,
  answers: SurveyAnswers,
  atDoor: boolean,
): Promise<boolean> => {
  const words = wordsIn(answers)
  if (words.length === 0) return false
  const verdict = await verdictOnWords(openid, words)
  if (verdict === 'risky' && !atDoor) return fail('TextRefused')
  return verdict !== 'pass'
}

const markOf = (
  giving: Giving,
  answers: SurveyAnswers,
  unchecked: boolean,
  before: MarkDoc | undefined,
): MarkDoc => {
  const { survey, who, person, by, made, key, version, onRecord, lives } = giving
  const { centre } = survey
  const id = randomId(centre, 'sa')
  return {
    ...{ _id: before?._id ?? markId(centre, survey._id, who), centre, v: 1, survey: survey._id },
    ...{ who: before?.who ?? who, person, by: by.id, byName: by.name, via: by.via, at: made },
    keys: withKey(before?.keys, key),
    version: survey.head.anonymous ? null : version,
    answer: survey.head.anonymous ? null : id,
    open: {
      ...{ id, version, answers, onRecord, unchecked },
      slices: slicesOf(lives, made),
      replaces: before?.answer ?? null,
    },
    owes: true,
  }
}
