import { dayOf } from '@/types/shared/day'
import { projects as contract } from '@/types/projects'
import { command } from '../kit/cloud'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { lineOf } from './show'
import { projects } from './store'

const { roles } = contract.procedures.listForStaff.may

/** Projects of the caller's nodes and below, what is late or comes next first. */
export const listForStaff = procedure(contract, 'listForStaff', {
  place: () => anywhere,

  async run({ centre, caller, input: { view, after }, at }) {
    const over = view === 'over'
    const path = command.in([...nodesOf(caller, roles, at)])
    const { documents, next } = await projects.of(centre).page({
      where: over
        ? [
            { path, state: 'done' },
            { path, state: 'calledOff' },
          ]
        : { path, state: 'going', ...(view === 'late' && { lateFrom: command.lte(dayOf(at)) }) },
      by: over ? ['startedAt', 'desc'] : ['lateFrom', 'asc'],
      after,
    })
    return { items: documents.map((one) => lineOf(one, at)), next }
  },
})
