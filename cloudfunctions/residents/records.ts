import { lookup } from '@/domain/residents/lookup'
import type { Person } from '@/domain/residents/person'
import { again, decide, repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { found } from '../kit/failure'
import { passportId, type Facts } from '../kit/passport'
import type { Fields } from '../kit/query'
import { passports, people, type PersonDoc } from './store'

/** Writes a new record. False when the id is taken: the same tap came before. */
export const addPerson = (centre: string, person: Person): Promise<boolean> =>
  people.of(centre).insert(recordOf(centre, person))

/** The record of a new person, with what queries find it by. */
export const recordOf = (centre: string, person: Person): PersonDoc => ({
  _id: person.facts.id,
  centre,
  v: 1,
  ...person,
  ...lookup(person),
  rev: 1,
  endTold: false,
  phoneKey: null,
})

/**
 * Changes a person's record by a rule, and then every passport that carries a copy of its facts. The rule gets the
 * record as it stands and may refuse; it is asked again when somebody else was faster, so it must come to the same
 * when asked twice. `known` spares the first read.
 */
export const changePerson = async (
  centre: string,
  known: PersonDoc,
  rule: (person: PersonDoc) => PersonDoc,
): Promise<PersonDoc> => {
  const store = people.of(centre)
  const saved = await decide(async (round) => {
    const before = round === 0 ? known : found(await store.get(known._id))
    const next = rule(before)
    const after: PersonDoc = { ...before, ...next, ...lookup(next), rev: before.rev + 1 }
    return (await store.change(known._id, changed(before, after), { rev: before.rev }))
      ? after
      : again
  })
  await copyToPassports(centre, saved)
  return saved
}

/** The fields that differ; objects are replaced as a whole. */
export const changed = (before: PersonDoc, after: PersonDoc): Fields =>
  Object.fromEntries(
    Object.entries(after)
      .filter(([field, value]) => before[field as keyof PersonDoc] !== value)
      .map(([field, value]) => [
        field,
        typeof value === 'object' && value !== null ? command.set(value) : value,
      ]),
  )

/**
 * Write-through: puts the facts into the passport of the person and into those of everybody who acts for them. Each
 * copy names the version it was made from, so that of two at once the newer stays, whichever arrives last.
 */
export const copyToPassports = async (centre: string, person: PersonDoc): Promise<void> => {
  const { facts, rev, openid } = person
  const store = passports.of(centre)
  const older = { [`copied.${facts.id}`]: command.lt(rev) }
  const mark = { [`copied.${facts.id}`]: rev, rev: command.inc(1) }
  await Promise.all([
    openid === null
      ? null
      : repeat(() =>
          store.change(
            passportId(centre, openid),
            { person: command.set(facts), ...mark },
            { 'person.id': facts.id, ...older },
          ),
        ),
    person.actorIds.length === 0
      ? null
      : repeat(() =>
          store.changeAll(
            { actsFor: facts.id, ...older },
            {
              ...fieldsOf(`dependants.${facts.id}`, facts),
              ...withoutAbsent(`dependants.${facts.id}`, facts),
              ...mark,
            },
          ),
        ),
  ])
}

/** Single fields of a sub-document: what stands beside them, such as the relation, stays. */
const fieldsOf = (path: string, values: object): Fields =>
  Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      `${path}.${field}`,
      typeof value === 'object' && value !== null ? command.set(value) : (value as unknown),
    ]),
  )

/** What a person may have, and may have no more. */
const passing = ['minutes', 'volunteer', 'former'] as const satisfies (keyof Facts)[]

/** Takes out of a copy what the facts do not hold any more. */
const withoutAbsent = (path: string, facts: Facts): Fields =>
  Object.fromEntries(
    passing
      .filter((field) => facts[field] === undefined)
      .map((field) => [`${path}.${field}`, command.remove()]),
  )
