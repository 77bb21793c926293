import {
  fitRefusal,
  type Fitness,
  rank,
  weightOf,
  type Ranked,
  type Volunteer,
  type Wanted,
} from '@/domain/errands/matching'
import { endsAt, startsAt } from '@/domain/errands/when'
import type { Refusal } from '@/domain/shared/refusal'
import { addDays, dayMs, dayOf, instantOf, type Instant } from '@/types/shared/day'
import { staffRoles } from '@/types/shared/roles'
import { command } from '../kit/cloud'
import { hiddenId } from '../kit/ids'
import { holds, passportId, type Facts } from '../kit/passport'
import { idsOf } from '../kit/subject'
import { passports, people, type PersonDoc } from '../residents/store'
import { shifts, volunteerId, volunteerRecords, type VolunteerDoc } from '../volunteers/store'
import { errandHelpers, errands, helperId, type ErrandDoc } from './store'

/** As many of a node are looked at. */
const fromEach = 40

/** How long somebody remembers having been asked. */
const lately = 90

export const wantedOf = (errand: ErrandDoc): Wanted => ({ ...errand, id: errand._id })

/**
 * Volunteers for an errand, best first: searched from the building upward until there are enough. In a node with more
 * than can be looked at, each errand begins somewhere else, so that over time everybody's turn comes.
 */
export const volunteersFor = async (
  errand: ErrandDoc,
  enough: number,
  at: Instant,
): Promise<Ranked[]> => {
  const { centre, path } = errand
  const from = hiddenId(centre, 'p', 'turn', errand._id)
  const wanted = wantedOf(errand)
  const known = new Map<string, Volunteer>()
  /** Whoever is further away weighs at least their distance: once so many weigh less, nobody there comes before them. */
  const suffice = (distance: number): boolean =>
    rank(wanted, [...known.values()]).filter((one) => !one.busy && weightOf(wanted, one) < distance)
      .length >= enough
  for (const [steps, node] of [...path].reverse().entries()) {
    const found = await offering(errand, node, volunteerId(centre, from))
    const fresh = found.filter(({ person }) => !known.has(person))
    for (const one of await loaded(errand, fresh, at)) known.set(one.id, one)
    if (suffice(steps + 1)) break
  }
  return rank(wanted, [...known.values()])
}

/** Records of volunteers of one node who can do it. */
const offering = async (
  { centre, skills }: ErrandDoc,
  node: string,
  start: string,
): Promise<VolunteerDoc[]> => {
  const offers = command.in(
    skills.length > 0 ? skills.map((skill) => `${node}|${skill}`) : [`${node}|`],
  )
  const store = volunteerRecords.of(centre)
  const behind = await store.find({ where: { offers, _id: command.gt(start) }, limit: fromEach })
  const more =
    behind.length < fromEach
      ? await store.find({
          where: { offers, _id: command.lte(start) },
          limit: fromEach - behind.length,
        })
      : []
  return [...behind, ...more].filter(({ ended }) => ended === null)
}

/** Volunteers with what decides about them. */
const loaded = async (
  errand: ErrandDoc,
  records: readonly VolunteerDoc[],
  at: Instant,
): Promise<Volunteer[]> => {
  if (records.length === 0) return []
  const { centre } = errand
  const byPerson = new Map(records.map((record) => [record.person, record]))
  const ids = [...byPerson.keys()]
  const [persons, asked] = await Promise.all([
    people.of(centre).find({
      where: { _id: command.in(ids) },
      limit: ids.length,
      fields: { facts: true, openid: true, mergedInto: true, erasedAt: true },
    }),
    errandHelpers.of(centre).find({
      where: { _id: command.in(ids.map((id) => helperId(centre, id))) },
      limit: ids.length,
    }),
  ])
  const standing = persons.filter(({ mergedInto, erasedAt }) => mergedInto === null && !erasedAt)
  const [trusted, engaged] = await Promise.all([
    trustedAmong(errand, standing, at),
    engagedAmong(
      errand,
      standing.map(({ facts }) => facts),
    ),
  ])
  const asks = new Map(asked.map((one) => [one.person, asksLately(one.asked, at)]))
  return standing.map((person) => {
    const { facts } = person
    const record = byPerson.get(facts.id)
    return {
      ...fitnessOf(facts, trusted.has(facts.id)),
      id: facts.id,
      name: facts.name,
      // What they said they can do counts also before it has reached their facts.
      registered: true,
      skills: record?.skills ?? [],
      free: record?.free ?? [],
      path: facts.path,
      engaged: engaged.has(facts.id),
      askedLately: asks.get(facts.id) ?? 0,
    }
  })
}

