import { withKey } from '@/domain/shared/step'
import { maskPhone } from '@/domain/residents/masking'
import type { HomeVisit } from '@/types/haircuts'
import type { NoticeEvent } from '@/types/notices'
import { dayMs, addDays, dayOf, instantOf, type Day, type Instant } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import { found } from '../kit/failure'
import type { Fields } from '../kit/query'
import { namesOf, people } from '../residents/store'
import type { Telling } from '../notices/outbox'
import { haircutVisits, type VisitDoc } from './store'

/** More visits than one person has. */
const most = 200

/** All visits of a person, newest first. */
export const visitsOf = async (centre: string, ids: readonly string[]): Promise<VisitDoc[]> => {
  const { documents } = await haircutVisits.of(centre).page({
    where: ids.map((person) => ({ person })),
    by: ['at', 'desc'],
    limit: most,
  })
  return documents
}

/** Visits with the names of who comes and, for staff, where to call. */
export const visitsShown = async (
  visits: readonly VisitDoc[],
  phones: boolean,
): Promise<HomeVisit[]> => {
  const [first] = visits
  if (!first) return []
  const ids = [...new Set(visits.flatMap(({ person, barbers }) => [person, ...barbers]))]
  const persons = await people.of(first.centre).find({
    where: { _id: command.in(ids) },
    limit: ids.length,
    fields: { 'facts.name': true, phone: true },
  })
  const byId = new Map(persons.map((person) => [person._id, person]))
  return visits.map((visit) => {
    const phone = phones ? (byId.get(visit.person)?.phone ?? null) : null
    return {
      id: visit._id,
      person: { id: visit.person, name: visit.personName },
      homeName: visit.homeName,
      phoneMasked: phone && maskPhone(phone),
      note: visit.note,
      state: visit.state,
      on: visit.on,
      barbers: visit.barbers.map((id) => ({ id, name: byId.get(id)?.facts.name ?? '' })),
      by: visit.byName,
      at: visit.at,
    }
  })
}

export const visitShown = async (visit: VisitDoc, phones = false): Promise<HomeVisit> =>
  found((await visitsShown([visit], phones))[0])

/**
 * Changes a visit by a rule that may refuse, as long as nobody else did; the same tap again changes nothing. The visit
 * as it is then.
 */
export const changeVisit = (
  loaded: VisitDoc | null,
  key: string,
  rule: (visit: VisitDoc) => Fields,
): Promise<VisitDoc> => {
  const first = found(loaded)
  const store = haircutVisits.of(first.centre)
  return decide(async (round) => {
    const visit = round === 0 ? first : found(await store.get(first._id))
    if (visit.keys.includes(key)) return visit
    const change = { ...rule(visit), keys: withKey(visit.keys, key) }
    const { state, keys } = visit
    const taken = await store.change(visit._id, change, { state, keys: command.eq(keys) })
    return taken ? { ...visit, ...change } : again
  })
}

/** When a visit begins, as far as anybody is told. */
export const visitStartsAt = (on: Day): Instant => instantOf(on, '09:00')

/** Where a home is stays out of messages: who comes finds it with the staff of the haircuts. */
const tellingOfVisit = (
  { _id: thing, on }: VisitDoc,
  person: Telling['person'],
  key: string,
  event: NoticeEvent,
  at: Instant,
): Telling => {
  const startsAt = on === null ? at : visitStartsAt(on)
  const end = on === null ? at + dayMs : instantOf(addDays(on, 1))
  return {
    event,
    person,
    thing,
    key,
    data: { startsAt, title: '上门理发' },
    due: at < startsAt ? startsAt : end,
    urgent: event === 'shiftCalledOff' && dayOf(at) === on,
  }
}

/** Volunteers by name, to be told. */
export const namedIn = async (
  centre: string,
  ids: readonly string[],
): Promise<Telling['person'][]> => {
  const names = await namesOf(centre, ids)
  return ids.map((id) => ({ id, name: names.get(id) ?? '' }))
}

/** Who comes, or was to come, is told. */
export const tellingsOfBarbers = (
  visit: VisitDoc,
  barbers: readonly Telling['person'][],
  key: string,
  event: NoticeEvent,
  at: Instant,
): Telling[] => barbers.map((barber) => tellingOfVisit(visit, barber, key, event, at))

/** The person is told, and whoever asked for them. */
export const tellingOfPerson = (
  visit: VisitDoc,
  key: string,
  event: NoticeEvent,
  at: Instant,
): Telling => ({
  ...tellingOfVisit(visit, { id: visit.person, name: visit.personName }, key, event, at),
  actor: visit.by,
})

/** Everybody concerned is told: the person, whoever asked for them, and who comes. */
export const tellingsOfVisit = (
  visit: VisitDoc,
  { barbers }: Pick<HomeVisit, 'barbers'>,
  key: string,
  event: NoticeEvent,
  at: Instant,
): Telling[] => [
  tellingOfPerson(visit, key, event, at),
  ...tellingsOfBarbers(visit, barbers, key, event, at),
]
