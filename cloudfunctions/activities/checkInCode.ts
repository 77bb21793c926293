import { codeAt, sessionOn, textOf } from '@/domain/activities/checkIn'
import { shownUntil } from '@/domain/shared/rotatingCode'
import { activities } from '@/types/activities'
import { link } from '@/types/shared/links'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { sign } from '../kit/secrets'
import { attendances, cardFields, places } from './store'

/** For the screen on the wall: a new code each minute, and how many are here. */
export const checkInCode = procedure(activities, 'checkInCode', {
  load: ({ centre, input }) =>
    places.of(centre).get(input.activity, { ...cardFields, heldLeft: true }),

  // A display link is for one activity: its path ends with that activity's id.
  place: ({ loaded }) => {
    const { path, _id } = found(loaded)
    return [...path, _id]
  },

  async run({ centre, loaded, display, at }) {
    if (display && display.shows !== 'checkIn') fail('NotAllowed')
    const { _id, card, rules, seats, left, heldLeft } = found(loaded)
    const shown = {
      title: card.title,
      placeName: card.placeName,
      expected: seats - left - heldLeft,
    }
    const session = rules.state === 'published' ? sessionOn(rules.sessions, at) : null
    if (session === null)
      return {
        ...shown,
        session,
        startsAt: null,
        endsAt: null,
        link: null,
        validUntil: null,
        present: 0,
      }
    const code = codeAt(_id, session, at)
    return {
      ...shown,
      session,
      startsAt: rules.sessions[session]?.startsAt ?? null,
      endsAt: rules.sessions[session]?.endsAt ?? null,
      link: link({ to: 'checkIn', code: sign('checkIn', textOf(code)) }),
      validUntil: shownUntil(code),
      present: await attendances.of(centre).count({ activity: _id, session, state: 'present' }),
    }
  },
})
