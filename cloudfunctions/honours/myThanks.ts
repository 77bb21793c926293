import { honours as contract } from '@/types/honours'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { noteOf } from './notes'
import { thanksNotes } from './store'

export const myThanks = procedure(contract, 'myThanks', {
  async run({ centre, subject, input: { sent, after } }) {
    const { documents, next } = await thanksNotes.of(centre).page({
      where: idsOf(subject).map((id) => (sent ? { from: id } : { to: id, state: 'published' })),
      by: ['at', 'desc'],
      after,
    })
    return { items: documents.map(noteOf), next }
  },
})
