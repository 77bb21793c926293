import { withKey } from '@/domain/shared/step'
import { staysAsItWas } from '@/domain/surveys/draft'
import { isDelicate, mayAskDelicately } from '@/domain/surveys/target'
import { surveys as contract } from '@/types/surveys'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import { fail, found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { procedure } from '../kit/procedure'
import { nodes } from '../residents/store'
import { completeVersion } from './complete'
import { wholeOf } from './show'
import { surveys, type SurveyDoc } from './store'

/** Keeps what is written; what was published stays as it is until the next version. */
export const saveDraft = procedure(contract, 'saveDraft', {
  load: async ({ centre, openid, input }) => {
    const [survey, node] = await Promise.all([
      input.survey === undefined ? null : surveys.of(centre).get(input.survey).then(found),
      nodes.of(centre).get(input.draft.target.node, { path: true, label: true }).then(found),
    ])
    return { id: survey?._id ?? hiddenId(centre, 'sv', openid, input.key), survey, node }
  },
  // Who moves it to another node answers for both.
  place: ({ loaded: { survey, node } }) =>
    survey ? node.path.filter((one) => survey.path.includes(one)) : node.path,

  async run({ centre, caller, loaded: { id, node }, input: { key, rev, draft }, at }) {
    const store = surveys.of(centre)
    if (isDelicate(draft.target) && !mayAskDelicately(caller.roles, node.path, at))
      return fail('SensitiveTag')
    await decide(async () => {
      const before = await store.get(id)
      if (before?.keys.includes(key)) return
      if (before && rev !== before.rev) return fail('ChangedMeanwhile')
      if (before?.stage === 'closed') return fail('Closed')
      if (before?.head && !staysAsItWas(before.head, draft)) return fail('StaysAsItWas')
      if (before?.owes) await completeVersion(before)
      const { title } = draft
      const { path, label: nodeName } = node
      const next = { title, nodeName, path, savedBy: caller.person.id, at }
      const keys = withKey(before?.keys, key)
      const saved = before
        ? await store.change(
            id,
            {
              ...next,
              ...(before.head === null && { reach: path }),
              ...{ keys, rev: before.rev + 1, draft: command.set(draft) },
            },
            { rev: before.rev, version: before.version, owes: false },
          )
        : await store.insert({ ...newSurvey, _id: id, centre, ...next, reach: path, draft, keys })
      return saved ? undefined : again
    })
    return wholeOf(found(await store.get(id)), at)
  },
})

const newSurvey = {
  ...{ v: 1, rev: 1, stage: 'draft', version: 0, publishedRev: null, head: null, published: [] },
  ...{ opens: null, closes: null, closedAt: null, owes: false, seq: 0, round: null },
  ...{ told: { opened: false, closes: false }, due: null, audience: null, answers: 0 },
  ...{ summary: '', released: false, shown: false, forgotten: false },
} satisfies Partial<SurveyDoc>
