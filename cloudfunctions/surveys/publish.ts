import { withKey } from '@/domain/shared/step'
import { publishRefusal, staysAsItWas } from '@/domain/surveys/draft'
import { isDelicate, mayAskDelicately } from '@/domain/surveys/target'
import { nextDue } from '@/domain/surveys/rounds'
import { mostOpen } from '@/types/shared/surveyLimits'
import { surveys as contract, type SurveyDraft } from '@/types/surveys'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { refuseBadWords } from '../media/words'
import { reachOf } from '../residents/homes'
import { completeVersion } from './complete'
import { wholeOf } from './show'
import { mostVersions, surveys, type PublishedHead } from './store'

/** All that residents will read of it. */
const wordsOf = ({ title, about, questions }: SurveyDraft): string[] => [
  title,
  about,
  ...questions.flatMap((question) => [
    ...[question.words, question.hint, question.section],
    ...('options' in question ? question.options.map(({ words }) => words) : []),
    ...(question.kind === 'scale' ? [question.low, question.high] : []),
    ...(question.kind === 'matrix'
      ? [...question.rows, ...question.columns].map(({ words }) => words)
      : []),
  ]),
]

const headFrom = (draft: SurveyDraft): PublishedHead => {
  const { title, about, questions, target, per, anonymous, mayChange } = draft
  return { title, about, questions: questions.length, target, per, anonymous, mayChange }
}

/**
 * Makes what is written the next version. One conditional update decides it; the document of the version is written after
 * it, and the draft waits until it is.
 */
export const publish = procedure(contract, 'publish', {
  load: ({ centre, input }) => surveys.of(centre).get(input.survey).then(found),
  place: ({ loaded: { path } }) => path,

  async run({ centre, openid, caller, input: { key, survey: id, rev }, at }) {
    const store = surveys.of(centre)
    let checked = false
    await decide(async () => {
      const before = found(await store.get(id))
      const { draft, head, path, version } = before
      if (before.keys.includes(key)) return
      if (rev !== before.rev) return fail('ChangedMeanwhile')
      if (before.stage === 'closed') return fail('Closed')
      if (before.publishedRev === rev) return fail('NothingChanged')
      const refusal = publishRefusal(draft, at)
      if (refusal) return fail(refusal.code, refusal.data)
      if (head && !staysAsItWas(head, draft)) return fail('StaysAsItWas')
      if (isDelicate(draft.target) && !mayAskDelicately(caller.roles, path, at))
        return fail('SensitiveTag')
      if (version >= mostVersions) return fail('TooManyVersions', { most: mostVersions })
      if (head === null && (await store.count({ stage: 'published' })) >= mostOpen)
        return fail('TooManyOpen', { most: mostOpen })
      if (!checked) await refuseBadWords(openid, wordsOf(draft))
      checked = true
      const { opens, closes } = draft
      const next = { stage: 'published', opens, closes, version: version + 1, shown: true } as const
      const taken = await store.change(
        id,
        {
          ...next,
          reach: await reachOf(centre, path),
          head: command.set(headFrom(draft)),
          published: command.push([{ version: version + 1, at, by: caller.person.id }]),
          publishedRev: rev,
          owes: true,
          at,
          keys: withKey(before.keys, key),
          due: nextDue({ ...before, opens, closes }),
          seq: command.inc(1),
        },
        { rev, version, stage: before.stage },
      )
      return taken ? undefined : again
    })
    await completeVersion(found(await store.get(id)))
    return wholeOf(found(await store.get(id)), at)
  },
})
