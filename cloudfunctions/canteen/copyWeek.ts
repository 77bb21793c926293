import { planOf } from '@/domain/canteen/plan'
import { canteen, type ServiceDraft } from '@/types/canteen'
import { dayMs, addDays, dayOf, daysBetween, timeOf } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { fail } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { dishesFor, newService } from './saveService'
import { menuFields, services, type ServiceDoc } from './store'

const { roles } = canteen.procedures.copyWeek.may

/** Seven days of meals at one place are 21; a centre has several places. */
const most = 200

/** Drafts for a week like another: dishes at their price of today. A meal that is planned already stays. */
export const copyWeek = procedure(canteen, 'copyWeek', {
  place: () => anywhere,

  async run({ centre, caller, input: { key, from, to }, at }) {
    const today = dayOf(at)
    if (addDays(to, 6) < today) fail('InPast')
    const nodes = nodesOf(caller, roles, at)
    const week = await services.of(centre).find({
      where: { day: command.gte(from).and(command.lt(addDays(from, 7))) },
      limit: most,
      fields: menuFields,
    })
    const mine = week.filter(
      ({ path, state }) => state !== 'calledOff' && path.some((node) => nodes.includes(node)),
    )
    if (mine.length === 0) fail('NothingToCopy')
    const drafts = mine
      .map((service) => ({ service, draft: draftLike(service, daysBetween(from, to)) }))
      .filter(({ draft: { day, endsAt } }) => `${day} ${endsAt}` > `${today} ${timeOf(at)}`)
    const known = await dishesFor(centre, { offers: drafts.flatMap(({ draft }) => draft.offers) })
    let planned = 0
    for (const { service, draft } of drafts) {
      const offers = draft.offers.filter(({ dish }) => known.has(dish))
      if (offers.length === 0) continue
      const copy = newService(
        {
          _id: hiddenId(centre, 's', key, service._id),
          centre,
          path: service.path,
          draft: { ...draft, offers },
          key,
          publish: false,
        },
        known,
      )
      if (await services.of(centre).insert(copy)) planned++
    }
    return { planned, skipped: mine.length - planned }
  },
})

/** What staff would enter for the same meal so many days later. */
const draftLike = (service: ServiceDoc, days: number): ServiceDraft => ({
  day: addDays(service.day, days),
  meal: service.meal,
  startsAt: timeOf(service.startsAt),
  endsAt: timeOf(service.endsAt),
  cutOff: service.cutOff + days * dayMs,
  placeName: service.placeName,
  node: service.node,
  kinds: [...service.kinds],
  counterPercent: service.counterPercent,
  offers: planOf(service.offers),
})
