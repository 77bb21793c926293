import { proposals as contract } from '@/types/proposals'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { meetingShown } from './showMeeting'
import { meetings } from './store'

/** One meeting: where and when, what is talked about, what came of it, and who does what. */
export const meeting = procedure(contract, 'meeting', {
  load: ({ centre, input }) => meetings.of(centre).get(input.meeting),

  run({ caller, loaded, at }) {
    return meetingShown(found(loaded), { caller }, at)
  },
})
