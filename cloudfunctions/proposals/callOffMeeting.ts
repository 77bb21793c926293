import { decideCallOff } from '@/domain/proposals/meeting'
import { proposals as contract } from '@/types/proposals'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { refuseBadWords } from '../media/words'
import { changeMeeting } from './follow'
import { meetingForStaff } from './showMeeting'
import { meetings } from './store'

/** It does not take place: everybody invited hears why, on the day itself at once. */
export const callOffMeeting = procedure(contract, 'callOffMeeting', {
  load: ({ centre, input }) => meetings.of(centre).get(input.meeting),
  place: ({ loaded }) => found(loaded).path,

  async run({ openid, caller, loaded, input: { key, because }, at }) {
    const known = found(loaded)
    if (!known.keys.includes(key)) await refuseBadWords(openid, [because])
    const by = caller.person.id
    return meetingForStaff(
      await changeMeeting(known, (now) => decideCallOff(now, { key, at, by, because }), at),
      at,
    )
  },
})
