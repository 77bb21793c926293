import { maskName } from '@/domain/residents/masking'
import { repeat } from '../kit/attempts'
import { tell } from '../notices/outbox'
import { thanksNotes, type ThanksDoc } from './store'

/** Nobody waits for it, but it should not come out of the blue. */
const newsMs = 3 * 24 * 60 * 60_000

/** Tells somebody that they were thanked. Safe to repeat and to cut off: it is struck off only when it is done. */
export const complete = async (note: ThanksDoc): Promise<void> => {
  const { _id, centre, owes, to, toName, fromName, what, words, answeredAt, at } = note
  if (!owes) return
  await tell(centre, [
    {
      event: 'thanked',
      person: { id: to, name: toName },
      thing: null,
      key: _id,
      data: { name: maskName(fromName), title: what, words },
      due: (answeredAt ?? at) + newsMs,
    },
  ])
  await repeat(() => thanksNotes.of(centre).change(_id, { owes: false }, { owes: true }))
}
