import { ageOn } from '@/domain/residents/age'
import { isVerified } from '@/domain/residents/verification'
import type { Day, Instant } from '@/types/shared/day'
import type { Fen } from '@/types/shared/fen'

/** People from an age on pay `percent` of the price, once they have given `hours` of confirmed volunteer time. */
export interface Band {
  fromAge: number
  percent: number
  hours: number
}

/** A price table: for meals from a day on, as far as it was known when the order was placed. */
export interface PriceRule {
  id: string
  from: Day
  enteredAt: Instant
  bands: readonly Band[]
  /** Gross per person and service, in fen, that the discount covers. */
  cap: Fen
}

/** The bands of the canteen's opening (seed 004); the centre's own tables follow it. */
export const firstRule: PriceRule = {
  id: 'first',
  from: '2000-01-01',
  enteredAt: 946_684_800_000,
  bands: [
    { fromAge: 60, percent: 80, hours: 0 },
    { fromAge: 70, percent: 70, hours: 0 },
    { fromAge: 80, percent: 60, hours: 0 },
    { fromAge: 90, percent: 50, hours: 0 },
  ],
  cap: 3000,
}

/** Whether each band begins later than the one before and asks for no more: whoever is older never pays more. */
export const bandsInOrder = (bands: readonly Pick<Band, 'fromAge' | 'percent'>[]): boolean =>
  bands.every((band, i) => {
    const before = bands[i - 1]
    return !before || (before.fromAge < band.fromAge && before.percent >= band.percent)
  })

/** The table for a meal of `day`, as known at `orderedAt`: of those in force, the one that begins last; entered again, the later entry. */
export const ruleFor = (rules: readonly PriceRule[], day: Day, orderedAt: Instant): PriceRule =>
  rules
    .filter(({ from, enteredAt }) => from <= day && enteredAt <= orderedAt)
    .reduce(
      (best, rule) =>
        rule.from > best.from || (rule.from === best.from && rule.enteredAt >= best.enteredAt)
          ? rule
          : best,
      firstRule,
    )

/** What the price asks of the person who eats. */
export interface Eater {
  birthDate: Day | null
  verifiedUntil: Day | null
  /** Confirmed minutes in the 12 months before the order. */
  minutes: number
}

/** Why somebody pays what they pay; `missing` is in hours, rounded up. */
export type Reason =
  | { kind: 'discount'; age: number; percent: number }
  | { kind: 'tooYoung'; age: number }
  | { kind: 'notVerified' }
  | { kind: 'hoursMissing'; age: number; missing: number }
  | { kind: 'unknown' }

/**
 * Age counts on the day of the meal, verification on the day of ordering. `null` is somebody nobody has asked: full price.
 */
export const reasonFor = (
  { bands }: PriceRule,
  eater: Eater | null,
  meal: Day,
  today: Day,
): Reason => {
  if (!eater) return { kind: 'unknown' }
  if (eater.birthDate === null || !isVerified(eater.verifiedUntil, today))
    return { kind: 'notVerified' }
  const age = ageOn(eater.birthDate, meal)
  const band = bands
    .filter(({ fromAge }) => fromAge <= age)
    .reduce<Band | null>((best, one) => (best && best.fromAge > one.fromAge ? best : one), null)
  if (!band || band.percent === 100) return { kind: 'tooYoung', age }
  const missing = band.hours * 60 - eater.minutes
  if (missing > 0) return { kind: 'hoursMissing', age, missing: Math.ceil(missing / 60) }
  return { kind: 'discount', age, percent: band.percent }
}

/** The percent of the price that a reason makes. */
export const percentOf = (reason: Reason): number =>
  reason.kind === 'discount' ? reason.percent : 100

export interface Portions {
  dish: string
  /** Of one portion, in fen. */
  price: Fen
  portions: number
  discountable: boolean
}

/** What of a person's discount at a service is used up by other orders: dishes, and gross under the cap. */
export interface Used {
  dishes: readonly string[]
  gross: Fen
}

export const unused: Used = { dishes: [], gross: 0 }

export interface PricedLine {
  dish: string
  portions: number
  gross: Fen
  subsidy: Fen
  pays: Fen
}

export interface Priced {
  lines: PricedLine[]
  gross: Fen
  subsidy: Fen
  pays: Fen
  /** What this order uses up of the person's discount. */
  uses: Used
}

/**
 * The price of an order. The discount covers one portion of each dish, in the order of the lines, until the cap is
 * reached; the rest is at full price. The subsidy is rounded half up once for the order, leaves each covered portion at
 * least 1 fen to pay, and is shared among the lines by largest remainder under the same limit; ties go to the earlier line.
 */
export const priceOf = (
  lines: readonly Portions[],
  percent: number,
  cap: Fen,
  used: Used = unused,
): Priced => {
  const covered = coverage(lines, percent, cap, used)
  const shares = share(covered, 100 - percent)
  const priced = lines.map(({ dish, price, portions }, i) => {
    const gross = price * portions
    const subsidy = shares[i] ?? 0
    return { dish, portions, gross, subsidy, pays: gross - subsidy }
  })
  const total = (part: (line: PricedLine) => Fen) => priced.reduce((sum, one) => sum + part(one), 0)
  return {
    lines: priced,
    gross: total(({ gross }) => gross),
    subsidy: total(({ subsidy }) => subsidy),
    pays: total(({ pays }) => pays),
    uses: {
      dishes: lines.filter((_, i) => covered[i]! > 0).map(({ dish }) => dish),
      gross: covered.reduce((sum, one) => sum + one, 0),
    },
  }
}

/** Fen of each line that the discount covers. */
const coverage = (lines: readonly Portions[], percent: number, cap: Fen, used: Used): number[] => {
  const seen = new Set(used.dishes)
  let left = percent === 100 ? 0 : Math.max(0, cap - used.gross)
  return lines.map(({ dish, price, discountable }) => {
    if (!discountable || seen.has(dish)) return 0
    seen.add(dish)
    const taken = Math.min(price, left)
    left -= taken
    return taken
  })
}

/** Shares out `off` percent of the covered gross. All in whole numbers: no fraction of a fen is ever rounded twice. */
const share = (covered: readonly Fen[], off: number): Fen[] => {
  const gross = covered.reduce((sum, one) => sum + one, 0)
  const limits = covered.map((one) => Math.max(0, one - 1))
  const most = limits.reduce((sum, one) => sum + one, 0)
  const subsidy = Math.min(Math.floor((gross * off + 50) / 100), most)
  const shares = covered.map((one, i) => Math.min(Math.floor((one * off) / 100), limits[i]!))
  let left = subsidy - shares.reduce((sum, one) => sum + one, 0)
  const byRemainder = covered
    .map((one, i) => ({ i, remainder: (one * off) % 100 }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i)
  // A second round is needed only where the limit of a line held something back.
  while (left > 0)
    for (const { i } of byRemainder) {
      if (left === 0) break
      if (shares[i]! >= limits[i]!) continue
      shares[i]!++
      left--
    }
  return shares
}
