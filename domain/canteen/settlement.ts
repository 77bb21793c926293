import type { OrderState, PayChannel, Settlement } from '@/types/canteen'
import { dayOf, monthOf, type Instant } from '@/types/shared/day'
import type { Fen } from '@/types/shared/fen'
import { percentOf, type Reason } from './price'
import type { Twice } from './service'

/** Money that goes back, or went. */
export interface Repaid {
  /** A late payment never was part of an order: it comes and goes, and is not settled. */
  of: 'order' | 'late'
  amount: Fen
  channel: PayChannel
  /** In which it is settled. */
  month: string
  open: boolean
}

/** What a settlement needs of an order. */
export interface SettledOrder {
  month: string
  state: OrderState
  portions: number
  gross: Fen
  subsidy: Fen
  pays: Fen
  reason: Reason
  paidBy: PayChannel | null
  refunds: readonly Repaid[]
}

/** Money that goes back is settled in the month in which that is decided, and never before the meal itself. */
export const refundMonth = (mealMonth: string, at: Instant): string => {
  const now = monthOf(dayOf(at))
  return now < mealMonth ? mealMonth : now
}

/** A meal that was paid: handed over, still to be, or left behind. */
export const isSale = ({ state, paidBy }: Pick<SettledOrder, 'state' | 'paidBy'>): boolean =>
  paidBy !== null && (state === 'served' || state === 'placed' || state === 'notCollected')

/** Cooked, not collected and not paid. */
export const isWaste = ({ state, paidBy }: Pick<SettledOrder, 'state' | 'paidBy'>): boolean =>
  state === 'notCollected' && paidBy === null

/** Something may still happen to its part of a month, which cannot be closed then. */
export const isOpenIn = (
  month: string,
  { month: mealMonth, state, refunds }: Pick<SettledOrder, 'month' | 'state' | 'refunds'>,
): boolean =>
  (mealMonth === month && (state === 'placed' || state === 'paying')) ||
  refunds.some((one) => one.of === 'order' && one.month === month && one.open)

/**
 * The refund that takes the subsidy of an order back: nobody collected the meal, and nothing of its price is left paid.
 * Its month takes it back, whether or not the month of the meal is signed.
 */
export const subsidyBackBy = <R extends Repaid>({
  state,
  pays,
  refunds,
}: Pick<SettledOrder, 'state' | 'pays'> & { refunds: readonly R[] }): R | undefined => {
  const back = refunds.filter((one) => one.of === 'order')
  return state === 'notCollected' && back.length > 0 && sum(back, ({ amount }) => amount) >= pays
    ? back.at(-1)
    : undefined
}

/** What happened at the counters of a month that no order holds. */
export interface Counters {
  twice: readonly Pick<Twice, 'paidBy' | 'pays'>[]
}

export type Figures = Omit<Settlement, 'closed' | 'unsettled' | 'refusedScans'>

const channels: readonly PayChannel[] = ['cash', 'card', 'wechat']

/**
 * The sums of a month: of the orders whose meal lies in it, and of the refunds settled in it, whichever month their meal
 * lies in. Received by channel = paid for meals + paid for orders that ended without one.
 */
export const settle = (
  month: string,
  orders: readonly SettledOrder[],
  { twice }: Counters,
): Figures => {
  const mine = orders.filter((order) => order.month === month)
  const sales = mine.filter(isSale)
  const waste = mine.filter(isWaste)
  const refunds = orders
    .flatMap((order) => order.refunds)
    .filter((one) => one.of === 'order' && one.month === month)
  const unsubsidised = orders.filter((order) => subsidyBackBy(order)?.month === month)
  const percents = [...new Set(sales.map(({ reason }) => percentOf(reason)))].sort((a, b) => b - a)
  return {
    month,
    orders: sales.length,
    portions: sum(sales, ({ portions }) => portions),
    ...amounts(sales),
    bands: percents.map((percent) => {
      const some = sales.filter(({ reason }) => percentOf(reason) === percent)
      return { percent, orders: some.length, ...amounts(some) }
    }),
    channels: channels.flatMap((paidBy) => {
      const some = mine.filter((order) => order.paidBy === paidBy)
      return some.length ? [{ paidBy, orders: some.length, amount: sum(some, paid) }] : []
    }),
    refunds: channels.flatMap((paidBy) => {
      const some = refunds.filter(({ channel }) => channel === paidBy)
      return some.length
        ? [{ paidBy, orders: some.length, amount: sum(some, ({ amount }) => amount) }]
        : []
    }),
    waste: {
      orders: waste.length,
      portions: sum(waste, ({ portions }) => portions),
      gross: sum(waste, ({ gross }) => gross),
    },
    subsidyBack: {
      orders: unsubsidised.length,
      amount: sum(unsubsidised, ({ subsidy }) => subsidy),
    },
    servedTwice: twice.length,
    paidTwice: channels.flatMap((paidBy) => {
      const some = twice.filter((one) => one.paidBy === paidBy)
      return some.length
        ? [{ paidBy, orders: some.length, amount: sum(some, ({ pays }) => pays) }]
        : []
    }),
  }
}

const paid = ({ pays }: SettledOrder): Fen => pays

const sum = <T>(all: readonly T[], part: (one: T) => number): number =>
  all.reduce((total, one) => total + part(one), 0)

const amounts = (orders: readonly SettledOrder[]) => ({
  gross: sum(orders, ({ gross }) => gross),
  subsidy: sum(orders, ({ subsidy }) => subsidy),
  pays: sum(orders, paid),
})
