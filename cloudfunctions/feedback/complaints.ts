import { feedback } from '@/types/feedback'
import { command } from '../kit/cloud'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { caseBoard, complaintsMade } from './store'

const { roles } = feedback.procedures.complaints.may

/** What people found wrong; who they are is not shown. */
export const complaints = procedure(feedback, 'complaints', {
  place: () => anywhere,

  async run({ centre, caller, input: { view, after }, at }) {
    const { documents, next } = await complaintsMade.of(centre).page({
      where: nodesOf(caller, roles, at).map((path) => ({ path, state: view })),
      by: ['at', view === 'open' ? 'asc' : 'desc'],
      after,
    })
    const about = [...new Set(documents.map((one) => one.about.id))]
    const entries =
      about.length === 0
        ? []
        : await caseBoard
            .of(centre)
            .find({ where: { _id: command.in(about) }, limit: about.length })
    return {
      items: documents.map(({ _id, at: made, because, about: { id }, settled }) => {
        const entry = entries.find((one) => one._id === id)
        return {
          ...{ id: _id, at: made, because },
          entry: entry ? { title: entry.title, words: entry.words, shown: entry.shown } : null,
          settled: settled && { hidden: settled.hidden, words: settled.words, by: settled.by },
        }
      }),
      next,
    }
  },
})
