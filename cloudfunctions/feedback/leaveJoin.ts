import { decideLeave } from '@/domain/feedback/joining'
import { feedback } from '@/types/feedback'
import { again, decide } from '../kit/attempts'
import { procedure } from '../kit/procedure'
import { take } from '../kit/step'
import { marksOf } from './followed'
import { cases } from './store'

/** Follows it no longer. Whoever had not joined hears nothing else. */
export const leaveJoin = procedure(feedback, 'leaveJoin', {
  load: ({ centre, input }) => cases.of(centre).get(input.case),

  run: ({ centre, subject, loaded, input }) =>
    decide(async (round) => {
      const now = round === 0 ? loaded : await cases.of(centre).get(input.case)
      const step = now && decideLeave(now, marksOf(centre, subject))
      return step === null || (await take(cases.of(centre), input.case, step)) ? {} : again
    }),
})
