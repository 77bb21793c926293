import { dayMs, type Instant } from '@/types/shared/day'
import { repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { tell } from '../notices/outbox'
import { personNow } from '../residents/store'
import { caseBoard, complaintsMade } from './store'

/** What follows from how a complaint was settled: the entry goes, and who complained is told. Safe to cut off and repeat. */
export const followComplaint = async (centre: string, id: string, at: Instant): Promise<void> => {
  const known = await complaintsMade.of(centre).get(id)
  if (!known?.settled?.owed) return
  const { about, person, settled } = known
  const { hidden, words, key } = settled
  if (hidden)
    await repeat(() => caseBoard.of(centre).change(about.id, { shown: false, rev: command.inc(1) }))
  const who = await personNow(centre, person)
  if (who)
    await tell(centre, [
      {
        event: 'complaintSettled',
        person: { id: who._id, name: who.facts.name },
        thing: id,
        key,
        data: { title: hidden ? '已经撤下' : '看过了，留着', ...(words !== '' && { note: words }) },
        due: at + 3 * dayMs,
      },
    ])
  await repeat(() => complaintsMade.of(centre).change(id, { 'settled.owed': false }))
}
