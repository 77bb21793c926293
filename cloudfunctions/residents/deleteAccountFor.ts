import { eraseForRefusal } from '@/domain/residents/erasure'
import { placeOf } from '@/domain/residents/places'
import { residents } from '@/types/residents'
import { instantOf } from '@/types/shared/day'
import { fail, found } from '../kit/failure'
import { anywhere, procedure } from '../kit/procedure'
import { tell } from '../notices/outbox'
import { askErasure } from './erasing'
import { personNow } from './store'

/** For people without a phone: whoever acts for them hears of it, or they are called, so that a mistake shows in time. */
export const deleteAccountFor = procedure(residents, 'deleteAccountFor', {
  load: ({ centre, input }) => personNow(centre, input.person).then(found),
  place: ({ loaded }) => placeOf(loaded.facts) ?? anywhere,

  run: async ({ centre, input, caller, at, loaded: { facts } }) => {
    const { id: by, name: byName } = caller.person
    const wish = { said: input.wish, by, byName, at }
    const erasedOn = await askErasure(centre, facts.id, at, wish, (person) => {
      const refusal = eraseForRefusal(person, by)
      if (refusal) fail(refusal)
    })
    await tell(centre, [
      {
        event: 'erasureAsked',
        person: facts,
        thing: null,
        key: erasedOn,
        data: { until: erasedOn },
        due: instantOf(erasedOn),
      },
    ])
    return { erasedOn }
  },
})
