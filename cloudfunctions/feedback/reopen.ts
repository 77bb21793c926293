import { decideReopen, levelOfReopened } from '@/domain/feedback/reporter'
import { feedback } from '@/types/feedback'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { dueAt, ownerOf } from './owner'
import { says } from './saying'
import { cases } from './store'

/** Says that it is not solved: it goes to who answers one level above, with a new deadline. */
export const reopen = procedure(feedback, 'reopen', {
  load: ({ centre, input }) => cases.of(centre).get(input.case),

  run: ({ input: { key, words, photos }, at, ...running }) =>
    says({ ...running, at, key, words, photos }, async (now, word) => {
      const flow = found(now.flow)
      const level = levelOfReopened(flow, now.level)
      const { owner, ownerName } = now
      const [above, due] = await Promise.all([
        // Who mediates goes on with it.
        now.sealed ? { owner, ownerName } : ownerOf(now, level, at),
        dueAt(flow, level, at),
      ])
      return decideReopen(now, word, { level, due, ...above })
    }),
})
