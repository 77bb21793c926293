import { decideIn, decideOut } from '@/domain/volunteers/teams'
import { volunteers } from '@/types/volunteers'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { take } from '../kit/step'
import { idsOf, knownAs } from '../kit/subject'
import { teamsShown } from './showTeams'
import { teams } from './store'

export const joinTeam = procedure(volunteers, 'joinTeam', {
  async run({ centre, caller, subject, input: { key, team: id, join }, at }) {
    if (join && !subject.volunteer) return fail('NotAVolunteer')
    const store = teams.of(centre)
    await decide(async () => {
      const team = found(await store.get(id))
      const { id: person } = knownAs(subject, team)
      const decision = join ? decideIn(team, { key, person, at }) : decideOut(team, { key, person })
      if (decision.outcome === 'refused') return fail(decision.refusal.code)
      if (decision.outcome === 'same') return
      return (await take(store, id, decision.step)) ? undefined : again
    })
    const [shown] = await teamsShown([found(await store.get(id))], caller, idsOf(subject), at)
    return found(shown)
  },
})
