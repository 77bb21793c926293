import { decideOut } from '@/domain/volunteers/teams'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import { take } from '../kit/step'
import { teams } from './store'

/** More teams than anybody is in. */
const most = 200

/** Takes somebody out of all teams, by all ids of theirs. */
export const leaveTeams = async (
  centre: string,
  ids: readonly string[],
  key: string,
): Promise<void> => {
  const store = teams.of(centre)
  const theirs = await store.find({
    where: { people: command.in([...ids]) },
    limit: most,
    fields: { people: true },
  })
  for (const { _id, people } of theirs)
    for (const person of ids.filter((id) => people.includes(id)))
      await decide(async () => {
        const team = await store.get(_id)
        if (!team) return
        const decision = decideOut(team, { key, person })
        if (decision.outcome !== 'step') return
        return (await take(store, _id, decision.step)) ? undefined : again
      })
}
