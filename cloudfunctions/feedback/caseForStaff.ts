import { feedback } from '@/types/feedback'
import { procedure } from '../kit/procedure'
import { upToDate } from './followed'
import { forStaffOf } from './shown'
import { forWork, ofCase } from './staffCase'

export const caseForStaff = procedure(feedback, 'caseForStaff', {
  ...ofCase,

  /** Who wrote down a call opens it at once: it has become a case by then. */
  load: async ({ centre, input, at }) => {
    const one = await ofCase.load({ centre, input })
    return one?.state === 'received' ? upToDate(one, at) : one
  },

  run: async ({ caller, loaded, at }) => forStaffOf(forWork(loaded, caller), caller, at),
})
