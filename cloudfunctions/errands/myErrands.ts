import { isOver } from '@/domain/errands/errand'
import { lapseDays } from '@/domain/errands/when'
import { errands as contract } from '@/types/errands'
import { addDays, dayOf } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { fitting } from './fitting'
import { toDosShown } from './show'
import { errands } from './store'

/** What I accepted, soonest first; what is over, newest first. */
export const myErrands = procedure(contract, 'myErrands', {
  async run({ centre, caller, input: { past, after: from }, at }) {
    const today = dayOf(at)
    const day = past ? command.lte(today) : command.gte(addDays(today, -lapseDays))
    const { documents, next } = await fitting(
      (after) =>
        errands.of(centre).page({
          where: idsOf(caller.person).map((people) => ({ people, day })),
          by: ['day', past ? 'desc' : 'asc'],
          after,
        }),
      (errand) => isOver(errand) === past,
      from,
    )
    return { items: await toDosShown(documents, caller.person, at), next }
  },
})
