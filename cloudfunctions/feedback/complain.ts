import { nextTurn, saidEnough } from '@/domain/feedback/limits'
import { feedback } from '@/types/feedback'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { clearComplaints } from './offBoard'
import { caseBoard, complaintId, complaintsMade, type ComplaintDoc } from './store'

/** More than one day's complaints. */
const recent = 20

/** Somebody found what others should not read. Staff look; it stays there until they did. */
export const complain = procedure(feedback, 'complain', {
  load: ({ centre, input }) => caseBoard.of(centre).get(input.about.id),

  async run({ centre, subject, loaded, input: { key, about, because }, at }) {
    const entry = found(loaded)
    await decide(async () => {
      const earlier = await complaintsMade.of(centre).find({
        where: { person: subject.id },
        order: [['turn', 'desc']],
        limit: recent,
        fields: { turn: true, key: true, at: true },
      })
      if (earlier.some((one) => one.key === key)) return undefined
      if (saidEnough(earlier, at)) return fail('TooManyToday')
      const turn = nextTurn(earlier)
      const complaint: ComplaintDoc = {
        ...{ _id: complaintId(centre, subject.id, turn), centre, v: 1, key, turn },
        ...{ person: subject.id, about, because, path: entry.path, at },
        entry: { title: entry.title, words: entry.words },
        ...{ state: 'open', settled: null },
      }
      return (await complaintsMade.of(centre).insert(complaint)) ? undefined : again
    })
    // Nothing may be left of it since: then neither here.
    if (!(await caseBoard.of(centre).get(about.id, { _id: true })))
      await clearComplaints(centre, about.id)
    return {}
  },
})
