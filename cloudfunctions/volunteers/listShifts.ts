import { staffRoles } from '@/types/shared/roles'
import { volunteers } from '@/types/volunteers'
import { command } from '../kit/cloud'
import type { Fields } from '../kit/query'
import { nodesOf } from '../kit/passport'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { handOversFor } from './handOver'
import { shiftFor } from './show'
import { shiftFieldsFor, shifts } from './store'

/**
 * What needs people: of the whole centre, or of the caller's own nodes when all they are here is by a role there, so that
 * nobody is shown what they may not take. `mine` is what the caller is on. Soonest first, and nothing that is over.
 */
export const listShifts = procedure(volunteers, 'listShifts', {
  async run({ centre, caller, input: { mine, after }, at }) {
    const ids = idsOf(caller.person)
    const nodes = nodesOf(caller, staffRoles, at)
    const open: Fields = { state: 'open', endsAt: command.gt(at), left: command.gt(0) }
    const { documents, next } = await shifts.of(centre).page({
      where: mine
        ? ids.map((person) => ({ people: person, endsAt: command.gt(at) }))
        : nodes.length > 0 && !caller.person.volunteer
          ? nodes.map((path) => ({ ...open, path }))
          : open,
      by: ['endsAt', 'asc'],
      after,
      fields: shiftFieldsFor(ids),
    })
    const words = mine ? await handOversFor(centre, documents) : new Map<string, string>()
    return {
      items: documents.map((shift) => shiftFor(shift, caller, at, words.get(shift._id))),
      next,
    }
  },
})
