import { lapseDays } from '@/domain/errands/when'
import { errands as contract, type ErrandState } from '@/types/errands'
import { addDays, dayOf } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { errandsForStaff } from './show'
import { errands } from './store'

const { roles } = contract.procedures.listForStaff.may

const states: Readonly<Record<'open' | 'coming' | 'over', readonly ErrandState[]>> = {
  open: ['open', 'unmatched'],
  coming: ['accepted', 'onTheWay', 'done'],
  over: ['confirmed', 'cancelled', 'residentNotThere', 'volunteerNotThere', 'notDone'],
}

/** Errands at homes of the caller's nodes: what needs staff first, each list by day. */
export const listForStaff = procedure(contract, 'listForStaff', {
  place: () => anywhere,

  async run({ centre, caller, input: { view, after }, at }) {
    const nodes = nodesOf(caller, roles, at)
    const recent = { day: command.gte(addDays(dayOf(at), -lapseDays)) }
    const where =
      view === 'trouble'
        ? nodes.map((path) => ({ path, forStaff: true }))
        : nodes.flatMap((path) =>
            states[view].map((state) => ({ path, state, ...(view === 'over' ? {} : recent) })),
          )
    const { documents, next } = await errands.of(centre).page({
      where,
      by: ['day', view === 'over' ? 'desc' : 'asc'],
      after,
    })
    return { items: await errandsForStaff(documents, at), next }
  },
})
