import { placeOf } from '@/domain/residents/places'
import { enterRefusal } from '@/domain/volunteers/hours'
import { dayOf } from '@/types/shared/day'
import { volunteers } from '@/types/volunteers'
import { fail, found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { anywhere, procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { personNow } from '../residents/store'
import { entryForStaff } from './show'
import { emptyBalance, hoursBalances, hoursEntries, wholeShift } from './store'

/** Hours on paper, or what a shift came to; they count once a second person confirmed them. */
export const enterHours = procedure(volunteers, 'enterHours', {
  load: async ({ centre, input }) => {
    const [person, shift] = await Promise.all([
      personNow(centre, input.person).then(found),
      input.shift === undefined ? null : wholeShift(centre, input.shift).then(found),
    ])
    return { person, shift }
  },
  place: ({ loaded: { person, shift } }) => shift?.path ?? placeOf(person.facts) ?? anywhere,

  async run({ centre, openid, caller, loaded: { person, shift }, input, at }) {
    const { key, day, minutes, what } = input
    const { facts } = person
    const self = idsOf(caller.person).includes(facts.id)
    const refusal = enterRefusal({ day, minutes }, self, dayOf(at))
    if (refusal) return fail(refusal.code)
    const entry = {
      _id: hiddenId(centre, 've', openid, key),
      centre,
      v: 1,
      person: facts.id,
      path: shift?.path ?? facts.path,
      day,
      minutes,
      what,
      shift: shift?._id ?? null,
      state: 'proposed' as const,
      enteredBy: caller.person.id,
      decidedBy: null,
      secondPerson: null,
      because: null,
      at,
    }
    // The balance first: whoever decides an entry finds it there.
    await hoursBalances.of(centre).insert(emptyBalance(centre, facts.id))
    const store = hoursEntries.of(centre)
    const known = (await store.insert(entry)) ? entry : found(await store.get(entry._id))
    return entryForStaff(known, caller, at)
  },
})
