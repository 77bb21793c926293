import { feedback } from '@/types/feedback'
import { procedure } from '../kit/procedure'
import { flowsInForce } from './flows'

export const categories = procedure(feedback, 'categories', {
  load: ({ centre, at }) => flowsInForce(centre, at),

  run: async ({ loaded }) => ({ flows: loaded.filter(({ retired }) => !retired) }),
})
