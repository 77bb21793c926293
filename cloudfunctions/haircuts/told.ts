import { numberOf, turnAt, type Claim, type Gone } from '@/domain/haircuts/session'
import type { NoticeEvent } from '@/types/notices'
import { dayOf, type Instant } from '@/types/shared/day'
import type { Telling } from '../notices/outbox'
import type { SessionDoc } from './store'

/** On the day itself these cannot wait until the morning, nor for the job: people are about to leave home. */
const pressing: ReadonlySet<NoticeEvent> = new Set<NoticeEvent>([
  'haircutAsk',
  'haircutTwoBefore',
  'haircutMoved',
  'haircutCalledOff',
])

/** What somebody, and whoever acted for them, is told of their number: before they set out, as long as they can be. */
export const telling = (
  session: SessionDoc,
  who: string,
  claim: Claim,
  { event, key }: NonNullable<Claim['owed']>,
  at: Instant,
): Telling => {
  const { _id: thing, placeName, because, day, endsAt } = session
  const startsAt = turnAt(session, claim)
  const number = numberOf(session.numbers ?? [], who, claim)
  return {
    event,
    person: { id: who, name: claim.name },
    actor: claim.by,
    thing,
    key,
    data: {
      placeName,
      startsAt,
      ...(number !== null && { note: `${number} 号` }),
      ...(event === 'haircutCalledOff' && because !== null && { because }),
    },
    due: at < startsAt ? startsAt : endsAt,
    urgent: pressing.has(event) && dayOf(at) === day,
  }
}

/** A number somebody else gave back: whoever had it, and whoever took it for them, are told by whom. */
export const tellingOfGone = (
  session: SessionDoc,
  who: string,
  { claim, byName }: NonNullable<Gone['owed']>,
  key: string,
  at: Instant,
): Telling => {
  const told = telling(session, who, claim, { event: 'haircutCancelled', key }, at)
  const { note } = told.data
  const by = `${byName}替您取消的`
  return { ...told, data: { ...told.data, note: note === undefined ? by : `${note}，${by}` } }
}
