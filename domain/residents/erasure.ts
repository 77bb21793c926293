import { addDays, type Day, type Instant } from '@/types/shared/day'
import { newPerson, type Person } from './person'

/** Days in which a wish to be erased can be taken back; the law asks for the erasure within 15. */
const graceDays = 7

export const eraseDay = (today: Day): Day => addDays(today, graceDays)

/** What stays of a person: an id that says nothing, so that counts and ledgers still agree. */
export const erased = (person: Person, centreNode: string, at: Instant): Person => {
  const { id, former = [] } = person.facts
  const blank = newPerson({ id, name: '', household: null, path: [centreNode] }, { erasedAt: at })
  return { ...blank, facts: { ...blank.facts, former } }
}

/**
 * Why staff cannot ask for somebody's erasure, or null: people with a phone say it themselves, and nobody does it for
 * themselves or for those they act for.
 */
export const eraseForRefusal = (
  person: Pick<Person, 'facts' | 'openid' | 'actors'>,
  staff: string,
): 'OwnPhone' | 'NotYourself' | null => {
  if (person.facts.id === staff || staff in person.actors) return 'NotYourself'
  return person.openid === null ? null : 'OwnPhone'
}

/** Whether a dependant's record goes with the person who asks: nobody else acts for them, and no phone, no staff entry keeps it. */
export const goesAlong = (dependant: Person, leaving: string): boolean =>
  dependant.openid === null &&
  dependant.addedBy === leaving &&
  dependant.verification === null &&
  Object.keys(dependant.actors).every((actor) => actor === leaving)
