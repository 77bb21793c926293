import type { Claim, Entry } from '@/domain/shop/stock'
import type { NoticeEvent } from '@/types/notices'
import type { Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { centreNode } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { tell, type Telling } from '../notices/outbox'
import { namesOf, passports, personsNow, post } from '../residents/store'
import { isSecond } from './show'
import type { AidDoc, GoodsDoc, PurchaseDoc } from './store'

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

/**
 * What became of an order that nobody fetches any more. Whoever gave it back knows; the person and who ordered it are
 * told by whom, under the ids they have now.
 */
export const endedTelling = async (
  of: Named,
  person: string,
  claim: Claim,
  at: Instant,
): Promise<Telling> => {
  if (claim.state === 'lapsed') return orderTelling(of, 'shopLapsed', person, claim, at)
  const { by, endedFor } = claim
  const persons = await personsNow(of.centre, [
    person,
    by,
    ...(endedFor === null ? [] : [endedFor]),
  ])
  const now = (id: string) => persons.get(id)?.facts.id ?? id
  const telling = orderTelling(of, 'shopCancelled', now(person), { ...claim, by: now(by) }, at)
  if (endedFor === null) return telling
  const who = persons.get(endedFor)?.facts.name
  return {
    ...telling,
    knows: now(endedFor),
    data: { ...telling.data, ...(who !== undefined && { who }) },
  }
}

/** Points came back, because what they were given for was taken back at the counter. */
export const reversedTelling = (
  { _id, name, unit }: Named,
  { person, quantity, points, because, key }: Entry,
  at: Instant,
): Telling[] =>
  person === null || points >= 0
    ? []
    : [
        {
          event: 'shopReversed',
          person: { id: person, name: '' },
          thing: _id,
          key,
          data: { title: `${name} ${quantity}${unit}`, ...(because !== null && { because }) },
          due: at + soonMs,
        },
      ]

/** What was bought waits, or will not come: who asked hears it, and whom it is for. */
export const purchaseTellings = (purchase: PurchaseDoc): Telling[] => {
  const { _id, person, by, what, fen, state, because, movedBy, movedAt } = purchase
  const about = {
    person: { id: person, name: '' },
    actor: by,
    thing: _id,
    key: movedBy,
    due: movedAt + soonMs,
  }
  if (state === 'bought' && fen !== null)
    return [{ ...about, event: 'purchaseBought', data: { title: what, fen } }]
  return state === 'cancelled' && because !== null
    ? [{ ...about, event: 'purchaseGivenUp', data: { title: what, because } }]
    : []
}

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

/** Who may decide, the nearest first: those of the community, else of the centre. Who asked, and whom it is for, may not. */
export const aidAskedTellings = async (aid: AidDoc, at: Instant): Promise<Telling[]> => {
  const { _id, centre, path, name, unit, quantity } = aid
  for (const role of ['communityStaff', 'centreStaff']) {
    const holders = await passports.of(centre).find({
      where: { posts: command.in(path.map((node) => post(node, role))) },
      limit: 50,
      fields: { 'person.id': true, 'person.former': true },
    })
    const second = holders.filter(({ person }) => isSecond(idsOf(person), aid))
    if (second.length > 0)
      return second.map(({ person }) => ({
        event: 'aidAsked',
        person: { id: person.id, name: '' },
        thing: _id,
        key: 'asked',
        data: { title: `${name} ${quantity}${unit}` },
        due: at + soonMs,
      }))
  }
  return []
}

/** Nobody fetched it: whom it is for, and who asked, hear that it does not wait any more. */
export const aidLapsedTelling = (
  { _id, person, askedBy, name, unit, quantity }: AidDoc,
  at: Instant,
): Telling => ({
  event: 'aidLapsed',
  person: { id: person, name: '' },
  actor: askedBy,
  thing: _id,
  key: 'lapsed',
  data: { title: `${name} ${quantity}${unit}` },
  due: at + soonMs,
})

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