/** What of somebody decides whether they may do an errand. */
export const fitnessOf = (facts: Facts, trusted: boolean): Fitness => ({
  ids: idsOf(facts),
  household: facts.household,
  birthDate: facts.birthDate,
  verifiedUntil: facts.verifiedUntil,
  registered: facts.volunteer !== undefined,
  trusted,
})

const asksLately = (asked: Readonly<Record<string, Instant>>, at: Instant): number =>
  Object.values(asked).filter((one) => one >= rememberedFrom(at)).length

/** The moment before which having been asked does not count any more. */
export const rememberedFrom = (at: Instant): Instant => instantOf(addDays(dayOf(at), -lately))

/** Who of them holds a role where the errand is. */
const trustedAmong = async (
  { centre, path }: Pick<ErrandDoc, 'centre' | 'path'>,
  persons: readonly PersonDoc[],
  at: Instant,
): Promise<ReadonlySet<string>> => {
  const ids = persons.flatMap(({ openid }) => (openid === null ? [] : [passportId(centre, openid)]))
  if (ids.length === 0) return new Set()
  const held = await passports.of(centre).find({
    where: { _id: command.in(ids) },
    limit: ids.length,
    fields: { roles: true, 'person.id': true },
  })
  return new Set(
    held.filter((one) => holds(one, staffRoles, path, at)).map(({ person }) => person.id),
  )
}

/** As many errands and shifts of one time as that many volunteers can have. */
const mostThen = 100

/** Who of them promised that time to somebody else, or is on a shift then. */
const engagedAmong = async (
  errand: Pick<ErrandDoc, 'centre' | '_id' | 'day' | 'part'>,
  persons: readonly Facts[],
): Promise<ReadonlySet<string>> => {
  const { centre, _id, day, part } = errand
  const [from, to] = [startsAt(errand), endsAt(errand)]
  const among = command.in(persons.flatMap(idsOf))
  const [others, onShift] = await Promise.all([
    errands.of(centre).find({
      where: { people: among, day },
      limit: mostThen,
      fields: { people: true, part: true, state: true },
    }),
    shifts.of(centre).find({
      where: { people: among, endsAt: command.gt(from).and(command.lt(to + dayMs)) },
      limit: mostThen,
      fields: { people: true, startsAt: true, state: true },
    }),
  ])
  const taken = new Set([
    ...others
      .filter((one) => one._id !== _id && one.part === part && one.state !== 'cancelled')
      .flatMap(({ people: on }) => on),
    ...onShift
      .filter((one) => one.state === 'open' && one.startsAt < to)
      .flatMap(({ people: on }) => on),
  ])
  return new Set(
    persons.filter((facts) => idsOf(facts).some((id) => taken.has(id))).map(({ id }) => id),
  )
}

/** `BusyThen` for who promised that time to somebody else, or is on a shift then; else null. */
export const busyRefusal = async (errand: ErrandDoc, facts: Facts): Promise<Refusal | null> =>
  (await engagedAmong(errand, [facts])).size > 0 ? { code: 'BusyThen' } : null

/** Why somebody whom staff ask may not do an errand, or null. */
export const refusalFor = async (
  errand: ErrandDoc,
  person: PersonDoc,
  at: Instant,
): Promise<Refusal | null> => {
  const { facts } = person
  const trusted = await trustedAmong(errand, [person], at)
  return (
    fitRefusal(wantedOf(errand), fitnessOf(facts, trusted.has(facts.id))) ??
    (await busyRefusal(errand, facts))
  )
}
