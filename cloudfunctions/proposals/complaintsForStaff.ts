import { proposals as contract } from '@/types/proposals'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { complaintShown } from './complaint'
import { complaints } from './store'

const { roles } = contract.procedures.complaintsForStaff.may

/** What is said against something published in the caller's nodes; who says it is not shown. */
export const complaintsForStaff = procedure(contract, 'complaintsForStaff', {
  place: () => anywhere,

  async run({ centre, caller, input: { view, after }, at }) {
    const { documents, next } = await complaints.of(centre).page({
      where: nodesOf(caller, roles, at).map((path) => ({ path, over: view === 'over' })),
      by: ['at', view === 'over' ? 'desc' : 'asc'],
      after,
    })
    return { items: documents.map(complaintShown), next }
  },
})
