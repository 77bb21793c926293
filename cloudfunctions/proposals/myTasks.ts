import { proposals as contract } from '@/types/proposals'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { taskShown } from './showMeeting'
import { tasks } from './store'

/** What I have to do, soonest first; or what is over. */
export const myTasks = procedure(contract, 'myTasks', {
  async run({ centre, caller, input: { over, after } }) {
    const states = over ? (['done', 'ended'] as const) : (['open'] as const)
    const { documents, next } = await tasks.of(centre).page({
      where: idsOf(caller.person).flatMap((owner) => states.map((state) => ({ owner, state }))),
      by: ['day', over ? 'desc' : 'asc'],
      after,
    })
    return { items: documents.map(taskShown), next }
  },
})
