import { repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { leaveTeams } from './leaveTeams'
import { reveals, trainings, volunteerId, volunteerRecords } from './store'

/** No tap has this key. */
const erasureKey = 'erasure'

/** What somebody said as a volunteer goes, with trainings and teams; who looked at the number stays on record, not why. */
export const forgetVolunteer = async (centre: string, ids: readonly string[]): Promise<void> => {
  await leaveTeams(centre, ids, erasureKey)
  const theirs = { person: command.in([...ids]) }
  await repeat(() =>
    volunteerRecords
      .of(centre)
      .removeAll({ _id: command.in(ids.map((id) => volunteerId(centre, id))) }),
  )
  await repeat(() => trainings.of(centre).removeAll(theirs))
  await repeat(() => reveals.of(centre).changeAll(theirs, { because: '' }))
}
