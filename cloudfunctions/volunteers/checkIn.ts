import { judgeScan } from '@/domain/shared/rotatingCode'
import { codeOf, doorsOf, scannedFor } from '@/domain/volunteers/attendance'
import { volunteers } from '@/types/volunteers'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { verified } from '../kit/secrets'
import { see } from './see'
import { wholeShift } from './store'

const signedIn = (code: string) => codeOf(verified('shift', code) ?? '')

/**
 * By the code of the leader's phone, or of a screen. It names the shift itself, so a code of another shift finds nobody
 * of this one there. Scanned without a network, it waits for a second person.
 */
export const checkIn = procedure(volunteers, 'checkIn', {
  load: async ({ centre, input }) => {
    const code = signedIn(input.code)
    return code && wholeShift(centre, code.shift)
  },

  async run({ subject, caller, loaded, input, at }) {
    const code = signedIn(input.code) ?? fail('NotOurCode')
    const shift = found(loaded)
    const { key, leaving, scannedAt = null } = input
    const scan = judgeScan(code, doorsOf(shift, leaving), { at, scannedAt })
    const fits = 'state' in scan && scan.state !== 'flagged'
    const self = subject.id === caller.person.id
    return see(shift, subject, {
      key,
      leaving,
      scan,
      seenAt: scannedFor(code, { at, scannedAt, fits }),
      at,
      by: self ? null : caller.person.id,
    })
  },
})
