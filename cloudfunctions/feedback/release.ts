import { decideRelease, decideReleaseStep } from '@/domain/feedback/working'
import { feedback } from '@/types/feedback'
import { procedure } from '../kit/procedure'
import { dueAt, ringByOf } from './owner'
import { acted, ofCase } from './staffCase'

export const release = procedure(feedback, 'release', {
  ...ofCase,

  async run(running) {
    const { loaded, input, at } = running
    const { step: n, through, words } = input
    if (n !== undefined)
      return acted(running, (now, by, tap) =>
        decideReleaseStep(now, by, tap, { n, through, words }),
      )
    // Nobody could work on it while it was held.
    const due = loaded?.flow ? await dueAt(loaded.flow, loaded.level, at) : null
    const ringBy = await ringByOf(loaded, at)
    return acted(running, (now, by, tap) =>
      decideRelease(now, by, tap, { through, words, due, ringBy }),
    )
  },
})
