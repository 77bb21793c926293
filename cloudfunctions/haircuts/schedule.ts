import { haircuts } from '@/types/haircuts'
import { centreRecordOf } from '../centre/store'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { bookableOf, coming } from './coming'
import { datesOn, sessionOf } from './show'
import { ruleOf } from './store'
import { familyOf, ticketsOf } from './tickets'

/** The next dates, the sessions people can book, and what each of the caller's family holds. */
export const schedule = procedure(haircuts, 'schedule', {
  load: async ({ centre, at }) => {
    const [rule, sessions, about] = await Promise.all([
      ruleOf(centre),
      coming(centre, at),
      centreRecordOf(centre),
    ])
    return { rule, sessions, callNumber: about?.phone ?? null }
  },

  async run({ caller, loaded: { rule, sessions, callNumber }, at }) {
    const family = caller ? familyOf(caller) : []
    const tickets = caller ? await ticketsOf(caller, family, at) : []
    return {
      dates: rule ? datesOn(rule, new Set(sessions.map(({ _id }) => _id)), at) : [],
      sessions: bookableOf(sessions, at).map((session) => sessionOf(session, at)),
      family: family.map((member) => ({
        id: member.id,
        name: member.name,
        self: member.id === caller?.person.id,
        tickets: tickets.filter(({ person }) => idsOf(member).includes(person.id)),
      })),
      callNumber,
    }
  },
})
