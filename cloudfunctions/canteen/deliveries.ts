import { stands } from '@/domain/canteen/service'
import { carriedAs, carriedToday } from '@/domain/volunteers/carrying'
import { canteen } from '@/types/canteen'
import { dayOf } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { fail, found } from '../kit/failure'
import { holds } from '../kit/passport'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { nodes, type PersonDoc } from '../residents/store'
import { shifts } from '../volunteers/store'
import { guestsOf, inOrder, lineOf } from './lines'
import { picturesOf, serviceOf } from './show'
import { operatorIn, serviceIn, tariffOf, wholeService } from './store'

const { roles } = canteen.procedures.queue.may

/** The meal that a shift carries is that of its day, whenever it was planned. */
const ofShift = async (centre: string, id: string) => {
  const fields = { kind: true, carries: true, state: true, startsAt: true, people: true } as const
  const shift = found(await shifts.of(centre).get(id, fields))
  const carries = carriedAs(shift.kind, shift.carries)
  const service = carries && (await serviceIn(centre, { ...carries, day: dayOf(shift.startsAt) }))
  return { shift, service }
}

/** What is carried where. Doors and phones are seen by those who cook, and on the day itself by those who carry. */
export const deliveries = procedure(canteen, 'deliveries', {
  load: async ({ centre, input: { shift, service = '' } }) =>
    shift === undefined
      ? { shift: null, service: await wholeService(centre, service) }
      : ofShift(centre, shift),

  async run({ centre, caller, loaded: { shift, service }, at }) {
    if (shift) {
      const isOn = idsOf(caller.person).some((id) => shift.people.includes(id))
      if (!isOn || !carriedToday(shift, dayOf(at))) fail('NotAllowed')
      if (!service || service.state === 'draft') return fail('NoMealYet')
    } else if (!holds(caller, roles, found(service).path, at)) fail('NotAllowed')
    const meal = found(service)
    const carried = Object.entries(meal.claims).filter(
      ([, claim]) => claim.kind === 'delivery' && stands(claim),
    )
    const [guests, pictures, tariff] = await Promise.all([
      guestsOf(centre, carried),
      picturesOf([meal]),
      tariffOf(centre),
    ])
    const labels = await labelsOf(centre, [...guests.values()].flatMap(buildingOf))
    const lines = carried
      .map((entry) => {
        const guest = guests.get(entry[1].person ?? '')
        const [home = ''] = guest ? buildingOf(guest) : []
        const line = { ...lineOf(meal, guests, entry), phone: guest?.phone ?? null }
        return { building: labels.get(home) ?? '', line }
      })
      .sort((a, b) => inOrder(a.line, b.line))
    const buildings = [...new Set(lines.map(({ building }) => building))]
    return {
      service: serviceOf(meal, operatorIn(tariff), pictures),
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
