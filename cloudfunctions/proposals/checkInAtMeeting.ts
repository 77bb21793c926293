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

/**
 * By the code of the screen at the door, which names the meeting itself. Scanned without a network, it counts once staff
 * say that they saw them.
 */
export const checkInAtMeeting = procedure(contract, 'checkInAtMeeting', {
  load: async ({ centre, input }) => {
    const code = signedIn(input.code)
    return code && meetings.of(centre).get(code.meeting)
  },

  async run({ caller, subject, loaded, input: { key, code: text, scannedAt = null }, at }) {
    const code = signedIn(text) ?? fail('NotOurCode')
    const known = found(loaded)
    const scan = judgeScan(code, doorsOf(known), { at, scannedAt })
    if ('refused' in scan) return fail(scan.refused)
    const { id, name } = subject
    const comer = { id, name, ids: idsOf(subject), invited: await isInvited(known, subject) }
    const doubt = scan.state !== 'present'
    const act = { key, at: scannedAt ?? at, by: caller.person.id, how: 'code' as const, doubt }
    const meeting = await seated(known, (now) => decideCome(now, comer, act))
    return meetingShown(meeting, { caller, subject }, at)
  },
})
