import { feedback } from '@/types/feedback'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { complaintShown } from './complaints'
import { caseBoard, complaintsMade } from './store'

/** A complaint beside what it is about, as that stands by now. */
export const complaint = procedure(feedback, 'complaint', {
  load: ({ centre, input }) => complaintsMade.of(centre).get(input.complaint),
  place: ({ loaded }) => loaded?.path ?? [],

  async run({ centre, loaded }) {
    const known = found(loaded)
    const now = await caseBoard
      .of(centre)
      .get(known.about.id, { title: true, words: true, shown: true })
    return {
      ...complaintShown(known),
      now: now && { title: now.title, words: now.words, shown: now.shown },
    }
  },
})
