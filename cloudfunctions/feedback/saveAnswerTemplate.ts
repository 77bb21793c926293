import { withTemplate } from '@/domain/feedback/templates'
import { withKey } from '@/domain/shared/step'
import { feedback } from '@/types/feedback'
import { again, decide } from '../kit/attempts'
import { fail } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { anywhere, procedure } from '../kit/procedure'
import { answerTemplates } from './store'
import { templatesOf } from './templates'

export const saveAnswerTemplate = procedure(feedback, 'saveAnswerTemplate', {
  place: () => anywhere,

  run: ({ centre, input: { key, rev, template, name, words, retired } }) =>
    decide(async () => {
      const known = await templatesOf(centre)
      if (known.keys.includes(key)) return { rev: known.rev, templates: [...known.templates] }
      if (known.rev !== rev) return fail('ChangedMeanwhile')
      const id = template ?? hiddenId(centre, 'at', key)
      const templates = withTemplate(known.templates, { id, name, words, retired })
      if (typeof templates === 'string') return fail(templates)
      const next = { rev: rev + 1, keys: withKey(known.keys, key), templates }
      const store = answerTemplates.of(centre)
      const saved =
        rev === 0
          ? await store.insert({ ...known, ...next })
          : await store.change(known._id, next, { rev })
      return saved ? { rev: next.rev, templates: [...templates] } : again
    }),
})
