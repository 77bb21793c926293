import { decideRefuse } from '@/domain/feedback/working'
import { feedback } from '@/types/feedback'
import { procedure } from '../kit/procedure'
import { ringByOf } from './owner'
import { acted, ofCase } from './staffCase'

export const refuse = procedure(feedback, 'refuse', {
  ...ofCase,

  async run(running) {
    const { loaded, input, at } = running
    const { words, turnTo } = input
    const ringBy = await ringByOf(loaded, at)
    return acted(running, (now, by, tap) => decideRefuse(now, by, tap, { words, turnTo, ringBy }))
  },
})
