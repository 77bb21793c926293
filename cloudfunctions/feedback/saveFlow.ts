import { flowsAt, withVersion } from '@/domain/feedback/flow'
import { withKey } from '@/domain/shared/step'
import { feedback } from '@/types/feedback'
import { again, decide } from '../kit/attempts'
import { fail } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { procedure, wholeCentre } from '../kit/procedure'
import { flowsOf } from './flows'
import { caseFlows, flowsId } from './store'

export const saveFlow = procedure(feedback, 'saveFlow', {
  place: wholeCentre,

  run: ({ centre, input: { key, rev, category, draft }, at }) =>
    decide(async () => {
      const known = await flowsOf(centre)
      if (known.keys.includes(key)) return { rev: known.rev, flows: flowsAt(known.versions, at) }
      if (known.rev !== rev) return fail('ChangedMeanwhile')
      if (category !== null && !known.versions.some((flow) => flow.category === category))
        return fail('NotFound')
      const id = category ?? hiddenId(centre, 'fk', key)
      const versions = withVersion(known.versions, id, draft, at)
      if (typeof versions === 'string') return fail(versions)
      const next = { rev: rev + 1, keys: withKey(known.keys, key), versions }
      const store = caseFlows.of(centre)
      const saved =
        rev === 0
          ? await store.insert({ _id: flowsId(centre), centre, v: 1, ...next })
          : await store.change(flowsId(centre), next, { rev })
      return saved ? { rev: next.rev, flows: flowsAt(versions, at) } : again
    }),
})
