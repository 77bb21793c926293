import { feedback } from '@/types/feedback'
import { repeat } from '../kit/attempts'
import { procedure } from '../kit/procedure'
import { forWork } from './staffCase'
import { boardId, caseBoard, cases } from './store'

/** Takes a matter off the public board; what was written stays, to be put there again. */
export const unpublish = procedure(feedback, 'unpublish', {
  load: ({ centre, input }) => cases.of(centre).get(input.case),
  place: ({ loaded }) => loaded?.path ?? [],

  async run({ centre, caller, loaded }) {
    const { _id } = forWork(loaded, caller)
    await repeat(() => caseBoard.of(centre).change(boardId(centre, _id), { shown: false }))
    return {}
  },
})
