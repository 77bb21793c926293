import { levelOf } from '@/domain/volunteers/levels'
import type { Standing } from '@/types/volunteers'
import { command } from '../kit/cloud'
import type { Facts } from '../kit/passport'
import { idsOf } from '../kit/subject'
import { namesOf } from '../residents/store'
import { minutesOf, levelsOf, teams, trainings, type VolunteerDoc } from './store'

/** More trainings, and more teams, than anybody has. */
const most = 200

/** What a volunteer has come to: level, trainings, teams, and what they said of themselves. */
export const standingOf = async (
  centre: string,
  person: Facts,
  volunteer: VolunteerDoc,
): Promise<Standing> => {
  const ids = idsOf(person)
  const [{ steps }, minutes, learned, theirs] = await Promise.all([
    levelsOf(centre),
    minutesOf(centre, person),
    trainings.of(centre).find({
      where: { person: command.in(ids), removed: false },
      order: [['day', 'desc']],
      limit: most,
    }),
    teams.of(centre).find({
      where: { people: command.in(ids) },
      order: [['name', 'asc']],
      limit: most,
      fields: { name: true },
    }),
  ])
  const names = await namesOf(
    centre,
    learned.map(({ by }) => by),
  )
  const { skills, wishes, free, listed, contact, honours, since } = volunteer
  return {
    ...{ skills: [...skills], wishes, free: [...free], listed, contact, honours, since, minutes },
    ...levelOf(steps, minutes, learned.length),
    trainings: learned.map(({ _id, what, day, by }) => ({
      id: _id,
      what,
      day,
      by: names.get(by) ?? '',
    })),
    teams: theirs.map(({ _id, name }) => ({ id: _id, name })),
  }
}
