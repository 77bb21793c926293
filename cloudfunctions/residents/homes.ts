import { homeNameOf, householdOf } from '@/domain/residents/household'
import type { Person } from '@/domain/residents/person'
import type { Facts } from '@/domain/residents/facts'
import type { Home } from '@/types/residents'
import { command } from '../kit/cloud'
import { fail } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { centreNode } from '../kit/procedure'
import { changePerson } from './records'
import { nodes, people, type NodeDoc, type PersonDoc } from './store'

/** All that follows from where somebody lives. */
export type Residence = Pick<Person, 'home' | 'homeName' | 'buildingName'> &
  Pick<Facts, 'path' | 'household'>

/** The building of a home asked for, beside the other loads; null when none is asked for or it is not one. */
export const buildingOf = async (
  centre: string,
  home: Home | null | undefined,
): Promise<NodeDoc | null> => {
  const node = home ? await nodes.of(centre).get(home.building) : null
  return node?.kind === 'building' ? node : null
}

/** `keeper` is the person who keeps the household where no door is known. */
export const residenceOf = (
  centre: string,
  home: Home | null,
  building: NodeDoc | null,
  keeper: string,
): Residence => {
  const household = hiddenId(centre, 'f', ...householdOf(home, keeper))
  if (home === null)
    return { home, homeName: null, buildingName: null, path: [centreNode(centre)], household }
  if (building === null) return fail('UnknownBuilding')
  return {
    home,
    homeName: homeNameOf(building.label, home),
    buildingName: building.name,
    path: building.path,
    household,
  }
}

/** The residence a record has now, to hand on. */
export const residenceIn = ({ home, homeName, buildingName, facts }: Person): Residence => ({
  home,
  homeName,
  buildingName,
  path: facts.path,
  household: facts.household,
})

/** The record with another residence. */
export const movedTo = <P extends Person>(person: P, residence: Residence): P => {
  const { path, household, ...home } = residence
  return { ...person, ...home, facts: { ...person.facts, path, household } }
}

/**
 * Dependants without a phone who lived with a person move along: a household that grows a door stays one household.
 * A confirmed home of their own stays.
 */
export const moveDependantsAlong = async (
  centre: string,
  before: Person,
  after: Person,
): Promise<void> => {
  if (before.facts.household === after.facts.household) return
  const lives = (person: Person) =>
    person.openid === null &&
    person.verification === null &&
    person.facts.household === before.facts.household
  const dependants = await people.of(centre).find({ where: { actorIds: after.facts.id } })
  await Promise.all(
    dependants
      .filter(lives)
      .map((dependant: PersonDoc) =>
        changePerson(centre, dependant, (person) =>
          lives(person) ? movedTo(person, residenceIn(after)) : person,
        ),
      ),
  )
}

/** More nodes than a community has. */
const mostNodes = 1000

/** Whose staff work with what is asked of the last node of a path: those above it, and all below. */
export const reachOf = async (centre: string, path: readonly string[]): Promise<string[]> => {
  const below = await nodes
    .of(centre)
    .find({ where: { path: path.at(-1) }, limit: mostNodes, fields: { _id: true } })
  return [...new Set([...path, ...below.map(({ _id }) => _id)])]
}

/** The names of nodes by id. */
export const nodeNames = async (
  centre: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  const known = await nodes.of(centre).find({
    where: { _id: command.in([...new Set(ids)]) },
    limit: ids.length,
    fields: { label: true },
  })
  return new Map(known.map(({ _id, label }) => [_id, label]))
}
