import { counterPortions, orderedPortions } from '@/domain/canteen/service'
import { planOf } from '@/domain/canteen/plan'
import { canteen } from '@/types/canteen'
import { addDays, daysBetween } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { fail } from '../kit/failure'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { picturesOf, serviceOf } from './show'
import { menuFields, operatorIn, services as store, tariffOf } from './store'

const { roles } = canteen.procedures.services.may

/** A month, and the week on either side of it that a calendar shows. */
const mostDays = 45
const mostServices = 300

/** What the caller's nodes cook, drafts among it. */
export const services = procedure(canteen, 'services', {
  place: () => anywhere,

  async run({ centre, caller, input: { from, to }, at }) {
    if (to < from || daysBetween(from, to) >= mostDays) fail('PeriodTooLong', { days: mostDays })
    const [all, tariff] = await Promise.all([
      store.of(centre).find({
        where: { day: command.gte(from).and(command.lt(addDays(to, 1))) },
        order: [['day', 'asc']],
        limit: mostServices,
        fields: menuFields,
      }),
      tariffOf(centre),
    ])
    const nodes = nodesOf(caller, roles, at)
    const mine = all
      .filter(({ path }) => path.some((node) => nodes.includes(node)))
      .sort((a, b) => a.startsAt - b.startsAt)
    const pictures = await picturesOf(mine)
    return {
      items: mine.map((service) => {
        const offers = Object.values(service.offers)
        const sum = (part: (offer: (typeof offers)[number]) => number) =>
          offers.reduce((total, offer) => total + part(offer), 0)
        return {
          ...serviceOf(service, operatorIn(tariff), pictures),
          ordered: sum(orderedPortions),
          portions: sum(({ portions }) => portions),
          counterLeft: sum((offer) => counterPortions(service, offer, at)),
          counterPercent: service.counterPercent,
          plan: planOf(service.offers),
          node: service.node,
          rev: service.rev,
        }
      }),
    }
  },
})
