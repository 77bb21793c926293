import { decideReopen, levelOfReopened } from '@/domain/feedback/reporter'
import { feedback } from '@/types/feedback'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { dueAt, ownerOf } from './owner'
import { says } from './saying'
import { sealedAbove } from './sealedAbove'
import { isSealed } from './sealedDue'
import { cases } from './store'

/** Says that it is not solved: it goes to who answers one level above, with a new deadline. */
export const reopen = procedure(feedback, 'reopen', {
  load: ({ centre, input }) => cases.of(centre).get(input.case),

  run: ({ input: { key, words, photos }, at, ...running }) =>
    says({ ...running, at, key, words, photos }, async (now, word) => {
      if (isSealed(now)) {
        const { news, ...above } = await sealedAbove(now, at)
        return decideReopen(now, word, above, news)
      }
      const flow = found(now.flow)
      const level = levelOfReopened(flow, now.level)
      const due = await dueAt(flow, level, at)
      return decideReopen(now, word, { level, due, ...(await ownerOf(now, level, at)) })
    }),
})
