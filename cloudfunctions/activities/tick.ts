import { isOn, doorsOpenMs } from '@/domain/activities/checkIn'
import { activities } from '@/types/activities'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { putDown, settle } from './attend'
import { seatingFor } from './store'

/** Staff tick a name, also after the session from the paper list; unticking keeps the record, as absent. */
export const tick = procedure(activities, 'tick', {
  load: ({ centre, input }) => seatingFor(centre, input.activity, input.person),
  place: ({ loaded }) => found(loaded).path,

  async run({ centre, caller, loaded, input, at }) {
    const { key, activity, session: number, person, present } = input
    const place = found(loaded)
    const session = place.rules.sessions[number] ?? fail('InvalidInput', { field: 'input.session' })
    if (place.claims[person]?.state !== 'in') fail('NotSignedUp')
    const by = caller.person.id

    if (!present) {
      await settle(centre, { activity, session: number, person }, key, ({ state }) =>
        state === 'absent' ? null : { state: 'absent', by, way: 'tick', scannedAt: at },
      )
      return {}
    }
    if (at < session.startsAt && !isOn(session, at))
      fail('NotNow', { opensAt: session.startsAt - doorsOpenMs })
    await putDown(place, {
      key,
      at,
      session: number,
      person,
      state: 'present',
      way: 'tick',
      by,
      scannedAt: at,
      nonce: null,
    })
    return {}
  },
})
