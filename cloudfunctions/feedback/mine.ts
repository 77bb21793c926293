import { feedback } from '@/types/feedback'
import { pageOfKept } from '../kit/kept'
import { procedure } from '../kit/procedure'
import { marksOf, mayKnow } from './followed'
import { summaryFields, summaryOf } from './shown'
import { cases } from './store'

/** What the caller may know of it: `mayKnow`. */
const knownFields = {
  ...summaryFields,
  sealedAuthor: true,
  reporter: true,
  aboutStaff: true,
} as const

export const mine = procedure(feedback, 'mine', {
  run: ({ centre, caller, subject, input: { after } }) =>
    pageOfKept(
      after,
      (from) =>
        cases.of(centre).page({
          where: marksOf(centre, subject).map((mark) => ({ followers: mark })),
          by: ['at', 'desc'],
          after: from,
          fields: knownFields,
        }),
      (documents) =>
        documents.filter((one) => mayKnow(one, { centre, caller, subject })).map(summaryOf),
    ),
})
