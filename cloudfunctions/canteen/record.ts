import { portionsOf, type Claim } from '@/domain/canteen/service'
import { monthOf } from '@/types/shared/day'
import { repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { orders, type OrderRecord, type ServiceDoc } from './store'

type Of = Pick<ServiceDoc, '_id' | 'centre' | 'path' | 'day' | 'meal' | 'startsAt'>

/** What changes with the state of an order. */
const stateOf = (claim: Claim) => {
  const { version, state, changedBy, cancelledBy, paidBy, paidAttempt, attempts, askAt, handed } =
    claim
  return {
    ...{
      version,
      state,
      changedBy,
      cancelledBy,
      paidBy,
      paidAttempt,
      askAt,
      servedAt: handed?.at ?? null,
    },
    attempts: attempts.map(({ merchant, until }) => ({ merchant, until })),
  }
}

/** What changes with what is ordered. */
const contentOf = ({
  kind,
  note,
  cannotLeave,
  pays,
  price,
  ...claim
}: Claim & Pick<Priced, 'price'>) => ({
  kind,
  note,
  cannotLeave,
  lines: price.lines,
  portions: portionsOf(claim),
  gross: price.gross,
  subsidy: price.subsidy,
  pays,
  reason: price.reason,
  rule: price.rule,
})

type Priced = Claim & { price: NonNullable<Claim['price']> }

const hasPrice = (claim: Claim): claim is Priced => claim.price !== null

/** The full record a priced claim makes; made again, it is the same. */
const recordOf = (service: Of, _id: string, claim: Priced): OrderRecord => ({
  _id,
  centre: service.centre,
  v: 1,
  service: service._id,
  path: service.path,
  day: service.day,
  month: monthOf(service.day),
  meal: service.meal,
  startsAt: service.startsAt,
  person: claim.person,
  personName: claim.name,
  by: claim.by,
  byName: claim.byName,
  ...contentOf(claim),
  ...stateOf(claim),
  at: claim.at,
  refunds: [],
  refundOpen: false,
  refundMonths: [],
  held: [],
  rev: 1,
})

/** A record as its claim has it by now: the claim changes first. */
export const movedOn = (record: OrderRecord, claim: Claim | undefined): OrderRecord =>
  claim && claim.version > record.version
    ? { ...record, ...stateOf(claim), ...(hasPrice(claim) && contentOf(claim)) }
    : record

/** The record of a claim, which may not be written yet, and can be read when the claim no longer holds its price. */
export const recordFor = async (
  service: Of,
  order: string,
  claim: Claim,
): Promise<OrderRecord | null> =>
  hasPrice(claim) ? recordOf(service, order, claim) : orders.of(service.centre).get(order)

/**
 * Writes the record of an order, or moves the one that is there forward; one that is further on stays. A claim that no
 * longer holds its price was recorded before.
 */
export const keep = async (service: Of, order: string, claim: Claim): Promise<void> => {
  const store = orders.of(service.centre)
  const fresh = claim.version === 1 && hasPrice(claim)
  if (fresh && (await store.insert(recordOf(service, order, claim)))) return
  if ((await forward(service, order, claim)) || fresh || !hasPrice(claim)) return
  // The record was missing, unless it is written at this moment.
  if (!(await store.insert(recordOf(service, order, claim)))) await forward(service, order, claim)
}

const forward = ({ centre }: Of, order: string, claim: Claim): Promise<boolean> => {
  const changed = { ...stateOf(claim), ...(hasPrice(claim) && contentOf(claim)) }
  return repeat(() =>
    orders.of(centre).change(
      order,
      {
        ...changed,
        changedBy: command.set(changed.changedBy),
        cancelledBy: command.set(changed.cancelledBy),
        ...('reason' in changed && { reason: command.set(changed.reason) }),
      },
      { version: command.lt(claim.version) },
    ),
  )
}

/** Writes the records of many claims: the missing ones in one request. */
export const keepAll = async (
  service: Of,
  claims: readonly (readonly [order: string, claim: Claim])[],
): Promise<void> => {
  if (claims.length === 0) return
  const store = orders.of(service.centre)
  const known = await store.find({
    where: { _id: command.in(claims.map(([order]) => order)) },
    limit: claims.length,
    fields: { version: true },
  })
  const versions = new Map(known.map(({ _id, version }) => [_id, version]))
  await store.insertAll(
    claims.flatMap(([order, claim]) =>
      !versions.has(order) && hasPrice(claim) ? [recordOf(service, order, claim)] : [],
    ),
  )
  for (const [order, claim] of claims)
    if ((versions.get(order) ?? Infinity) < claim.version) await forward(service, order, claim)
}
