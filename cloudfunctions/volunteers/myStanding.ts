import { isMinor } from '@/domain/volunteers/registration'
import { volunteers } from '@/types/volunteers'
import { dayOf } from '@/types/shared/day'
import { command } from '../kit/cloud'
import type { Facts } from '../kit/passport'
import { procedure } from '../kit/procedure'
import { actsAsStaff, idsOf } from '../kit/subject'
import { namesOf } from '../residents/store'
import { standingOf } from './standing'
import { reveals, volunteerNow } from './store'

export const myStanding = procedure(volunteers, 'myStanding', {
  async run({ centre, caller, subject, at }) {
    const [volunteer, looks] = await Promise.all([
      volunteerNow(centre, subject),
      actsAsStaff(caller, subject) ? [] : looksAt(centre, subject),
    ])
    return {
      name: subject.name,
      minor: isMinor(subject.birthDate, volunteer?.adult ?? false, dayOf(at)),
      standing: volunteer && (await standingOf(centre, subject, volunteer)),
      looks,
    }
  },
})

const looksShown = 20

/** Who was shown somebody's number last, and why. */
const looksAt = async (centre: string, person: Facts) => {
  const seen = await reveals.of(centre).find({
    where: { person: command.in(idsOf(person)) },
    order: [['at', 'desc']],
    limit: looksShown,
  })
  const names = await namesOf(
    centre,
    seen.map(({ by }) => by),
  )
  return seen.map(({ by, because, at }) => ({ by: names.get(by) ?? '', because, at }))
}
