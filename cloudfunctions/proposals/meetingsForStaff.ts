import { proposals as contract } from '@/types/proposals'
import { command } from '../kit/cloud'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { meetingCard } from './showMeeting'
import { meetingListed, meetings } from './store'

const { roles } = contract.procedures.meetingsForStaff.may

/** Meetings of the caller's nodes. */
export const meetingsForStaff = procedure(contract, 'meetingsForStaff', {
  place: () => anywhere,

  async run({ centre, caller, input: { past, after }, at }) {
    const { documents, next } = await meetings.of(centre).page({
      where: nodesOf(caller, roles, at).map((path) => ({
        path,
        endsAt: past ? command.lte(at) : command.gt(at),
      })),
      by: ['endsAt', past ? 'desc' : 'asc'],
      after,
      fields: meetingListed,
    })
    return { items: documents.map(meetingCard), next }
  },
})
