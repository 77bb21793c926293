import { doorsOf } from '@/domain/activities/checkIn'
import { judgeSight } from '@/domain/shared/rotatingCode'
import { activities } from '@/types/activities'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { personOfCard } from '../residents/store'
import { putDown } from './attend'
import { seatingFor } from './store'
import { idsOf, knownAs } from '../kit/subject'

/** Staff scan the member code of somebody who stands before them. */
export const checkInByCard = procedure(activities, 'checkInByCard', {
  load: async ({ centre, input: { activity, card } }) => {
    const person = await personOfCard(centre, card)
    const ids = person ? idsOf(person.facts) : []
    const place = await seatingFor(centre, activity, ...ids)
    return place && { place, facts: person && knownAs(person.facts, place) }
  },
  place: ({ loaded }) => found(loaded).place.path,
  concerns: ({ loaded }) => loaded?.facts?.id ?? null,

  async run({ caller, loaded, input, at }) {
    const { key, session: number, scannedAt = null, nonce = null } = input
    const { place, facts } = found(loaded)
    if (!facts) return fail('CardUnknown')
    const session = place.rules.sessions[number] ?? fail('InvalidInput', { field: 'input.session' })
    if (place.rules.state === 'withdrawn') fail('Withdrawn')
    if (place.claims[facts.id]?.state !== 'in') fail('NotSignedUp')
    const doors = doorsOf(session)
    const scan = judgeSight(doors, { at, scannedAt })
    if ('refused' in scan) return fail(scan.refused, { opensAt: doors.opensAt })

    const { state, already } = await putDown(place, {
      key,
      at,
      session: number,
      person: facts.id,
      state: scan.state,
      way: 'card',
      by: caller.person.id,
      scannedAt: scannedAt ?? at,
      nonce,
    })
    if (state === 'absent') return fail('ScannedTooLongAgo')
    return { name: facts.name, state, already }
  },
})
