import { doorsOpenMs, isOn } from '@/domain/activities/checkIn'
import { activities } from '@/types/activities'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { putDownAll } from './attend'
import { wholeSeating } from './store'

/** Staff tick all who are not ticked yet, in one tap. Whoever cancelled meanwhile is passed over. */
export const tickAll = procedure(activities, 'tickAll', {
  load: ({ centre, input }) => wholeSeating(centre, input.activity),
  place: ({ loaded }) => found(loaded).path,

  async run({ caller, loaded, input: { key, session: number, persons }, at }) {
    const place = found(loaded)
    const session = place.rules.sessions[number] ?? fail('InvalidInput', { field: 'input.session' })
    if (at < session.startsAt && !isOn(session, at))
      fail('NotNow', { opensAt: session.startsAt - doorsOpenMs })
    const taking = [...new Set(persons)].filter((person) => place.claims[person]?.state === 'in')
    await putDownAll(place, taking, {
      key,
      at,
      session: number,
      state: 'present',
      way: 'tick',
      by: caller.person.id,
      scannedAt: at,
      nonce: null,
    })
    return { present: taking.length }
  },
})
