import { spotsAround } from '@/domain/feedback/place'
import { feedback } from '@/types/feedback'
import { command } from '../kit/cloud'
import { procedure } from '../kit/procedure'
import { marksOf } from './followed'
import { summaryFields, summaryOf } from './shown'
import { cases } from './store'

/** So many are looked through for those that may be offered, and so many are offered. */
const mostRead = 40
const mostOffered = 5

/** Nothing sealed and nothing about a member of staff; in words of the program only. */
export const similar = procedure(feedback, 'similar', {
  load: ({ centre, input: { category, place } }) =>
    cases.of(centre).find({
      where: { spot: command.in(spotsAround(place)), category, stage: 'active' },
      limit: mostRead,
      fields: { ...summaryFields, aboutStaff: true, joined: true, followers: true },
    }),

  async run({ centre, subject, loaded }) {
    const marks = marksOf(centre, subject)
    return {
      cases: loaded
        .filter(({ sealed, aboutStaff }) => !sealed && aboutStaff === null)
        .sort((one, other) => other.at - one.at)
        .slice(0, mostOffered)
        .map((one) => ({
          ...summaryOf(one),
          joined: one.joined,
          follows: one.followers.some((mark) => marks.includes(mark)),
        })),
    }
  },
})
