import { isElsewhere, menuOf, planRefusal, replanRefusal, timesOf } from '@/domain/canteen/plan'
import { canteen, type ServiceDraft } from '@/types/canteen'
import { refuseBadWords } from '../media/words'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import { Duplicate } from '../kit/database-errors'
import { fail, found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { holds } from '../kit/passport'
import { procedure } from '../kit/procedure'
import { take } from '../kit/step'
import { nodes, type NodeDoc } from '../residents/store'
import { dishes, services, slotOf, wholeService, type DishDoc, type ServiceDoc } from './store'

const { roles } = canteen.procedures.saveService.may

/**
 * Plans a meal, or changes one: orders that are there keep their portions and prices. Of another time or place the sweep
 * tells everybody who ordered.
 */
export const saveService = procedure(canteen, 'saveService', {
  load: async ({ centre, openid, input }) => {
    const id = input.service ?? hiddenId(centre, 's', openid, input.key)
    const [node, service] = await Promise.all([
      nodes.of(centre).get(input.draft.node, { path: true }),
      wholeService(centre, id),
    ])
    return { id, node, service }
  },
  place: ({ loaded }) => found(found(loaded).node).path,

  async run({ centre, openid, caller, loaded, input, at }) {
    const { key, draft, publish } = input
    const { id } = loaded
    const { path } = found(loaded.node)
    if (input.service !== undefined) {
      const { path: before } = found(loaded.service)
      if (!holds(caller, roles, before, at)) fail('NotAllowed')
    }
    if (loaded.service?.plannedBy === key) return { service: id, rev: loaded.service.rev }
    const refusal = planRefusal(draft, at)
    if (refusal) fail(refusal.code, refusal.data)
    await refuseBadWords(openid, [draft.placeName])
    const known = await dishesFor(centre, draft)

    return decide(async () => {
      const service = await wholeService(centre, id)
      if (service?.plannedBy === key) return { service: id, rev: service.rev }
      if (!service) {
        const planned = newService({ _id: id, centre, path, draft, key, publish }, known)
        return (await services.of(centre).insert(planned))
          ? { service: id, rev: planned.rev }
          : fail('MealTaken')
      }
      if (input.rev !== undefined && input.rev !== service.rev) fail('ChangedMeanwhile')
      if (service.state === 'calledOff' || service.ended) fail('InPast')
      const replan = replanRefusal(service, draft)
      if (replan) fail(replan.code, replan.data)
      const rev = service.rev + 1
      const menu = menuOf(draft, known, service.offers, service.state !== 'draft')
      if ('refusal' in menu) return fail(menu.refusal.code, menu.refusal.data)
      const listed = service.listed || publish
      const state = service.state === 'draft' && publish ? 'published' : service.state
      const news = service.orders > 0 && isElsewhere(service, draft) && { at, key }
      const set = {
        ...plan(draft, path, centre),
        ...{ ...menu, state, listed, rev, plannedBy: key },
        ...(news && { owes: true, news }),
      }
      try {
        const taken = await take(services.of(centre), id, {
          guard: { equal: { seq: service.seq, rev: service.rev } },
          change: { set, inc: { seq: 1 } },
        })
        return taken ? { service: id, rev } : again
      } catch (error) {
        if (error instanceof Duplicate) return fail('MealTaken')
        throw error
      }
    })
  },
})

/** The dishes a draft names, those that are still sold. */
export const dishesFor = async (
  centre: string,
  { offers }: Pick<ServiceDraft, 'offers'>,
): Promise<ReadonlyMap<string, DishDoc>> => {
  const documents = await dishes.of(centre).find({
    where: { _id: command.in(offers.map(({ dish }) => dish)) },
    limit: offers.length,
  })
  return new Map(documents.filter(({ retired }) => !retired).map((dish) => [dish._id, dish]))
}

/** What a draft says of a service, besides its menu. */
const plan = (draft: ServiceDraft, path: NodeDoc['path'], centre: string) => {
  const { day, meal, cutOff, placeName, node, kinds, counterPercent } = draft
  return {
    day,
    meal,
    cutOff,
    placeName,
    node,
    kinds,
    counterPercent,
    slot: slotOf(centre, draft),
    path,
    ...timesOf(draft),
  }
}

interface Planning {
  _id: string
  centre: string
  path: readonly string[]
  draft: ServiceDraft
  key: string
  publish: boolean
}

/** A service nobody has ordered at. */
export const newService = (
  { _id, centre, path, draft, key, publish }: Planning,
  known: ReadonlyMap<string, DishDoc>,
): ServiceDoc => {
  const menu = menuOf(draft, known)
  if ('refusal' in menu) return fail(menu.refusal.code, menu.refusal.data)
  return {
    _id,
    centre,
    v: 1,
    ...plan(draft, path, centre),
    ...menu,
    rev: 1,
    seq: 1,
    state: publish ? 'published' : 'draft',
    listed: publish,
    plannedBy: key,
    claims: {},
    uses: {},
    orders: 0,
    twice: [],
    refusedScans: [],
    owes: false,
    ended: false,
    folded: false,
    off: null,
    news: null,
  }
}
