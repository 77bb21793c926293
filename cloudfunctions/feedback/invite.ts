import { decideInvite } from '@/domain/feedback/working'
import { feedback } from '@/types/feedback'
import { procedure } from '../kit/procedure'
import { ringByOf } from './owner'
import { acted, ofCase } from './staffCase'

export const invite = procedure(feedback, 'invite', {
  ...ofCase,

  async run(running) {
    const { loaded, input, at } = running
    const ringBy = await ringByOf(loaded, at)
    return acted(running, (now, by, tap) => decideInvite(now, by, tap, { ...input, ringBy }))
  },
})
