import { haircuts } from '@/types/haircuts'
import { centreRecordOf } from '../centre/store'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { bookableOf, coming } from './coming'
import { datesOn, sessionOf } from './show'
import { ruleOf } from './store'
import { ticketsOf } from './tickets'

/** The next dates, the session people can book, and what each of the caller's family holds there. */
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
    const session = bookableOf(sessions, at)
    const tickets = caller ? await ticketsOf(caller, at) : []
    const family = caller ? [caller.person, ...Object.values(caller.dependants)] : []
    return {
      dates: rule ? datesOn(rule, new Set(sessions.map(({ _id }) => _id)), at) : [],
      session: session && sessionOf(session, at),
      family: family.map((member) => ({
        id: member.id,
        name: member.name,
        self: member.id === caller?.person.id,
        ticket:
          tickets.find(
            ({ person, session: of }) => idsOf(member).includes(person.id) && of === session?._id,
          ) ?? null,
      })),
      callNumber,
    }
  },
})
