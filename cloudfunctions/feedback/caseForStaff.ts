import { feedback } from '@/types/feedback'
import { procedure } from '../kit/procedure'
import { forStaffOf } from './shown'
import { forWork, ofCase } from './staffCase'

export const caseForStaff = procedure(feedback, 'caseForStaff', {
  ...ofCase,

  run: async ({ caller, loaded, at }) => forStaffOf(forWork(loaded, caller), caller, at),
})
