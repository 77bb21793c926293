import { eraseDay } from '@/domain/residents/erasure'
import type { EraseWish } from '@/domain/residents/person'
import { dayOf, type Day, type Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { found } from '../kit/failure'
import { unlessLastAdmin } from './lastAdmin'
import { people, type PersonDoc } from './store'

/**
 * Notes that a person's data are to be erased; the day on which the job `residents.erase` does it. `refuse` looks at the
 * record as it stands. Asked twice, the first day stands.
 */
export const askErasure = (
  centre: string,
  id: string,
  at: Instant,
  wish: EraseWish | null,
  refuse: (person: PersonDoc) => void = () => undefined,
): Promise<Day> =>
  unlessLastAdmin(centre, id, at, async (transaction) => {
    const person = found(await transaction.get(people, centre, id))
    refuse(person)
    if (person.eraseOn !== null) return person.eraseOn
    const eraseOn = eraseDay(dayOf(at))
    await transaction.change(people, id, {
      eraseOn,
      eraseWish: command.set(wish),
      rev: person.rev + 1,
    })
    return eraseOn
  })

/** The record as it was before its erasure was asked for. */
export const kept = (person: PersonDoc): PersonDoc => ({
  ...person,
  eraseOn: null,
  eraseWish: null,
})
