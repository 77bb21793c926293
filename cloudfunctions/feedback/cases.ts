import { feedback } from '@/types/feedback'
import { idsOf } from '../kit/subject'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { listedFields, listedOf } from './shown'
import { cases as documentsOf } from './store'

const { roles } = feedback.procedures.cases.may

/** What is to be done comes by deadline, what is over by when it came. Never what is about the reader. */
export const cases = procedure(feedback, 'cases', {
  place: () => anywhere,

  async run({ centre, caller, input: { view, after }, at }) {
    const where =
      view === 'mine'
        ? idsOf(caller.person).map((owner) => ({ owner, stage: 'active' }))
        : nodesOf(caller, roles, at).map((path) => ({ path, stage: view }))
    const { documents, next } = await documentsOf.of(centre).page({
      where,
      by: view === 'mine' || view === 'active' ? ['due', 'asc'] : ['at', 'desc'],
      after,
      fields: { ...listedFields, aboutStaff: true },
    })
    const shown = documents.filter(
      ({ aboutStaff, sealed }) => !sealed && !idsOf(caller.person).some((id) => id === aboutStaff),
    )
    return { items: shown.map((one) => listedOf(one, at)), next }
  },
})
