import { nearTo, wantedAt, type Where } from '@/domain/volunteers/wanted'
import { staffRoles } from '@/types/shared/roles'
import { volunteers } from '@/types/volunteers'
import { addDays, instantOf, type Day, type Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { nodesOf } from '../kit/passport'
import { centreNode, procedure } from '../kit/procedure'
import type { Fields } from '../kit/query'
import { idsOf } from '../kit/subject'
import { handOversFor } from './handOver'
import { comerOf, type Comer } from './mayCome'
import { shiftFor } from './show'
import { shiftFieldsFor, shifts } from './store'

/** As many nodes are looked at, each for itself. */
const mostNodes = 4

/** As many pages are looked through for one that fits, so that a call stays short. */
const mostPages = 4

/**
 * What needs people, or with `mine` what the person is on. Soonest first, and nothing that is over. `near` looks in
 * their community and leaves out what they may not take; of who is here only by a role, always at its nodes.
 */
export const listShifts = procedure(volunteers, 'listShifts', {
  async run({ centre, caller, subject, input: { mine, near, kind = null, day, after }, at }) {
    const comer = await comerOf(caller, subject)
    const ids = idsOf(subject)
    const read = (cursor: string | undefined) =>
      shifts.of(centre).page({
        where: mine
          ? ids.map((person) => ({ people: person, endsAt: command.gt(at) }))
          : wheresOf(centre, comer, near, at).map((where) => ({
              wanted: wantedAt(where, kind),
              ...timesOf(day, at),
            })),
        by: ['endsAt', 'asc'],
        after: cursor,
        fields: shiftFieldsFor(ids),
      })
    let cursor = after
    for (let page = 1; ; page++) {
      const { documents, next } = await read(cursor)
      const words = mine ? await handOversFor(centre, documents) : new Map<string, string>()
      const items = documents
        .map((shift) => shiftFor(shift, comer, at, words.get(shift._id)))
        // Who came a moment ago may not be taken out of the search yet.
        .filter((shift) => mine || shift.confirmed < shift.needed)
        .filter((shift) => mine || !near || (shift.obstacle === null && !shift.mine))
      if (items.length > 0 || next === null || page === mostPages) return { items, next }
      cursor = next
    }
  },
})

/** Several of them may find one shift: a page holds it once. */
const wheresOf = (centre: string, comer: Comer, near: boolean, at: Instant): Where[] => {
  const given = nodesOf(comer, staffRoles, at)
    .slice(0, mostNodes)
    .map((node) => ({ node, alone: false }))
  if (given.length > 0 && !comer.person.volunteer) return given
  if (!near) return [{ node: centreNode(centre), alone: false }]
  return [...nearTo(comer.person.path), ...given]
}

/** What is still to come, or of one day; who ends after midnight serves on the day they began. */
const timesOf = (day: Day | undefined, at: Instant): Fields => {
  if (day === undefined) return { endsAt: command.gt(at) }
  const [from, to] = [instantOf(day), instantOf(addDays(day, 1))]
  return {
    startsAt: command.gte(from).and(command.lt(to)),
    endsAt: command.gt(Math.max(at, from)).and(command.lte(instantOf(addDays(day, 2)))),
  }
}
