import { unfit } from '@/domain/votes/vote'
import { stands } from '@/domain/residents/person'
import type { Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { people, type PersonDoc } from '../residents/store'

/** A home with a door that people on record live behind. */
export interface Household {
  readonly id: string
  readonly building: string
  readonly path: readonly string[]
  readonly door: string
  /** Somebody can cast its ballot today. */
  readonly withVoter: boolean
}

/** The database answers 1000 at most, and a page asks for one more than it shows. */
const stretch = 900

const fields = {
  'facts.household': true,
  'facts.path': true,
  'facts.birthDate': true,
  'facts.verifiedUntil': true,
  home: true,
  homeName: true,
  mergedInto: true,
  erasedAt: true,
} as const

/** Whether a person's household is one behind a known door; the other ones are kept by a person, and may be anywhere. */
export const hasDoor = ({ home }: Pick<PersonDoc, 'home'>): boolean => Boolean(home?.room)

/** All households below a node, each once. */
export const householdsBelow = async (
  centre: string,
  node: string,
  at: Instant,
): Promise<ReadonlyMap<string, Household>> => {
  const households = new Map<string, Household>()
  let after: string | undefined
  do {
    const { documents, next } = await people.of(centre).page({
      where: { 'facts.path': node },
      by: ['_id', 'asc'],
      after,
      limit: stretch,
      fields,
    })
    for (const person of documents) {
      const { home, homeName, facts } = person
      if (!stands(person) || !home || !hasDoor(person) || facts.household === null) continue
      const known = households.get(facts.household)
      households.set(facts.household, {
        id: facts.household,
        building: home.building,
        path: facts.path,
        door: known?.door ?? homeName ?? '',
        withVoter: Boolean(known?.withVoter) || unfit(facts, true, at) === null,
      })
    }
    after = next ?? undefined
  } while (after !== undefined)
  return households
}

const mostMembers = 500

/** The verified adults of some households: who may cast its ballot, and who is told. */
export const votersOf = async (
  centre: string,
  households: readonly string[],
  at: Instant,
): Promise<ReadonlyMap<string, { id: string; name: string }[]>> => {
  if (households.length === 0) return new Map()
  const found = await people.of(centre).find({
    where: { 'facts.household': command.in([...households]) },
    limit: mostMembers,
    fields: { facts: true, home: true, mergedInto: true, erasedAt: true },
  })
  const voters = new Map<string, { id: string; name: string }[]>()
  for (const person of found) {
    const { household, id, name } = person.facts
    if (household === null || !stands(person) || unfit(person.facts, hasDoor(person), at) !== null)
      continue
    voters.set(household, [...(voters.get(household) ?? []), { id, name }])
  }
  return voters
}
