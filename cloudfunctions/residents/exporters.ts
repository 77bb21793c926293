import { attendances, registrations } from '../activities/store'
import { haircutSessions, haircutVisits } from '../haircuts/store'
import { orders } from '../canteen/store'
import { certificates, honourEntries, honourId, thanksNotes } from '../honours/store'
import { exportCases, exportSent } from '../feedback/exported'
import { complaintsMade } from '../feedback/store'
import { errandHelpers, errands, helperId } from '../errands/store'
import { command } from '../kit/cloud'
import { outbox } from '../notices/store'
import {
  hoursEntries,
  posts,
  shifts,
  pointsLedger,
  reveals,
  teams,
  trainings,
  volunteerId,
  volunteerRecords,
} from '../volunteers/store'
import { fundLines } from '../projects/store'
import { ballots, ownerRolls } from '../votes/store'
import { aidRequests, goods, purchases, shopOrders, stockLedger } from '../shop/store'
import { answers as surveyAnswers, marks as surveyMarks } from '../surveys/store'
import { complaints, meetings, proposals, tasks, wishes } from '../proposals/store'
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
  // When they came and went; of the others on it, nothing.
  shifts: (centre, ids, after) =>
    shifts.of(centre).page({
      where: of('people', ids),
      by: ['endsAt', 'asc'],
      after,
      limit,
      fields: {
        kind: true,
        title: true,
        placeName: true,
        startsAt: true,
        endsAt: true,
        state: true,
        ...Object.fromEntries(
          ids.flatMap((id) =>
            [
              'name',
              'at',
              'swap.at',
              'hours.minutes',
              'seen.sightings.at',
              'seen.sightings.leaving',
            ].map((field) => [`claims.${id}.${field}`, true as const]),
          ),
        ),
      },
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
  volunteer: async (centre, ids) => {
    const documents = await volunteerRecords
      .of(centre)
      .find({ where: { _id: command.in(ids.map((id) => volunteerId(centre, id))) }, limit })
    return { documents, next: null }
  },
  trainings: (centre, ids, after) =>
    trainings.of(centre).page({ where: of('person', ids), by: ['day', 'asc'], after, limit }),
  teams: (centre, ids, after) =>
    teams.of(centre).page({
      where: of('people', ids),
      by: ['name', 'asc'],
      after,
      limit,
      fields: { name: true, about: true },
    }),
  contactReveals: (centre, ids, after) =>
    reveals.of(centre).page({ where: of('person', ids), by: ['at', 'asc'], after, limit }),
  meals: (centre, ids, after) =>
    orders.of(centre).page({ where: of('person', ids), by: ['startsAt', 'asc'], after, limit }),
  shopWaiting: (centre, ids, after) =>
    goods.of(centre).page({
      where: of('people', ids),
      by: ['_id', 'asc'],
      after,
      limit,
      fields: {
        name: true,
        unit: true,
        ...Object.fromEntries(ids.map((id) => [`claims.${id}`, true as const])),
      },
    }),
  shopOrders: (centre, ids, after) =>
    shopOrders.of(centre).page({ where: of('person', ids), by: ['at', 'asc'], after, limit }),
  shopGoods: (centre, ids, after) =>
    stockLedger.of(centre).page({ where: of('person', ids), by: ['_id', 'asc'], after, limit }),
  purchases: (centre, ids, after) =>
    purchases.of(centre).page({ where: of('person', ids), by: ['at', 'asc'], after, limit }),
  aid: (centre, ids, after) =>
    aidRequests.of(centre).page({ where: of('person', ids), by: ['at', 'asc'], after, limit }),
  errands: (centre, ids, after) =>
    errands.of(centre).page({
      where: of('person', ids),
      by: ['at', 'asc'],
      after,
      limit,
      fields: {
        kindName: true,
        what: true,
        day: true,
        part: true,
        state: true,
        because: true,
        rating: true,
        byName: true,
        at: true,
      },
    }),
  /** What they did for others: of whom it was, only what they did themselves. */
  helped: (centre, ids, after) =>
    errands.of(centre).page({
      where: of('people', ids),
      by: ['day', 'asc'],
      after,
      limit,
      fields: {
        kindName: true,
        day: true,
        part: true,
        state: true,
        ...Object.fromEntries(ids.map((id) => [`claims.${id}`, true as const])),
      },
    }),
  askedToHelp: async (centre, ids) => ({
    documents: await errandHelpers.of(centre).find({
      where: { _id: command.in(ids.map((id) => helperId(centre, id))) },
      limit: ids.length,
    }),
    next: null,
  }),
  messages: exportCases,
  messagesForOthers: exportSent,
  // What the household said after them, or by another, is not theirs to take along; nor the receipt that leads to it.
  ballots: async (centre, ids, after) => {
    const { documents, next } = await ballots.of(centre).page({
      where: of('people', ids),
      by: ['_id', 'asc'],
      after,
      limit,
      fields: { vote: true, door: true, choice: true, cast: true, casts: true, receipt: true },
    })
    const mine = ({ by }: { by: string | null }) => by !== null && ids.includes(by)
    return {
      documents: documents.map(({ vote, door, choice, cast, casts, receipt }) => ({
        ...{ vote, door, casts: casts.filter(mine) },
        ...(cast && mine(cast) && { choice, receipt }),
      })),
      next,
    }
  },
  // Their own units alone: what the neighbours own and said is not theirs to take along.
  ownersCounts: async (centre, ids, after) => {
    const { documents, next } = await ownerRolls
      .of(centre)
      .page({ where: of('people', ids), by: ['_id', 'asc'], after, limit })
    return {
      documents: documents.map(({ vote, owners }) => ({
        vote,
        owners: Object.values(owners).filter(
          ({ person }) => person !== null && ids.includes(person),
        ),
      })),
      next,
    }
  },
  donations: (centre, ids, after) =>
    fundLines.of(centre).page({ where: of('person', ids), by: ['_id', 'asc'], after, limit }),
  surveyAnswers: (centre, ids, after) =>
    surveyAnswers.of(centre).page({
      where: of('person', ids),
      by: ['_id', 'asc'],
      after,
      limit,
      fields: { survey: true, version: true, answers: true, at: true, byName: true, state: true },
    }),
  // That they answered; of an anonymous one nobody knows what.
  surveysAnswered: (centre, ids, after) =>
    surveyMarks.of(centre).page({
      where: of('person', ids),
      by: ['_id', 'asc'],
      after,
      limit,
      fields: { survey: true, version: true, at: true, byName: true, via: true },
    }),
  wishes: (centre, ids, after) =>
    wishes.of(centre).page({
      where: of('person', ids),
      by: ['at', 'asc'],
      after,
      limit,
      fields: {
        ...{ words: true, public: true, category: true, forWhom: true, state: true, at: true },
        ...{ showName: true, showPhone: true, byName: true, thanks: true, reason: true },
      },
    }),
  wishesClaimed: (centre, ids, after) =>
    wishes.of(centre).page({
      where: of('claimer', ids),
      by: ['at', 'asc'],
      after,
      limit,
      fields: { public: true, state: true, claim: true, note: true, at: true },
    }),
  proposals: (centre, ids, after) =>
    proposals.of(centre).page({
      where: of('person', ids),
      by: ['at', 'asc'],
      after,
      limit,
      fields: {
        ...{ title: true, words: true, category: true, nodeName: true, state: true, at: true },
        ...{ count: true, answer: true, decision: true, reason: true, byName: true },
      },
    }),
  coSignatures: (centre, ids, after) =>
    proposals.of(centre).page({
      where: of('people', ids),
      by: ['at', 'asc'],
      after,
      limit,
      fields: {
        ...{ title: true, state: true, at: true },
        ...Object.fromEntries(ids.map((id) => [`claims.${id}`, true as const])),
      },
    }),
  meetings: (centre, ids, after) =>
    meetings.of(centre).page({
      where: of('people', ids),
      by: ['at', 'asc'],
      after,
      limit,
      fields: {
        ...{ title: true, placeName: true, startsAt: true, at: true },
        ...Object.fromEntries(ids.map((id) => [`claims.${id}`, true as const])),
      },
    }),
  meetingTasks: (centre, ids, after) =>
    tasks.of(centre).page({
      where: of('owner', ids),
      by: ['at', 'asc'],
      after,
      limit,
      fields: { meetingTitle: true, what: true, day: true, state: true, note: true, at: true },
    }),
  complaints: (centre, ids, after) =>
    complaints.of(centre).page({
      where: of('person', ids),
      by: ['at', 'asc'],
      after,
      limit,
      fields: { title: true, words: true, state: true, answer: true, at: true },
    }),
  boardComplaints: (centre, ids, after) =>
    complaintsMade.of(centre).page({
      where: of('person', ids),
      by: ['turn', 'asc'],
      after,
      limit,
      fields: { turn: true, at: true, because: true, state: true, 'settled.words': true },
    }),
  notices: (centre, ids, after) =>
    outbox.of(centre).page({ where: of('to', ids), by: ['at', 'asc'], after, limit }),
}
