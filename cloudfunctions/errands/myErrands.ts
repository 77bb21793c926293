import { isOver } from '@/domain/errands/errand'
import { errands as contract } from '@/types/errands'
import { addDays, dayOf } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { toDosShown } from './show'
import { errands } from './store'

/** Until silence confirms it, what is done can still be looked at among what is to do. */
const stillOpenDays = 4

/** What I accepted, soonest first; what is over, newest first. */
export const myErrands = procedure(contract, 'myErrands', {
  async run({ centre, caller, input: { past, after }, at }) {
    const today = dayOf(at)
    const day = past ? command.lte(today) : command.gte(addDays(today, -stillOpenDays))
    const { documents, next } = await errands.of(centre).page({
      where: idsOf(caller.person).map((people) => ({ people, day })),
      by: ['day', past ? 'desc' : 'asc'],
      after,
    })
    const fit = documents.filter((errand) => isOver(errand) === past)
    return { items: await toDosShown(fit, caller.person, at), next }
  },
})
