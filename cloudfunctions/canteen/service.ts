import { reasonNow } from '@/domain/canteen/quote'
import { ordersOf, stands } from '@/domain/canteen/service'
import { canteen, type FamilyMember, type Order } from '@/types/canteen'
import type { Instant } from '@/types/shared/day'
import { centreRecordOf } from '../centre/store'
import { command } from '../kit/cloud'
import { found } from '../kit/failure'
import type { Facts } from '../kit/passport'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { people } from '../residents/store'
import { recordFor } from './record'
import { operatorShown, orderOf, picturesOf, serviceOf } from './show'
import { operatorIn, orders, serviceFor, servicesFor, type ServiceDoc, type Tariff } from './store'

/** One meal, and for each of the caller's family what they pay and why, what they ordered, and what they had last. */
export const service = procedure(canteen, 'service', {
  load: async ({ centre, input }) => {
    const [priced, about] = await Promise.all([
      serviceFor(centre, input.service),
      centreRecordOf(centre),
    ])
    return { ...priced, callNumber: about?.phone ?? null }
  },

  async run({ caller, loaded, at }) {
    const { tariff } = loaded
    const bare = found(loaded.service)
    if (!bare.listed) found(null)
    const operator = operatorIn(tariff)
    const family = caller ? [caller.person, ...Object.values(caller.dependants)] : []
    const [members, pictures, shown] = await Promise.all([
      eatersAt(bare, tariff, family, at),
      picturesOf([bare]),
      operatorShown(operator),
    ])
    return {
      service: serviceOf(bare, operator, pictures),
      family: members.map((member) => ({ ...member, self: member.id === caller?.person.id })),
      operator: shown,
      callNumber: operator?.phone ?? loaded.callNumber,
    }
  },
})

/** What people pay at a meal and why, what they ordered there, and what they had last. */
export const eatersAt = async (
  { _id, centre, ...bare }: ServiceDoc,
  tariff: Tariff | null,
  family: readonly Facts[],
  at: Instant,
): Promise<Omit<FamilyMember, 'self'>[]> => {
  const ids = family.flatMap(idsOf)
  if (ids.length === 0) return []
  const known = found((await serviceFor(centre, _id, { persons: ids })).service)
  const mine = ordersOf(known.uses, ids)
  const [withClaims, homes, last] = await Promise.all([
    servicesFor(centre, mine.length ? [_id] : [], mine),
    homesOf(centre, ids),
    Promise.all(family.map((member) => lastMeal(centre, member, known))),
  ])
  const { claims } = withClaims.get(_id) ?? known
  const whole = { ...known, claims }
  return Promise.all(
    family.map(async (member, i) => ({
      id: member.id,
      name: member.name,
      reason: reasonFor(tariff, member, bare, at),
      again: last[i] ?? null,
      order: await standingOrder(whole, idsOf(member), at),
      homeName: homes.get(member.id) ?? null,
    })),
  )
}

const reasonFor = (
  tariff: Tariff | null,
  { birthDate, verifiedUntil, minutes }: Facts,
  { day }: Pick<ServiceDoc, 'day'>,
  at: Instant,
) => reasonNow(tariff?.tables ?? [], { birthDate, verifiedUntil, minutes }, day, at).reason

const homesOf = async (
  centre: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string | null>> => {
  if (ids.length === 0) return new Map()
  const records = await people.of(centre).find({
    where: { _id: command.in([...ids]) },
    limit: ids.length,
    fields: { homeName: true },
  })
  return new Map(records.map(({ _id, homeName }) => [_id, homeName]))
}

/** The last of a person's orders that still stands. */
const standingOrder = async (
  service: ServiceDoc,
  ids: readonly string[],
  at: Instant,
): Promise<Order | null> => {
  const order = ordersOf(service.uses, ids)
    .filter((one) => service.claims[one] && stands(service.claims[one]))
    .at(-1)
  const claim = order === undefined ? undefined : service.claims[order]
  if (order === undefined || !claim) return null
  const record = await recordFor(service, order, claim)
  return record && orderOf(service, record, at)
}

/** Orders before this meal that are looked at: the last ones may have been called off. */
const lookedAt = 3

/** What a person had the last time and how, as far as this meal has it. */
const lastMeal = async (
  centre: string,
  member: Facts,
  { offers, kinds, startsAt }: ServiceDoc,
): Promise<FamilyMember['again']> => {
  const before = await orders.of(centre).page({
    where: idsOf(member).map((person) => ({ person, startsAt: command.lt(startsAt) })),
    by: ['startsAt', 'desc'],
    limit: lookedAt,
    fields: {
      startsAt: true,
      state: true,
      lines: true,
      kind: true,
      note: true,
      cannotLeave: true,
    },
  })
  const eaten = before.documents.find(({ state }) => state === 'served' || state === 'placed')
  if (!eaten) return null
  const { note, cannotLeave } = eaten
  const lines = eaten.lines
    .filter(({ dish }) => offers[dish] && !offers[dish].soldOut && offers[dish].left > 0)
    .map(({ dish, portions }) => ({ dish, portions }))
  const kind = kinds.includes(eaten.kind) ? eaten.kind : kinds[0]
  return lines.length && kind !== undefined ? { lines, kind, note, cannotLeave } : null
}
