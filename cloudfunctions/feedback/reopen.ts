import { decideReopen, levelOfReopened } from '@/domain/feedback/reporter'
import { reopenedSealed } from '@/domain/feedback/sealed'
import { feedback } from '@/types/feedback'
import type { StaffRole } from '@/types/shared/roles'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { watchersOf } from './holders'
import { dueAt, ownerOf } from './owner'
import { says } from './saying'
import { isSealed } from './sealedDue'
import { cases } from './store'

/** Says that it is not solved: it goes to who answers one level above, with a new deadline. */
export const reopen = procedure(feedback, 'reopen', {
  load: ({ centre, input }) => cases.of(centre).get(input.case),

  run: ({ input: { key, words, photos }, at, ...running }) =>
    says({ ...running, at, key, words, photos }, async (now, word) => {
      const flow = found(now.flow)
      const level = levelOfReopened(flow, now.level)
      const due = await dueAt(flow, level, at)
      if (!isSealed(now))
        return decideReopen(now, word, { level, due, ...(await ownerOf(now, level, at)) })
      const above: StaffRole = level === 'street' ? 'centreStaff' : 'communityStaff'
      const watchers = await watchersOf(now, [above], at)
      const { owner, ownerName } = now
      return decideReopen(now, word, { level, due, owner, ownerName, state: 'taken' }, [
        reopenedSealed(now, watchers, at),
      ])
    }),
})
