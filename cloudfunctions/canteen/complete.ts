import { touched } from '@/domain/shared/step'
import { calledOff } from '@/domain/canteen/ordering'
import { isOver, notCollected } from '@/domain/canteen/serving'
import { stands, type Claim } from '@/domain/canteen/service'
import type { Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { OutcomeUnknown } from '../kit/failure'
import { tell } from '../notices/outbox'
import { take } from '../kit/step'
import { keep, keepAll } from './record'
import { giveMoneyBack } from './refunds'
import { services, wholeService, type ServiceDoc } from './store'
import { telling } from './told'

type Entry = readonly [order: string, claim: Claim]

/** Claims that go into one request. */
const batch = 50

const batches = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / batch) }, (_, i) =>
    items.slice(i * batch, (i + 1) * batch),
  )

/** Paid by WeChat and ended without a meal. */
const owedMoney = ({ state, paidBy }: Claim): boolean =>
  paidBy === 'wechat' && (state === 'cancelled' || state === 'calledOff')

/** Writes what follows from one changed claim: its record, money that goes back, and the notice. */
export const finish = async (
  service: ServiceDoc,
  order: string,
  claim: Claim,
  at: Instant,
): Promise<void> => {
  await keep(service, order, claim)
  if (owedMoney(claim)) await giveMoneyBack(service.centre, order, at)
  await tell(service.centre, noticesOf(service, [[order, claim]], at))
}

const noticesOf = (service: ServiceDoc, claims: readonly Entry[], at: Instant) =>
  claims.flatMap(([order, claim]) =>
    claim.owed === null || claim.owed === 'record'
      ? []
      : telling(service, claim.owed, order, claim, at),
  )

/**
 * Writes all that a service still owes: orders that ended with it, records, notices and money of claims. Safe to repeat
 * and to cut off: what is owed is struck off only when it is written and its claim did not change meanwhile.
 */
export const complete = async (centre: string, id: string, at: Instant): Promise<void> => {
  let service = await wholeService(centre, id)
  if (!service) return
  const over = !service.ended && isOver(service, at)
  const end = service.state === 'calledOff' ? calledOff : over ? notCollected : null
  if (end && (await moveAll(service, end))) service = await wholeService(centre, id)
  if (!service) return

  if (!(await spread(service, at))) return
  const owing = Object.entries(service.claims).filter(([, { owed }]) => owed !== null)
  let struck = true
  for (const some of batches(owing)) {
    await keepAll(service, some)
    for (const [order, claim] of some) if (owedMoney(claim)) await giveMoneyBack(centre, order, at)
    await tell(centre, noticesOf(service, some, at))
    struck = (await strikeOff(service, some)) && struck
  }
  if (!struck) return
  const waits = Object.values(service.claims).some(
    ({ state, askAt }) => state === 'placed' || state === 'paying' || askAt !== null,
  )
  const ended = isOver(service, at) && !waits
  if (!service.owes && ended === service.ended) return
  await attempt(() =>
    services
      .of(centre)
      .change(id, { owes: false, ended }, { seq: service.seq, state: service.state }),
  )
}

/** A missed guard or a lost reply is left to the next sweep, which begins by reading. */
const attempt = async (change: () => Promise<boolean>): Promise<boolean> => {
  try {
    return await change()
  } catch (error) {
    if (!(error instanceof OutcomeUnknown)) throw error
    return false
  }
}

/** Tells everybody who ordered before a change of its time or place, once. False when it changed again meanwhile. */
const spread = async (service: ServiceDoc, at: Instant): Promise<boolean> => {
  const { _id, centre, claims, news } = service
  if (!news) return true
  const expecting = Object.entries(claims).filter(
    ([, claim]) => claim.at < news.at && stands(claim) && claim.state !== 'served',
  )
  for (const some of batches(expecting))
    await tell(
      centre,
      some.flatMap(([order, claim]) => telling(service, 'mealChanged', order, claim, at, news.key)),
    )
  return attempt(() =>
    services.of(centre).change(_id, { news: command.set(null) }, { 'news.key': news.key }),
  )
}

/** Moves all claims that a rule ends, as long as none of them changed meanwhile. True when any moved. */
const moveAll = async (
  { _id, centre, claims }: ServiceDoc,
  end: (claim: Claim) => Claim | null,
): Promise<boolean> => {
  const ending = Object.entries(claims).flatMap(([order, claim]) => {
    const next = end(claim)
    return next ? [[order, next] as const] : []
  })
  for (const some of batches(ending))
    await attempt(() =>
      take(services.of(centre), _id, {
        guard: { equal: versionsOf(some.map(([order]) => [order, claims[order]!])) },
        change: {
          set: {
            ...touched.set,
            ...Object.fromEntries(some.map(([order, next]) => [`claims.${order}`, next])),
          },
          inc: touched.inc,
        },
      }),
    )
  return ending.length > 0
}

const versionsOf = (claims: readonly Entry[]) =>
  Object.fromEntries(claims.map(([order, { version }]) => [`claims.${order}.version`, version]))

const strikeOff = ({ _id, centre }: ServiceDoc, claims: readonly Entry[]): Promise<boolean> =>
  attempt(() =>
    services.of(centre).change(
      _id,
      Object.fromEntries(
        claims.flatMap(([order]) => [
          [`claims.${order}.owed`, command.set(null)],
          [`claims.${order}.price`, command.set(null)],
        ]),
      ),
      versionsOf(claims),
    ),
  )
