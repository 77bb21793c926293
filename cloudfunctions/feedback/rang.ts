import { levelOfReopened } from '@/domain/feedback/reporter'
import { decideRang } from '@/domain/feedback/ringing'
import { feedback } from '@/types/feedback'
import { fail } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { postAt } from './deadlines'
import { acted, forWork, ofCase } from './staffCase'

/** What somebody without a record said on the telephone of what was done for them. */
export const rang = procedure(feedback, 'rang', {
  ...ofCase,

  async run(running) {
    const { caller, loaded, input, at } = running
    const known = forWork(loaded, caller)
    const flow = known.flow ?? fail('NotNow')
    const above = await postAt(known, flow, levelOfReopened(flow, known.level), at)
    return acted(running, (now, by, tap) => decideRang(now, by, tap, input, above))
  },
})
