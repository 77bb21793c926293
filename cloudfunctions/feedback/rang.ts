import { levelOfReopened } from '@/domain/feedback/reporter'
import { decideRang, disputesWhole, mayDispute } from '@/domain/feedback/ringing'
import type { Post } from '@/domain/feedback/working'
import { feedback } from '@/types/feedback'
import type { Instant } from '@/types/shared/day'
import { fail } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { lastOf } from './carry'
import { postAt } from './deadlines'
import { acted, forWork, ofCase } from './staffCase'
import type { CaseDoc } from './store'
import { workerOf } from './titles'

const aboveOf = (one: CaseDoc, at: Instant): Promise<Post> => {
  const flow = one.flow ?? fail('NotNow')
  return postAt(one, flow, levelOfReopened(flow, one.level), at)
}

/** What somebody without a record said on the telephone of what was done for them. */
export const rang = procedure(feedback, 'rang', {
  ...ofCase,

  async run(running) {
    const { caller, loaded, input, at } = running
    const known = forWork(loaded, caller)
    const above = await aboveOf(known, at)
    if (input.answer === 'notSolved' && mayDispute(known)) {
      const tap = { key: input.key, rev: input.rev, at }
      const first = decideRang(known, workerOf(caller, known, at), tap, input, above)
      const whole = first.outcome === 'step' ? await lastOf(known) : null
      // What they judge is written first: the call is off the list once it is.
      if (whole) {
        const next = await aboveOf(whole, at)
        await acted({ ...running, loaded: whole }, (now, by, again) =>
          disputesWhole(now, by, again, input.words, next),
        )
      }
    }
    return acted(running, (now, by, tap) => decideRang(now, by, tap, input, above))
  },
})
