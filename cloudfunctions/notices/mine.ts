import { notices } from '@/types/notices'
import { procedure } from '../kit/procedure'
import { familyOf } from './family'
import { noticeOf } from './show'
import { outbox } from './store'

/** What I and those I act for were told. What I was told myself is not shown again as theirs. */
export const mine = procedure(notices, 'mine', {
  async run({ centre, caller, input: { after } }) {
    const me = caller.person.id
    const { documents, next } = await outbox.of(centre).page({
      where: familyOf(caller).map((to) => ({ to })),
      by: ['at', 'desc'],
      after,
    })
    const shown = documents.filter(
      ({ to, told, inConfidence }) => to === me || (!inConfidence && !told.includes(me)),
    )
    return { items: shown.map(noticeOf), next }
  },
})
