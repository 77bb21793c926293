import { proposals as contract } from '@/types/proposals'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { meetingForStaff as shown } from './showMeeting'
import { meetings } from './store'

/** One meeting with who comes. */
export const meetingForStaff = procedure(contract, 'meetingForStaff', {
  load: ({ centre, input }) => meetings.of(centre).get(input.meeting),
  place: ({ loaded }) => found(loaded).path,

  run({ loaded, at }) {
    return shown(found(loaded), at)
  },
})
