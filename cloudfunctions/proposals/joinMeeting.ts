import { decideJoin } from '@/domain/proposals/meeting'
import { proposals as contract } from '@/types/proposals'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { seated } from './seated'
import { isInvited, meetingShown } from './showMeeting'
import { meetings } from './store'

/** I come: the last place is given once. */
export const joinMeeting = procedure(contract, 'joinMeeting', {
  load: ({ centre, input }) => meetings.of(centre).get(input.meeting),

  async run({ caller, subject, loaded, input: { key }, at }) {
    const known = found(loaded)
    const { id, name } = subject
    const comer = { id, name, ids: idsOf(subject), invited: await isInvited(known, subject) }
    const by = caller.person.id
    const meeting = await seated(known, (now) => decideJoin(now, comer, { key, at, by }))
    return meetingShown(meeting, { caller, subject }, at)
  },
})
