import { comingOf, decideCome, decideUntick, isDoubted, isOn } from '@/domain/proposals/meeting'
import { proposals as contract } from '@/types/proposals'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { personNow } from '../residents/store'
import { seated } from './seated'
import { isInvited, meetingForStaff } from './showMeeting'
import { meetings } from './store'

/** Staff see that somebody is here, or take a tick by mistake back. */
export const tickAtMeeting = procedure(contract, 'tickAtMeeting', {
  load: async ({ centre, input }) => {
    const [meeting, person] = await Promise.all([
      meetings.of(centre).get(input.meeting),
      personNow(centre, input.person),
    ])
    return { meeting: found(meeting), person: found(person) }
  },
  place: ({ loaded }) => loaded.meeting.path,

  async run({ caller, loaded: { meeting, person }, input: { key, came }, at }) {
    const { facts } = person
    const ids = idsOf(facts)
    // Who scanned without a network may have gone home before the scan arrived.
    const doubted = isDoubted(meeting.claims[comingOf(meeting, ids) ?? ''])
    if (!isOn(meeting, at) && !doubted) return fail('NotNow')
    const comer = {
      ...{ id: facts.id, name: facts.name, ids },
      invited: !came || (await isInvited(meeting, facts)),
    }
    const by = caller.person.id
    const after = await seated(meeting, (now) =>
      came
        ? decideCome(now, comer, { key, at, by, how: 'staff', doubt: false })
        : decideUntick(now, ids.find((id) => now.claims[id]) ?? facts.id),
    )
    return meetingForStaff(after, at)
  },
})
