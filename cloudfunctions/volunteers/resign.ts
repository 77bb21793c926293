import { volunteers } from '@/types/volunteers'
import { fail } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { endRegistration } from './registration'

export const resign = procedure(volunteers, 'resign', {
  async run({ centre, subject, input: { key }, at }) {
    if (!(await endRegistration(centre, subject, key, at))) return fail('NotAVolunteer')
    return {}
  },
})
