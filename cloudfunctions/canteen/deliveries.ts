import { stands } from '@/domain/canteen/service'
import { canteen } from '@/types/canteen'
import { dayOf, instantOf, type Day } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { fail, found } from '../kit/failure'
import { holds } from '../kit/passport'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { nodes, type PersonDoc } from '../residents/store'
import { shifts } from '../volunteers/store'
import { guestsOf, inOrder, lineOf } from './lines'
import { picturesOf, serviceOf } from './show'
import { operatorIn, tariffOf, wholeService, type ServiceDoc } from './store'

const { roles } = canteen.procedures.queue.may

/** A day's shifts of one person are few. */
const mostShifts = 20

/** Whether somebody, under any of their ids, said they carry this meal today. */
const carries = async (
  centre: string,
  ids: readonly string[],
  service: Pick<ServiceDoc, '_id' | 'day'>,
  today: Day,
): Promise<boolean> => {
  if (service.day !== today) return false
  const mine = await Promise.all(
    ids.map((people) =>
      shifts.of(centre).find({
        where: { people, endsAt: command.gte(instantOf(today)) },
        limit: mostShifts,
        order: [['endsAt', 'asc']],
        fields: { kind: true, thing: true, state: true, startsAt: true },
      }),
    ),
  )
  return mine
    .flat()
    .some(
      ({ kind, thing, state, startsAt }) =>
        kind === 'delivery' &&
        thing === service._id &&
        state === 'open' &&
        dayOf(startsAt) === today,
    )
}

/** What is carried where. Doors and phones are seen by those who cook, and on the day itself by those who carry. */
export const deliveries = procedure(canteen, 'deliveries', {
  load: ({ centre, input }) => wholeService(centre, input.service),

  async run({ centre, caller, loaded, at }) {
    const service = found(loaded)
    const cooks = holds(caller, roles, service.path, at)
    if (!cooks && !(await carries(centre, idsOf(caller.person), service, dayOf(at))))
      fail('NotAllowed')
    const carried = Object.entries(service.claims).filter(
      ([, claim]) => claim.kind === 'delivery' && stands(claim),
    )
    const [guests, pictures, tariff] = await Promise.all([
      guestsOf(centre, carried),
      picturesOf([service]),
      tariffOf(centre),
    ])
    const labels = await labelsOf(centre, [...guests.values()].flatMap(buildingOf))
    const lines = carried
      .map((entry) => {
        const guest = guests.get(entry[1].person ?? '')
        const [home = ''] = guest ? buildingOf(guest) : []
        const line = { ...lineOf(service, guests, entry), phone: guest?.phone ?? null }
        return { building: labels.get(home) ?? '', line }
      })
      .sort((a, b) => inOrder(a.line, b.line))
    const buildings = [...new Set(lines.map(({ building }) => building))]
    return {
      service: serviceOf(service, operatorIn(tariff), pictures),
      buildings: buildings.map((building) => ({
        building,
        items: lines.filter((one) => one.building === building).map(({ line }) => line),
      })),
    }
  },
})

/** Somebody's building: the last node of their path, when they have a home. */
const buildingOf = ({ facts: { path } }: Pick<PersonDoc, 'facts'>): string[] =>
  path.length > 1 ? path.slice(-1) : []

/** Buildings with the name of their community: two communities may both have a number 12. */
const labelsOf = async (
  centre: string,
  buildings: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (buildings.length === 0) return new Map()
  const found = await nodes.of(centre).find({
    where: { _id: command.in([...new Set(buildings)]) },
    limit: buildings.length,
    fields: { label: true },
  })
  return new Map(found.map(({ _id, label }) => [_id, label]))
}
