import type { Day } from '@/types/shared/day'
import { alikeKeys } from './doubles'
import { stands, type Person } from './person'
import { tokensOf } from './search'
import { firstLapse } from './tags'

/** The fields by which queries find a record. */
export interface Lookup {
  actorIds: readonly string[]
  cardIds: readonly string[]
  tokens: readonly string[]
  alike: readonly string[]
  tagsEnd: Day | null
}

/** What queries find a person by; nothing finds a merged or erased record. */
export const lookup = (person: Person): Lookup =>
  stands(person)
    ? {
        actorIds: Object.keys(person.actors),
        cardIds: person.cards.map(({ id }) => id),
        tokens: tokensOf(person),
        alike: alikeKeys(person.facts),
        tagsEnd: firstLapse(person.facts.tags),
      }
    : { actorIds: [], cardIds: [], tokens: [], alike: [], tagsEnd: null }
