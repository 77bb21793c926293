import { proposals as contract } from '@/types/proposals'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { taskShown } from './showMeeting'
import { tasks } from './store'

const { roles } = contract.procedures.tasksForStaff.may

const views = {
  late: [{ state: 'open', late: true }],
  open: [{ state: 'open', late: false }],
  over: [{ state: 'done' }, { state: 'ended' }],
} as const

/** Tasks of meetings of the caller's nodes: those that are late first. */
export const tasksForStaff = procedure(contract, 'tasksForStaff', {
  place: () => anywhere,

  async run({ centre, caller, input: { view, after }, at }) {
    const { documents, next } = await tasks.of(centre).page({
      where: nodesOf(caller, roles, at).flatMap((path) =>
        views[view].map((each) => ({ path, ...each })),
      ),
      by: ['day', view === 'over' ? 'desc' : 'asc'],
      after,
    })
    return { items: documents.map(taskShown), next }
  },
})
