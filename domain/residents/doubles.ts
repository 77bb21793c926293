import type { Facts } from './facts'
import { placeOf, type Place } from './places'

/** Keys that two records of one person would share: the name with the birth date, the name with the household. */
export const alikeKeys = ({
  name,
  birthDate,
  household,
}: Pick<Facts, 'name' | 'birthDate' | 'household'>): string[] => [
  ...(birthDate ? [`birthDate|${name}|${birthDate}`] : []),
  ...(household ? [`home|${name}|${household}`] : []),
]

/** Why two records look like one person, or null. */
export const alike = (a: Facts, b: Facts): 'birthDate' | 'home' | null => {
  if (a.id === b.id || a.name !== b.name) return null
  if (a.birthDate !== null && a.birthDate === b.birthDate) return 'birthDate'
  // Father and son may share a name and a door; two known birth dates tell them apart.
  if (a.birthDate !== null && b.birthDate !== null) return null
  return a.household !== null && a.household === b.household ? 'home' : null
}

/** The place of a pair: what both lie under; where one has no home yet, the place of the other. */
export const placeOfPair = (a: Facts, b: Facts): Place => {
  const [first, second] = [placeOf(a), placeOf(b)]
  if (first === null) return second
  if (second === null) return first
  const parting = first.findIndex((node, depth) => second[depth] !== node)
  return parting === -1 ? first : first.slice(0, parting)
}
