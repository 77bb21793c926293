import { feedback } from '@/types/feedback'
import { procedure } from '../kit/procedure'
import { marksOf } from './followed'
import { summaryFields, summaryOf } from './shown'
import { cases } from './store'

export const mine = procedure(feedback, 'mine', {
  async run({ centre, subject, input: { after } }) {
    const { documents, next } = await cases.of(centre).page({
      where: marksOf(centre, subject).map((mark) => ({ followers: mark })),
      by: ['at', 'desc'],
      after,
      fields: summaryFields,
    })
    return { items: documents.map(summaryOf), next }
  },
})
