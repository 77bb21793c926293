import {
  distanceOf,
  fitRefusal,
  type Fitness,
  rank,
  vouchingRoles,
  weightOf,
  type Ranked,
  type Volunteer,
  type Wanted,
} from '@/domain/errands/matching'
import type { Refusal } from '@/domain/shared/refusal'
import type { NodeKind } from '@/types/residents'
import type { Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { hiddenId } from '../kit/ids'
import { holds, passportId, type Facts, type Passport } from '../kit/passport'
import { idsOf } from '../kit/subject'
import { nodes, passports, personsNow, type PersonDoc } from '../residents/store'
import { busyAmong } from '../volunteers/busy'
import { volunteerId, volunteerRecords, type VolunteerDoc } from '../volunteers/store'
import { rememberedFrom } from './helpers'
import { errandHelpers, helperId, whenOf, type ErrandDoc } from './store'

/** As many of a node are looked at. */
const fromEach = 40

/** What decides about an errand, with what each place of its path is. */
const wantedOf = async (errand: ErrandDoc): Promise<Wanted> => {
  const { centre, _id, path } = errand
  const above = await nodes.of(centre).find({
    where: { _id: command.in([...path]) },
    limit: path.length,
    fields: { kind: true },
  })
  const kinds = new Map(above.map((node) => [node._id, node.kind]))
  return {
    ...errand,
    id: _id,
    kinds: path.map((node): NodeKind => kinds.get(node) ?? 'centre'),
  }
}

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
  const wanted = await wantedOf(errand)
  const known = new Map<string, Volunteer>()
  const read = new Set<string>()
  /** Whoever is further away weighs at least their distance: once so many weigh less, nobody there comes before them. */
  const suffice = (distance: number): boolean =>
    rank(wanted, [...known.values()]).filter((one) => !one.busy && weightOf(one) < distance)
      .length >= enough
  for (const [depth, node] of [...path.entries()].reverse()) {
    const found = await offering(errand, node, volunteerId(centre, from))
    const fresh = found.filter(({ person }) => !read.has(person))
    for (const { person } of fresh) read.add(person)
    for (const one of await loaded(errand, fresh, at)) known.set(one.id, one)
    if (suffice(distanceOf(wanted.kinds[depth - 1] ?? null))) break
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

/** Volunteers with what decides about them, each as the person they are today. */
const loaded = async (
  errand: ErrandDoc,
  records: readonly VolunteerDoc[],
  at: Instant,
): Promise<Volunteer[]> => {
  const { centre } = errand
  const persons = await personsNow(
    centre,
    records.map(({ person }) => person),
    { openid: true },
  )
  // What somebody registered under their own id counts before what was registered under a former one.
  const own = new Map<string, { person: PersonDoc; record: VolunteerDoc }>()
  for (const record of records) {
    const person = persons.get(record.person)
    if (person && (record.person === person._id || !own.has(person._id)))
      own.set(person._id, { person, record })
  }
  if (own.size === 0) return []
  const standing = [...own.values()].map(({ person }) => person)
  const ids = standing.flatMap(({ facts }) => idsOf(facts))
  const [asked, identities, engaged] = await Promise.all([
    errandHelpers.of(centre).find({
      where: { _id: command.in(ids.map((id) => helperId(centre, id))) },
      limit: ids.length,
    }),
    identitiesOf(errand, standing, at),
    busyAmong(
      centre,
      standing.map(({ facts }) => facts),
      whenOf(errand),
    ),
  ])
  const asks = new Map(asked.map((one) => [one.person, one]))
  return [...own.values()].map(({ person: { facts }, record }) => {
    const said = idsOf(facts).flatMap((id) => asks.get(id) ?? [])
    return {
      ...fitnessOf(facts, identities.get(facts.id)),
      id: facts.id,
      name: facts.name,
      // What they said they can do counts also before it has reached their facts.
      registered: true,
      skills: record.skills,
      free: record.free,
      path: facts.path,
      engaged: engaged.has(facts.id) || said.some((one) => one.declined[errand._id]),
      askedLately: said.reduce((sum, one) => sum + asksLately(one.asked, at), 0),
      listed: record.listed,
      contact: record.contact,
    }
  })
}

/** What a passport says of somebody: whether staff vouch for them at a place, and whom they act for. */
export interface Identity {
  trusted: boolean
  actsFor: readonly string[]
}

export const identityOf = (passport: Passport, path: readonly string[], at: Instant): Identity => ({
  trusted: holds(passport, vouchingRoles, path, at),
  actsFor: Object.values(passport.dependants).flatMap(idsOf),
})

/** What of somebody decides whether they may do an errand. */
export const fitnessOf = (
  facts: Facts,
  { trusted, actsFor }: Identity = { trusted: false, actsFor: [] },
): Fitness => ({
  ids: idsOf(facts),
  actsFor,
  household: facts.household,
  birthDate: facts.birthDate,
  verifiedUntil: facts.verifiedUntil,
  registered: facts.volunteer !== undefined,
  trusted,
})

const asksLately = (asked: Readonly<Record<string, Instant>>, at: Instant): number =>
  Object.values(asked).filter((one) => one >= rememberedFrom(at)).length

/** What the passports of those of them say who have one, by person. */
const identitiesOf = async (
  { centre, path }: Pick<ErrandDoc, 'centre' | 'path'>,
  persons: readonly PersonDoc[],
  at: Instant,
): Promise<ReadonlyMap<string, Identity>> => {
  const ids = persons.flatMap(({ openid }) => (openid === null ? [] : [passportId(centre, openid)]))
  if (ids.length === 0) return new Map()
  const held = await passports.of(centre).find({
    where: { _id: command.in(ids) },
    limit: ids.length,
    fields: { roles: true, dependants: true, 'person.id': true },
  })
  return new Map(held.map((one) => [one.person.id, identityOf(one, path, at)]))
}

/** `BusyThen` for who promised that time to somebody else, or is on a shift then; else null. */
export const busyRefusal = async (errand: ErrandDoc, facts: Facts): Promise<Refusal | null> =>
  (await busyAmong(errand.centre, [facts], whenOf(errand))).size > 0 ? { code: 'BusyThen' } : null

/** Why somebody whom staff ask may not do an errand, or null. */
export const refusalFor = async (
  errand: ErrandDoc,
  person: PersonDoc,
  at: Instant,
): Promise<Refusal | null> => {
  const { facts } = person
  const identities = await identitiesOf(errand, [person], at)
  return (
    fitRefusal(errand, fitnessOf(facts, identities.get(facts.id))) ??
    (await busyRefusal(errand, facts))
  )
}
