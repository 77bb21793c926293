import { actorsAt, leaveEnds, leaveHolds } from '@/domain/residents/acting'
import { ageOn } from '@/domain/residents/age'
import type { Grant } from '@/domain/residents/facts'
import { maskPhone } from '@/domain/residents/masking'
import type { Actor, Person } from '@/domain/residents/person'
import { isSensitive, seesSensitiveTags, tagsOn } from '@/domain/residents/tags'
import type {
  AudienceTag,
  Me,
  MyDependant,
  MyPerson,
  PersonForStaff,
  PersonLine,
} from '@/types/residents'
import { dayOf, type Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { found } from '../kit/failure'
import { nodeNames } from './homes'
import { actRequests, namesOf, people, type PassportDoc, type PersonDoc } from './store'

const ageOf = (person: Person, at: Instant): number | null =>
  person.facts.birthDate === null ? null : ageOn(person.facts.birthDate, dayOf(at))

const tagList = ({ facts }: Person, at: Instant) =>
  Object.entries(tagsOn(facts.tags, dayOf(at))).map(([tag, until]) => ({
    tag: tag as AudienceTag,
    until,
  }))

/** A person as they see themselves. */
export const myPerson = (person: Person, at: Instant): MyPerson => ({
  id: person.facts.id,
  name: person.facts.name,
  phone: person.phone,
  birthDate: person.facts.birthDate,
  age: ageOf(person, at),
  home: person.home,
  homeName: person.homeName,
  emergencyContact: person.emergencyContact,
  verification: person.verification && {
    until: person.verification.until,
    on: person.verification.on,
    basis: person.verification.basis,
  },
  tags: tagList(person, at),
})

/** A person as whoever acts for them sees them. */
export const myDependant = (
  person: Person,
  { relation, since }: Pick<Actor, 'relation' | 'since'>,
  at: Instant,
): MyDependant => ({
  ...myPerson(person, at),
  relation,
  ownPhone: person.openid !== null,
  guardedUntil: leaveEnds(person.facts.birthDate, since),
})

/** A person as staff see them: a masked phone, and sensitive tags only for those whose service needs them. */
export const personForStaff = (
  person: Person,
  grants: readonly Grant[],
  at: Instant,
): PersonForStaff => {
  const { facts, verification, revoked } = person
  const all = seesSensitiveTags(grants, facts.path, at)
  return {
    id: facts.id,
    name: facts.name,
    phoneMasked: person.phone && maskPhone(person.phone),
    birthDate: facts.birthDate,
    age: ageOf(person, at),
    home: person.home,
    homeName: person.homeName,
    verification: verification && {
      until: verification.until,
      on: verification.on,
      basis: verification.basis,
      by: verification.byName,
      document: verification.document,
    },
    revoked: revoked && { on: revoked.on, reason: revoked.reason },
    tags: tagList(person, at).filter(({ tag }) => all || !isSensitive(tag)),
    hasPhone: person.openid !== null,
    erasedOn: person.eraseOn,
    eraseWish: person.eraseWish
      ? { said: person.eraseWish.said, by: person.eraseWish.byName, on: dayOf(person.eraseWish.at) }
      : null,
    cards: [...person.cards],
  }
}

/** A line of a list: enough to tell namesakes apart. */
export const personLine = ({
  facts,
  homeName,
}: Pick<Person, 'facts' | 'homeName'>): PersonLine => ({
  id: facts.id,
  name: facts.name,
  birthYear: facts.birthDate === null ? null : Number(facts.birthDate.slice(0, 4)),
  homeName,
  verifiedUntil: facts.verifiedUntil,
})

/** Who somebody without a record is here: nobody yet. */
export const nobody: Me = {
  person: null,
  dependants: [],
  roles: [],
  outgrown: [],
  actingForMe: [],
  askingToAct: [],
  erasedOn: null,
}

/** All that a signed-in person sees of themselves. */
export const meOf = async (centre: string, passport: PassportDoc, at: Instant): Promise<Me> => {
  const { id } = passport.person
  const grants = passport.roles.filter(({ until }) => until === null || at < until)
  const [records, requests, nodes] = await Promise.all([
    people.of(centre).find({
      where: { _id: command.in([id, ...passport.actsFor]) },
      limit: 1 + passport.actsFor.length,
    }),
    actRequests.of(centre).find({ where: { subject: id } }),
    nodeNames(
      centre,
      grants.map(({ node }) => node),
    ),
  ])
  const person = found(records.find(({ _id }) => _id === id))
  const actors = await namesOf(centre, Object.keys(person.actors))
  return {
    person: myPerson(person, at),
    ...familyOf(id, passport.actsFor, records, at),
    roles: grants.map(({ role, node, until }) => ({
      role,
      node,
      nodeName: nodes.get(node) ?? '',
      until,
    })),
    actingForMe: actorsOf(person, actors, at),
    askingToAct: requests.map(({ actor, actorName, relation, at: since }) => ({
      id: actor,
      name: actorName,
      relation,
      since,
    })),
    erasedOn: person.eraseOn,
  }
}

/** Whom somebody acts for, and those they did as a guardian until they turned 14. */
const familyOf = (
  me: string,
  actsFor: readonly string[],
  records: readonly PersonDoc[],
  at: Instant,
): Pick<Me, 'dependants' | 'outgrown'> => {
  const family = actsFor.flatMap((id) => {
    const record = records.find(({ _id }) => _id === id)
    const actor = record?.actors[me]
    return record && actor ? [{ record, actor, birthDate: record.facts.birthDate }] : []
  })
  const holds = ({ birthDate, actor }: (typeof family)[number]) =>
    leaveHolds(birthDate, actor.since, at)
  return {
    dependants: family.filter(holds).map(({ record, actor }) => myDependant(record, actor, at)),
    outgrown: family
      .filter((one) => !holds(one))
      .map(({ record: { facts }, birthDate, actor: { relation, since } }) => ({
        id: facts.id,
        name: facts.name,
        relation,
        since: leaveEnds(birthDate, since) ?? dayOf(at),
      })),
  }
}

const actorsOf = (
  person: PersonDoc,
  names: ReadonlyMap<string, string>,
  at: Instant,
): Me['actingForMe'] => {
  const acting = new Set(actorsAt(person, at))
  return Object.entries(person.actors)
    .filter(([id]) => acting.has(id))
    .map(([id, { relation, since }]) => ({ id, name: names.get(id) ?? '', relation, since }))
}
