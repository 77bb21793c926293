import { proposals as contract } from '@/types/proposals'
import { command } from '../kit/cloud'
import { procedure } from '../kit/procedure'
import { meetingCard } from './showMeeting'
import { meetingListed, meetings as store } from './store'

/** Meetings to come, soonest first; or those that are over, newest first. */
export const meetings = procedure(contract, 'meetings', {
  load: ({ centre, input: { past, after }, at }) =>
    store.of(centre).page({
      where: { endsAt: past ? command.lte(at) : command.gt(at) },
      by: ['endsAt', past ? 'desc' : 'asc'],
      after,
      fields: { ...meetingListed, endsAt: true },
    }),

  run({ loaded: { documents, next } }) {
    return Promise.resolve({ items: documents.map(meetingCard), next })
  },
})
