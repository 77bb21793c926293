import { stands } from '@/domain/canteen/service'
import { canteen } from '@/types/canteen'
import { dayOf } from '@/types/shared/day'
import { fail, found } from '../kit/failure'
import { holds } from '../kit/passport'
import { procedure } from '../kit/procedure'
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
    const lines = carried
      .map((entry) => {
        const guest = guests.get(entry[1].person ?? '')
        const line = { ...lineOf(service, guests, entry), phone: guest?.phone ?? null }
        return { building: guest?.buildingName ?? '', line }
      })
      .sort((a, b) => inOrder(a.line, b.line))
    const buildings = [...new Set(lines.map(({ building }) => building))].sort((a, b) =>
      a.localeCompare(b, 'zh', { numeric: true }),
    )
    return {
      service: serviceOf(service, operatorIn(tariff), pictures),
      buildings: buildings.map((building) => ({
        building,
        items: lines.filter((one) => one.building === building).map(({ line }) => line),
      })),
    }
  },
})
