import { codeOf, decideCome, doorsOf } from '@/domain/proposals/meeting'
import { judgeScan } from '@/domain/shared/rotatingCode'
import { proposals as contract } from '@/types/proposals'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { verified } from '../kit/secrets'
import { idsOf } from '../kit/subject'
import { seated } from './seated'
import { isInvited, meetingShown } from './showMeeting'
import { meetings } from './store'

const signedIn = (code: string) => codeOf(verified('meeting', code) ?? '')

/** By the code of the screen at the door, which names the meeting itself. */
export const checkInAtMeeting = procedure(contract, 'checkInAtMeeting', {
  load: async ({ centre, input }) => {
    const code = signedIn(input.code)
    return code && meetings.of(centre).get(code.meeting)
  },

  async run({ caller, subject, loaded, input: { key, code: text }, at }) {
    const code = signedIn(text) ?? fail('NotOurCode')
    const known = found(loaded)
    const scan = judgeScan(code, doorsOf(known), { at, scannedAt: null })
    if ('refused' in scan) return fail(scan.refused)
    const { id, name } = subject
    const comer = { id, name, ids: idsOf(subject), invited: await isInvited(known, subject) }
    const by = caller.person.id
    const meeting = await seated(known, (now) =>
      decideCome(now, comer, { key, at, by, how: 'code' }),
    )
    return meetingShown(meeting, subject, at)
  },
})
