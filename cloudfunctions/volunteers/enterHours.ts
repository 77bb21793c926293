import { placeOf } from '@/domain/residents/places'
import { enterRefusal } from '@/domain/volunteers/hours'
import { dayOf, type Instant } from '@/types/shared/day'
import { volunteers } from '@/types/volunteers'
import { fail, found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { nodesOf, type Passport } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { nodes, personNow } from '../residents/store'
import { enterForShift } from './enterForShift'
import { entryForStaff } from './show'
import { emptyBalance, hoursBalances, hoursEntries, proposedEntry, wholeShift } from './store'

const { roles } = volunteers.procedures.enterHours.may

/** Where a volunteer's home is not known, the second person is a colleague of who entered the hours. */
const ownPath = async (
  centre: string,
  caller: Passport,
  at: Instant,
): Promise<readonly string[]> => {
  const [node] = nodesOf(caller, roles, at)
  return node === undefined ? [] : found(await nodes.of(centre).get(node, { path: true })).path
}

/** Hours on paper, or what a shift came to; they count once a second person confirmed them. */
export const enterHours = procedure(volunteers, 'enterHours', {
  load: async ({ centre, openid, input }) => {
    const entry = hiddenId(centre, 've', openid, input.key)
    const [person, shift, known] = await Promise.all([
      personNow(centre, input.person).then(found),
      input.shift === undefined ? null : wholeShift(centre, input.shift).then(found),
      hoursEntries.of(centre).get(entry),
    ])
    return { entry, person, shift, known }
  },
  place: ({ loaded: { person, shift } }) => shift?.path ?? placeOf(person.facts) ?? anywhere,

  async run({ centre, caller, loaded, input, at }) {
    const { entry: _id, shift } = loaded
    const { facts } = loaded.person
    const { day, minutes, what } = input
    if (loaded.known) return entryForStaff(loaded.known, caller, at)
    const self = idsOf(caller.person).includes(facts.id)
    const refusal = enterRefusal(day, self, dayOf(at))
    if (refusal) return fail(refusal.code)
    if (shift && day !== dayOf(shift.startsAt)) return fail('InvalidInput', { field: 'input.day' })
    // The balance first: whoever decides an entry finds it there.
    await hoursBalances.of(centre).insert(emptyBalance(centre, facts.id))
    const store = hoursEntries.of(centre)
    const by = caller.person.id
    if (shift) await enterForShift(shift, facts, { entry: _id, minutes, what, by, at })
    else {
      const path = placeOf(facts) ?? (await ownPath(centre, caller, at))
      const entry = { _id, person: facts.id, path, day, minutes, what, shift: null, enteredBy: by }
      await store.insert(proposedEntry(centre, { ...entry, at }))
    }
    return entryForStaff(found(await store.get(_id)), caller, at)
  },
})
