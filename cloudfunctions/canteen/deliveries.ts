import { stands } from '@/domain/canteen/service'
import { canteen } from '@/types/canteen'
import { dayOf } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { fail, found } from '../kit/failure'
import { holds } from '../kit/passport'
import { procedure } from '../kit/procedure'
import { nodes, type PersonDoc } from '../residents/store'
import { guestsOf, inOrder, lineOf } from './lines'
import { picturesOf, serviceOf } from './show'
import { operatorIn, tariffOf, wholeService } from './store'

const { roles } = canteen.procedures.queue.may

/** What is carried where. Helpers see doors and phones only on the day itself. */
export const deliveries = procedure(canteen, 'deliveries', {
  load: ({ centre, input }) => wholeService(centre, input.service),
  place: ({ loaded }) => found(loaded).path,

  async run({ centre, caller, loaded, at }) {
    const service = found(loaded)
    if (!holds(caller, roles, service.path, at) && service.day !== dayOf(at)) fail('NotAllowed')
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
