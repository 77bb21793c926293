import type { Refusal } from '@/domain/shared/refusal'
import type { Step } from '@/domain/shared/step'
import type { Day, Instant } from '@/types/shared/day'
import type { ShiftKind } from '@/types/volunteers'

/** Points that were spent, returned, or moved between the balances of records that became one. */
export interface PointMove {
  /** Below 0 was spent. */
  points: number
  what: string
  at: Instant
  /** The id whose balance is given what left this one; null for what was spent or returned. */
  to: string | null
  /** Half of a move between the balances of one person, which nobody needs to see. */
  merged?: true
}

/**
 * The points of a balance. What is there is never below 0: what a correction of hours takes back beyond it is owed, and
 * the next points pay it first. points − debt = ledger + what is open, always.
 */
export interface Points {
  rev: number
  /** Absent in balances of the time before there were points, as the two below. */
  points?: number
  debt?: number
  /** Moves by key. They stay here for a day, copied or not, so that a key within it spends once. */
  moves?: Readonly<Record<string, PointMove>>
}

/** How many points an hour gives, from a day on; kinds of shift may give more or less. */
export interface PointRule {
  from: Day
  perHour: number
  kinds: readonly { kind: ShiftKind; perHour: number }[]
}

/** Ten an hour, until a centre says otherwise. */
export const firstPointRule: PointRule = { from: '2000-01-01', perHour: 10, kinds: [] }

/** The rule in force on a day: the latest that has begun, of those of one day the last; null before the first. */
export const ruleOn = <Rule extends Pick<PointRule, 'from'>>(
  rules: readonly Rule[],
  day: Day,
): Rule | null =>
  rules.reduce<Rule | null>(
    (found, rule) => (rule.from <= day && (!found || rule.from >= found.from) ? rule : found),
    null,
  )

/**
 * Points an hour gives on a day. A rule begins tomorrow at the earliest, so that of one day all hours, and their
 * corrections, go by the same rule.
 */
export const perHourOn = (
  rules: readonly PointRule[],
  day: Day,
  kind: ShiftKind | null,
): number => {
  const inForce = ruleOn(rules, day) ?? firstPointRule
  return inForce.kinds.find((one) => one.kind === kind)?.perHour ?? inForce.perHour
}

/** Rules that are kept: one a month for 15 years. */
export const mostRules = 200

/**
 * The rules with one more, or why it cannot be. It takes the place of one that was to begin on the same day: that gave
 * nothing yet. What has begun stays, so that it can always be told which one gave some points.
 */
export const withRule = (
  rules: readonly PointRule[],
  rule: PointRule,
  today: Day,
): readonly PointRule[] | Refusal => {
  if (rule.from <= today) return { code: 'InPast' }
  const others = rules.filter(({ from }) => from !== rule.from)
  return others.length < mostRules ? [...others, rule] : { code: 'TooManyRules' }
}

/** Whole points for minutes, rounded towards zero. */
export const pointsFor = (minutes: number, perHour: number): number =>
  Math.trunc((minutes * perHour) / 60) || 0

/** What can be spent less what is owed. */
export const netOf = ({ points = 0, debt = 0 }: Omit<Points, 'rev'>): number => points - debt

/** A balance of so many points; below 0 they are owed. */
export const ofNet = (net: number): { points: number; debt: number } => ({
  points: Math.max(net, 0),
  debt: Math.max(-net, 0),
})

/** How long a move stays in its balance: no request, and no repeat of one, that did not ask the ledger lives longer. */
export const keptMs = 24 * 60 * 60_000

/** Whether a key that was used first at a moment is old enough for its move to have left the balance: half of `keptMs`. */
export const mayHaveLeft = (usedAt: Instant, at: Instant): boolean => at - usedAt >= keptMs / 2

/** The keys of moves that may leave the balance once they are copied. */
export const leaving = (moves: Points['moves'] = {}, at: Instant): string[] =>
  Object.entries(moves)
    .filter(([, move]) => at - move.at >= keptMs)
    .map(([key]) => key)

interface Spending {
  key: string
  points: number
  what: string
  at: Instant
}

/** Spends points, without having read the balance: once for a key, and only what is there. */
export const spend = ({ key, points, what, at }: Spending): Step => ({
  guard: { missing: [`moves.${key}`], above: { points: points - 1 } },
  change: {
    set: { owes: true, [`moves.${key}`]: { points: -points, what, at, to: null } },
    inc: { points: -points, rev: 1 },
  },
})

/** The key of what gives back a spending: there is one only, whoever returns it and how often. */
export const backOf = (key: string): string => `${key}-back`

/** Adds a move to a balance as it was read. */
export const moved = (balance: Points, key: string, move: PointMove): Step => ({
  guard: { equal: { rev: balance.rev }, missing: [`moves.${key}`] },
  change: {
    set: { owes: true, ...ofNet(netOf(balance) + move.points), [`moves.${key}`]: move },
    inc: { rev: 1 },
  },
})
