import { decideSolve } from '@/domain/feedback/working'
import { feedback } from '@/types/feedback'
import { procedure } from '../kit/procedure'
import { ringByOf } from './owner'
import { acted, ofCase } from './staffCase'

export const solve = procedure(feedback, 'solve', {
  ...ofCase,

  async run(running) {
    const { loaded, input, at } = running
    const ringBy = await ringByOf(loaded, at)
    return acted(running, (now, by, tap, photos) =>
      decideSolve(now, by, tap, { words: input.words, photos, ringBy }),
    )
  },
})
