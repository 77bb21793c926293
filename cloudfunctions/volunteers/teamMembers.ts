import { maskPhone } from '@/domain/residents/masking'
import { volunteers } from '@/types/volunteers'
import { command } from '../kit/cloud'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { people } from '../residents/store'
import { teamsShown } from './showTeams'
import { teams } from './store'

export const teamMembers = procedure(volunteers, 'teamMembers', {
  load: ({ centre, input }) => teams.of(centre).get(input.team),
  place: ({ loaded }) => found(loaded).path,

  async run({ centre, caller, loaded, at }) {
    const team = found(loaded)
    const [shown, members] = await Promise.all([
      teamsShown([team], caller, idsOf(caller.person), at),
      team.people.length === 0
        ? []
        : people.of(centre).find({
            where: { _id: command.in([...team.people]) },
            limit: team.people.length,
            fields: { 'facts.name': true, phone: true },
          }),
    ])
    return {
      team: found(shown[0]),
      people: members
        .map(({ _id, facts, phone }) => ({
          person: _id,
          name: facts.name,
          phoneMasked: phone && maskPhone(phone),
        }))
        .sort((one, other) => one.name.localeCompare(other.name, 'zh-CN')),
    }
  },
})
