import { flowsAt } from '@/domain/feedback/flow'
import { feedback } from '@/types/feedback'
import { anywhere, procedure } from '../kit/procedure'
import { flowsOf } from './flows'

export const flows = procedure(feedback, 'flows', {
  load: ({ centre }) => flowsOf(centre),
  place: () => anywhere,

  run: async ({ loaded: { rev, versions }, at }) => ({ rev, flows: flowsAt(versions, at) }),
})
