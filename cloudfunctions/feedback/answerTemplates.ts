import { feedback } from '@/types/feedback'
import { anywhere, procedure } from '../kit/procedure'
import { templatesOf } from './templates'

export const answerTemplates = procedure(feedback, 'answerTemplates', {
  load: ({ centre }) => templatesOf(centre),
  place: () => anywhere,

  run: async ({ loaded: { rev, templates } }) => ({ rev, templates: [...templates] }),
})
