import { decideRelease } from '@/domain/feedback/working'
import { feedback } from '@/types/feedback'
import { procedure } from '../kit/procedure'
import { dueAt } from './owner'
import { acted, ofCase } from './staffCase'

export const release = procedure(feedback, 'release', {
  ...ofCase,

  async run(running) {
    const { loaded, input, at } = running
    // Nobody could work on it while it was held.
    const due = loaded?.flow ? await dueAt(loaded.flow, loaded.level, at) : null
    return acted(running, (now, by, tap) =>
      decideRelease(now, by, tap, { through: input.through, words: input.words, due }),
    )
  },
})
