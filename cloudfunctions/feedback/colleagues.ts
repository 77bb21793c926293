import { feedback } from '@/types/feedback'
import type { Instant } from '@/types/shared/day'
import type { StaffRole } from '@/types/shared/roles'
import { command } from '../kit/cloud'
import { fail } from '../kit/failure'
import { holds, type Facts } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { passports, post } from '../residents/store'
import { cases } from './store'
import { officeOf } from './titles'

/** Who works on cases. */
export const workerRoles = [
  'gridWorker',
  'communityStaff',
  'centreStaff',
] as const satisfies readonly StaffRole[]

export interface Colleague {
  id: string
  /** Their own id, and those of records merged into it. */
  ids: readonly string[]
  name: string
  office: string
}

/** Staff who work on cases of a place, by name. */
export const colleaguesAt = async (
  centre: string,
  path: readonly string[],
  at: Instant,
): Promise<Colleague[]> => {
  const holders = await passports.of(centre).find({
    where: {
      posts: command.in(path.flatMap((node) => workerRoles.map((role) => post(node, role)))),
    },
    limit: 200,
    fields: { person: true, roles: true },
  })
  return holders
    .filter((one) => holds(one, workerRoles, path, at))
    .map((one) => {
      const person: Facts = one.person
      const { id, name } = person
      return { id, ids: idsOf(person), name, office: officeOf(one, path, at) }
    })
    .sort((one, other) => one.name.localeCompare(other.name, 'zh'))
}

/** Of several cases all who may be given one of them. */
export const colleagues = procedure(feedback, 'colleagues', {
  load: ({ centre, input }) =>
    cases.of(centre).find({
      where: { _id: command.in(input.cases) },
      limit: input.cases.length,
      fields: { path: true, aboutStaff: true, sealed: true },
    }),
  place: () => anywhere,

  async run({ centre, caller, loaded, at }) {
    if (loaded.length === 0) return fail('NotFound')
    const mine = loaded.filter(
      ({ path, sealed, aboutStaff }) =>
        !sealed &&
        holds(caller, workerRoles, path, at) &&
        !idsOf(caller.person).some((id) => id === aboutStaff),
    )
    const nodes = [...new Set(mine.flatMap(({ path }) => path))]
    if (nodes.length === 0) return { people: [] }
    const about = mine.map(({ aboutStaff }) => aboutStaff)
    const people = await colleaguesAt(centre, nodes, at)
    return {
      people: people
        .filter(({ ids }) => !about.every((one) => one !== null && ids.includes(one)))
        .map(({ id, name, office }) => ({ id, name, office })),
    }
  },
})
