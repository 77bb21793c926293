import type { Refusal } from '@/domain/shared/refusal'
import { lastYear } from '@/domain/volunteers/hours'
import type { Day, Instant } from '@/types/shared/day'
import { dayOf } from '@/types/shared/day'
import {
  percentOf,
  priceOf,
  reasonFor,
  ruleFor,
  type PriceRule,
  type Reason,
  type Used,
} from './price'
import type { Offer, Quote } from './service'

/** Who eats, as far as the price asks. */
interface Diner {
  birthDate: Day | null
  verifiedUntil: Day | null
  minutes?: Readonly<Record<string, number>> | undefined
}

/** A dish and how many portions of it somebody wants. */
export interface Wanted {
  dish: string
  portions: number
}

/** Each dish once, in the order in which it was first named. */
export const once = (lines: readonly Wanted[]): Wanted[] => {
  const portions = new Map<string, number>()
  for (const line of lines) portions.set(line.dish, (portions.get(line.dish) ?? 0) + line.portions)
  return [...portions].map(([dish, number]) => ({ dish, portions: number }))
}

interface Menu {
  day: Day
  offers: Readonly<Record<string, Offer>>
}

/** Which price somebody pays for a meal of a day when it is ordered at a moment, and why. */
export const reasonNow = (
  rules: readonly PriceRule[],
  diner: Diner | null,
  day: Day,
  at: Instant,
): { rule: PriceRule; reason: Reason } => {
  const rule = ruleFor(rules, day, at)
  const today = dayOf(at)
  const eater = diner && { ...diner, minutes: lastYear(diner.minutes ?? {}, today) }
  return { rule, reason: reasonFor(rule, eater, day, today) }
}

/**
 * What dishes of a menu cost somebody, beside what their other orders have used of the discount. Each dish stands in one
 * line. Refuses dishes that are not on the menu.
 */
export const quoteFor = (
  menu: Menu,
  rules: readonly PriceRule[],
  diner: Diner | null,
  lines: readonly Wanted[],
  used: Used,
  at: Instant,
): { quote: Quote } | { refusal: Refusal } => {
  const wanted = once(lines)
  if (wanted.some(({ dish }) => !menu.offers[dish])) return { refusal: { code: 'NotOnTheMenu' } }
  const { rule, reason } = reasonNow(rules, diner, menu.day, at)
  const priced = priceOf(
    wanted.map((line) => {
      const { price, discountable } = menu.offers[line.dish]!
      return { ...line, price, discountable }
    }),
    percentOf(reason),
    rule.cap,
    used,
  )
  const named = priced.lines.map((line) => ({ ...line, name: menu.offers[line.dish]!.name }))
  return { quote: { ...priced, lines: named, reason, rule: rule.id } }
}
