import { feedback } from '@/types/feedback'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { settleByEye } from '../media/checks'
import { mediaCheckId } from '../media/store'
import { filesIn } from './files'
import { forStaffOf } from './shown'
import { forWork, ofCase } from './staffCase'

export const settlePicture = procedure(feedback, 'settlePicture', {
  ...ofCase,

  async run({ centre, caller, loaded, input: { picture, through }, at }) {
    const known = forWork(loaded, caller)
    const record = known._id
    const file = found(
      filesIn(known).find((one) => mediaCheckId(centre, record, one) === picture) ?? null,
    )
    if (!(await settleByEye(centre, { record, file, through, by: caller.person.id })))
      return fail('NotNow')
    return forStaffOf(known, caller, at)
  },
})
