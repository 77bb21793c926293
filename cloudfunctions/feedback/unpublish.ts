import { withKey } from '@/domain/shared/step'
import { feedback } from '@/types/feedback'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import { procedure } from '../kit/procedure'
import { forWork } from './staffCase'
import { boardId, caseBoard, cases } from './store'

/** Takes a matter off the public board; what was written stays, to be put there again. */
export const unpublish = procedure(feedback, 'unpublish', {
  load: ({ centre, input }) => cases.of(centre).get(input.case),
  place: ({ loaded }) => loaded?.path ?? [],

  async run({ centre, caller, loaded, input: { key } }) {
    const { _id } = forWork(loaded, caller)
    const board = caseBoard.of(centre)
    await decide(async () => {
      const known = await board.get(boardId(centre, _id))
      if (!known || known.keys.includes(key)) return undefined
      const change = { shown: false, keys: withKey(known.keys, key), rev: command.inc(1) }
      return (await board.change(known._id, change, { rev: known.rev })) ? undefined : again
    })
    return {}
  },
})
