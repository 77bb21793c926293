import { decideLeave } from '@/domain/proposals/meeting'
import { proposals as contract } from '@/types/proposals'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { seated } from './seated'
import { meetingShown } from './showMeeting'
import { meetings } from './store'

/** I cannot come: the place is somebody else's at once. */
export const leaveMeeting = procedure(contract, 'leaveMeeting', {
  load: ({ centre, input }) => meetings.of(centre).get(input.meeting),

  async run({ caller, subject, loaded, input: { key }, at }) {
    const ids = idsOf(subject)
    const meeting = await seated(found(loaded), (now) => decideLeave(now, ids, { key, at }))
    return meetingShown(meeting, { caller, subject }, at)
  },
})
