import { feedback } from '@/types/feedback'
import { procedure } from '../kit/procedure'
import { forStaffOf } from './shown'
import { forWork } from './staffCase'
import { cases } from './store'

export const caseForStaff = procedure(feedback, 'caseForStaff', {
  load: ({ centre, input }) => cases.of(centre).get(input.case),
  place: ({ loaded }) => loaded?.path ?? [],

  run: async ({ caller, loaded, at }) => forStaffOf(forWork(loaded, caller), at),
})
