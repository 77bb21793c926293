import { proposals as contract } from '@/types/proposals'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { wishForStaff as shown } from './showWish'
import { wishes } from './store'

const { roles } = contract.procedures.wishesForStaff.may

/** Wishes of people of the caller's nodes: what is to be done, or one state. */
export const wishesForStaff = procedure(contract, 'wishesForStaff', {
  place: () => anywhere,

  async run({ centre, caller, input: { view, category, after }, at }) {
    const { documents, next } = await wishes.of(centre).page({
      where: nodesOf(caller, roles, at).map((path) => ({
        path,
        ...(view === 'todo' ? { forStaff: true } : { state: view }),
        ...(category && { category }),
      })),
      by: ['at', view === 'todo' ? 'asc' : 'desc'],
      after,
    })
    return { items: documents.map(shown), next }
  },
})
