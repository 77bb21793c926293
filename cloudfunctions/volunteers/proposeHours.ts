import type { Day, Instant } from '@/types/shared/day'
import {
  emptyBalance,
  hoursBalances,
  hoursEntries,
  proposedEntry,
  type HoursEntryDoc,
} from './store'

interface Proposal {
  /** The entry's id, the same each time it is proposed. */
  entry: string
  person: string
  path: readonly string[]
  day: Day
  minutes: number
  what: string
  visit: NonNullable<HoursEntryDoc['visit']>
  /** Whose word it rests on: they are no second person for it. Empty for the program alone. */
  by: string
  at: Instant
}

/** The program proposes hours that somebody gave; they count once a second person confirms them. Safe to repeat. */
export const proposeHours = async (
  centre: string,
  { entry, person, path, day, minutes, what, visit, by, at }: Proposal,
): Promise<void> => {
  // The balance first: whoever decides an entry finds it there.
  await hoursBalances.of(centre).insert(emptyBalance(centre, person))
  const gave = { _id: entry, person, path, day, minutes, what, shift: null, visit, at }
  await hoursEntries.of(centre).insert(proposedEntry(centre, { ...gave, enteredBy: by }))
}
