import { maskName } from '@/domain/residents/masking'
import { isMinor } from '@/domain/volunteers/registration'
import { honours as contract } from '@/types/honours'
import { dayOf, type Day } from '@/types/shared/day'
import { fail } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { personsNow, type PersonDoc } from '../residents/store'
import { sources, type Done } from './sources'

export const whomToThank = procedure(contract, 'whomToThank', {
  async run({ centre, subject, input, at }) {
    const { kind, id } = input.for
    const done = (await sources[kind](centre, id, subject, at)) ?? fail('NothingToThankFor')
    const mine: readonly string[] = idsOf(subject)
    const all = await thankable(centre, done, dayOf(at))
    return {
      deed: done.deed,
      people: all
        .filter(({ _id }) => !mine.includes(_id))
        .map(({ _id, facts }) => ({ id: _id, name: maskName(facts.name) })),
    }
  },
})

/** Who did it, as they are known today, as far as they can be named to others: nobody who is known to be a minor. */
export const thankable = async (
  centre: string,
  { people: ids }: Done,
  today: Day,
): Promise<PersonDoc[]> => {
  const now = await personsNow(centre, ids)
  const once = [...new Map([...now.values()].map((person) => [person._id, person])).values()]
  return once.filter(({ facts }) => isMinor(facts.birthDate, true, today) === false)
}
