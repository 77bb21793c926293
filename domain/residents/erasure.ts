import { addDays, type Day, type Instant } from '@/types/shared/day'
import type { Person } from './person'

/** Days in which a wish to be erased can be taken back; the law asks for the erasure within 15. */
const graceDays = 7

export const eraseDay = (today: Day): Day => addDays(today, graceDays)

/** What stays of a person: an id that says nothing, so that counts and ledgers still agree. */
export const erased = (person: Person, centreNode: string, at: Instant): Person => ({
  facts: {
    id: person.facts.id,
    name: '',
    birthDate: null,
    household: null,
    path: [centreNode],
    verifiedUntil: null,
    tags: {},
    former: person.facts.former ?? [],
  },
  mergedInto: null,
  openid: null,
  phone: null,
  emergencyContact: null,
  home: null,
  homeName: null,
  buildingName: null,
  verification: null,
  revoked: null,
  tagBasis: {},
  cards: [],
  actors: {},
  addedBy: null,
  eraseOn: null,
  erasedAt: at,
})

/** Whether a dependant's record goes with the person who asks: nobody else acts for them, and no phone, no staff entry keeps it. */
export const goesAlong = (dependant: Person, leaving: string): boolean =>
  dependant.openid === null &&
  dependant.addedBy === leaving &&
  dependant.verification === null &&
  Object.keys(dependant.actors).every((actor) => actor === leaving)
