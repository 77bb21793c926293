import { attendances, registrations } from '../activities/store'
import { haircutSessions, haircutVisits } from '../haircuts/store'
import { orders } from '../canteen/store'
import { certificates, honourEntries, honourId, thanksNotes } from '../honours/store'
import { command } from '../kit/cloud'
import { outbox } from '../notices/store'
import { hoursEntries, posts, shiftFields, shifts, pointsLedger } from '../volunteers/store'
import type { Exporter } from './gather'
import { consents, people } from './store'

/** Documents of one request. */
const limit = 500

const of = (field: string, ids: readonly string[]) => ids.map((id) => ({ [field]: id }))

/** Each module adds its own: what a person takes along is listed here and nowhere else. */
export const exporters: Readonly<Record<string, Exporter>> = {
  person: async (centre, ids) => {
    const records = await people.of(centre).find({ where: { _id: command.in([...ids]) }, limit })
    const documents = records.map((record) => ({
      ...record.facts,
      phone: record.phone,
      emergencyContact: record.emergencyContact,
      homeName: record.homeName,
      verification: record.verification,
      revoked: record.revoked,
      cards: record.cards,
      addedBy: record.addedBy,
      eraseOn: record.eraseOn,
      eraseWish: record.eraseWish ?? null,
    }))
    return { documents, next: null }
  },
  consents: (centre, ids, after) =>
    consents.of(centre).page({ where: of('person', ids), by: ['givenAt', 'asc'], after, limit }),
  registrations: (centre, ids, after) =>
    registrations
      .of(centre)
      .page({ where: of('person', ids), by: ['endsAt', 'asc'], after, limit }),
  attendances: (centre, ids, after) =>
    attendances.of(centre).page({ where: of('person', ids), by: ['_id', 'asc'], after, limit }),
  haircuts: (centre, ids, after) =>
    haircutSessions.of(centre).page({
      where: of('people', ids),
      by: ['endsAt', 'asc'],
      after,
      limit,
      fields: {
        day: true,
        placeName: true,
        endsAt: true,
        ...Object.fromEntries(ids.map((id) => [`claims.${id}`, true as const])),
      },
    }),
  homeVisits: (centre, ids, after) =>
    haircutVisits.of(centre).page({ where: of('person', ids), by: ['at', 'asc'], after, limit }),
  shifts: (centre, ids, after) =>
    shifts.of(centre).page({
      where: of('people', ids),
      by: ['endsAt', 'asc'],
      after,
      limit,
      fields: shiftFields,
    }),
  handOvers: (centre, ids, after) =>
    posts.of(centre).page({
      where: of('handOver.person', ids),
      by: ['_id', 'asc'],
      after,
      limit,
      fields: { title: true, handOver: true },
    }),
  hours: (centre, ids, after) =>
    hoursEntries.of(centre).page({ where: of('person', ids), by: ['at', 'asc'], after, limit }),
  honours: async (centre, ids) => {
    const where = { _id: command.in(ids.map((id) => honourId(centre, id))) }
    return { documents: await honourEntries.of(centre).find({ where, limit }), next: null }
  },
  thanksGiven: (centre, ids, after) =>
    thanksNotes.of(centre).page({ where: of('from', ids), by: ['at', 'asc'], after, limit }),
  // What others wrote and nobody passed on is between them and the staff.
  thanksReceived: (centre, ids, after) =>
    thanksNotes.of(centre).page({
      where: ids.map((to) => ({ to, state: 'published' })),
      by: ['at', 'asc'],
      after,
      limit,
      fields: { at: true, to: true, what: true, words: true, wall: true },
    }),
  certificates: (centre, ids, after) =>
    certificates.of(centre).page({ where: of('person', ids), by: ['at', 'asc'], after, limit }),
  points: (centre, ids, after) =>
    pointsLedger.of(centre).page({ where: of('person', ids), by: ['at', 'asc'], after, limit }),
  meals: (centre, ids, after) =>
    orders.of(centre).page({ where: of('person', ids), by: ['startsAt', 'asc'], after, limit }),
  notices: (centre, ids, after) =>
    outbox.of(centre).page({ where: of('to', ids), by: ['at', 'asc'], after, limit }),
}
