import type { Claim } from '@/domain/shop/stock'
import type { NoticeEvent } from '@/types/notices'
import type { Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { centreNode } from '../kit/procedure'
import { tell, type Telling } from '../notices/outbox'
import { namesOf, passports, post } from '../residents/store'
import type { AidDoc, GoodsDoc } from './store'

type Named = Pick<GoodsDoc, '_id' | 'centre' | 'name' | 'unit'>

/** Tells people by the names they have now: goods hold none. */
export const tellByName = async (centre: string, tellings: readonly Telling[]): Promise<void> => {
  if (tellings.length === 0) return
  const names = await namesOf(
    centre,
    tellings.map(({ person }) => person.id),
  )
  await tell(
    centre,
    tellings.map((telling) => ({
      ...telling,
      person: { id: telling.person.id, name: names.get(telling.person.id) ?? '' },
    })),
  )
}

/** What is told of an order: what it is, and until when it is kept. */
export const orderTelling = (
  { _id, name, unit }: Named,
  event: NoticeEvent,
  person: string,
  { order, quantity, points, by, until }: Claim,
  at: Instant,
): Telling => ({
  event,
  person: { id: person, name: '' },
  actor: by,
  thing: _id,
  key: order,
  data: { title: `${name} ${quantity}${unit}`, points, until },
  due: Math.max(until, at),
})

/** A day is soon enough to look after a shelf. */
const soonMs = 24 * 60 * 60_000

/** The keepers, or who runs the centre where there is none. Told once for each fall. */
export const lowTellings = async (stock: GoodsDoc, at: Instant): Promise<Telling[]> => {
  const { _id, centre, name, unit, left, falls } = stock
  for (const role of ['keeper', 'operator', 'centreStaff']) {
    const holders = await passports.of(centre).find({
      where: { posts: command.in([post(centreNode(centre), role)]) },
      limit: 50,
      fields: { 'person.id': true },
    })
    if (holders.length > 0)
      return holders.map(({ person }) => ({
        event: 'shopLow',
        person: { id: person.id, name: '' },
        thing: _id,
        key: `fall-${falls + 1}`,
        data: { title: name, left: `${left}${unit}` },
        due: at + soonMs,
      }))
  }
  return []
}

/** Who asked hears what was decided; whom it is for, that something waits for them. */
export const aidTellings = (aid: AidDoc, until: Instant | null, at: Instant): Telling[] => {
  const { _id, person, askedBy, name, unit, quantity, state, answer } = aid
  const data = { title: `${name} ${quantity}${unit}`, approved: state === 'approved' }
  const due = until ?? at + soonMs
  const about = { thing: _id, key: state, due }
  return [
    {
      ...about,
      event: 'aidDecided',
      person: { id: askedBy, name: '' },
      data: { ...data, ...(answer !== null && { because: answer }) },
    },
    ...(state === 'approved' && until !== null
      ? [
          {
            ...about,
            event: 'aidReady' as const,
            person: { id: person, name: '' },
            data: { ...data, until },
          },
        ]
      : []),
  ]
}
