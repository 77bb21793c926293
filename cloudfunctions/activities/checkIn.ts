import { codeOf, doorsOf } from '@/domain/activities/checkIn'
import { judgeScan } from '@/domain/shared/rotatingCode'
import { activities } from '@/types/activities'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { verified } from '../kit/secrets'
import { putDown } from './attend'
import { seatingFor } from './store'
import { idsOf, knownAs } from '../kit/subject'

const signedIn = (code: string) => codeOf(verified('checkIn', code) ?? '')

/**
 * By the code of the venue screen. It names the activity itself, so a code of another activity finds no claim of this
 * person there. Scanned without a network, it waits for a second person.
 */
export const checkIn = procedure(activities, 'checkIn', {
  load: async ({ centre, subjectId, input }) => {
    const code = signedIn(input.code)
    return code && seatingFor(centre, code.activity, subjectId)
  },

  async run({ centre, subject, caller, loaded, input, at }) {
    const code = signedIn(input.code) ?? fail('NotOurCode')
    const { key, scannedAt = null, nonce = null } = input
    const ids = idsOf(subject)
    const place = found(ids.length > 1 ? await seatingFor(centre, code.activity, ...ids) : loaded)
    const { id: person } = knownAs(subject, place)
    const session = found(place.rules.sessions[code.session])

    if (place.rules.state === 'withdrawn') fail('Withdrawn')
    if (place.claims[person]?.state !== 'in') fail('NotSignedUp')
    const doors = doorsOf(session)
    const scan = judgeScan(code, doors, { at, scannedAt })
    if ('refused' in scan) return fail(scan.refused, { opensAt: doors.opensAt })

    const { state } = await putDown(place, {
      key,
      at,
      session: code.session,
      person,
      state: scan.state,
      way: 'code',
      by: caller.person.id,
      scannedAt: scannedAt ?? at,
      nonce,
    })
    // Staff who called somebody absent after this scan were there later than it was.
    if (state === 'absent') return fail('ScannedTooLongAgo')
    return { activity: place._id, title: place.card.title, session: code.session, state }
  },
})
