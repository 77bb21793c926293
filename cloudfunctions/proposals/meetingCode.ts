import { codeAt, isHere, isOn, textOf } from '@/domain/proposals/meeting'
import { shownUntil } from '@/domain/shared/rotatingCode'
import { proposals as contract } from '@/types/proposals'
import { link } from '@/types/shared/links'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { sign } from '../kit/secrets'
import { meetings } from './store'

/** For the screen at the door: a new code each minute, and how many are here. */
export const meetingCode = procedure(contract, 'meetingCode', {
  load: ({ centre, input }) => meetings.of(centre).get(input.meeting),
  place: ({ loaded }) => found(loaded).path,

  run({ loaded, at }) {
    const meeting = found(loaded)
    const { _id, title, placeName, startsAt, endsAt, claims } = meeting
    const all = Object.values(claims)
    const code = isOn(meeting, at) ? codeAt(_id, at) : null
    return Promise.resolve({
      ...{ title, placeName, startsAt, endsAt },
      link: code && link({ to: 'meetingCheckIn', code: sign('meeting', textOf(code)) }),
      validUntil: code && shownUntil(code),
      here: all.filter(isHere).length,
      expected: all.length,
    })
  },
})
