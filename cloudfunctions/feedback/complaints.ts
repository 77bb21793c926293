import { feedback } from '@/types/feedback'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { complaintsMade, type ComplaintDoc } from './store'

const { roles } = feedback.procedures.complaints.may

export const complaintShown = ({ _id, at, because, entry, settled }: ComplaintDoc) => ({
  ...{ id: _id, at, because, entry },
  settled: settled && { hidden: settled.hidden, words: settled.words, by: settled.by },
})

/** What people found wrong; who they are is not shown. */
export const complaints = procedure(feedback, 'complaints', {
  place: () => anywhere,

  async run({ centre, caller, input: { view, after }, at }) {
    const { documents, next } = await complaintsMade.of(centre).page({
      where: nodesOf(caller, roles, at).map((path) => ({ path, state: view })),
      by: ['at', view === 'open' ? 'asc' : 'desc'],
      after,
    })
    return { items: documents.map(complaintShown), next }
  },
})
