import { isMinor } from '@/domain/volunteers/registration'
import { volunteers } from '@/types/volunteers'
import { dayOf } from '@/types/shared/day'
import { procedure } from '../kit/procedure'
import { standingOf } from './standing'
import { volunteerNow } from './store'

export const myStanding = procedure(volunteers, 'myStanding', {
  async run({ centre, subject, at }) {
    const volunteer = await volunteerNow(centre, subject)
    return {
      name: subject.name,
      minor: isMinor(subject.birthDate, volunteer?.adult ?? false, dayOf(at)),
      standing: volunteer && (await standingOf(centre, subject, volunteer)),
    }
  },
})
