import type { Refusal } from '@/domain/shared/refusal'
import type { Step } from '@/domain/shared/step'
import { dayMs, dayOf, type Day, type Instant } from '@/types/shared/day'
import type { Fen } from '@/types/shared/fen'
import type { FundSums, HowGiven, MatchRule } from '@/types/projects'

/** One movement of a fund, as it is born. A reversal has the other's numbers below 0. */
export interface FundEntry {
  readonly kind: 'donation' | 'expense' | 'reversal'
  readonly own: Fen
  readonly matched: Fen
  readonly spent: Fen
  readonly person: string | null
  readonly name: string | null
  readonly unit: boolean
  readonly named: boolean
  readonly how: HowGiven | null
  readonly what: string | null
  readonly receiptNo: string
  readonly photo: string | null
  /** The entry that this one takes back. */
  readonly of: string | null
  readonly because: string | null
  readonly day: Day
  readonly by: string
  /** The tap that recorded it. */
  readonly key: string
  readonly at: Instant
}

/**
 * A fund in one document: sums = ledger + what is in `open`, always. `left` is what can still be matched: cap − matched.
 */
export interface Fund {
  readonly rule: MatchRule
  readonly rev: number
  readonly own: Fen
  readonly matched: Fen
  readonly spent: Fen
  readonly balance: Fen
  readonly left: Fen
  readonly open: Readonly<Record<string, FundEntry>>
  /** What left `open` lately: a repeated tap finds that it was done. */
  readonly done: Readonly<Record<string, Instant>>
}

/** A new fund, of which nothing is recorded. */
export const newFund = (rule: MatchRule): Fund => ({
  rule,
  rev: 0,
  own: 0,
  matched: 0,
  spent: 0,
  balance: 0,
  left: rule.cap,
  open: {},
  done: {},
})

/** Whether it is the same rule, typed again. */
export const isSameRule = (one: MatchRule, other: MatchRule): boolean =>
  (Object.keys(one) as (keyof MatchRule)[]).every((field) => one[field] === other[field])

export const sumsOf = ({ own, matched, spent, balance, left }: Fund): FundSums => ({
  own,
  matched,
  spent,
  balance,
  left,
})

/** What a donation is matched with: whole fen, rounded down, within its own cap, that of all, and its time. */
export const matchOf = (
  { numerator, denominator, perDonation, from, until }: MatchRule,
  left: Fen,
  { fen, day }: { fen: Fen; day: Day },
): Fen =>
  day < from || day > until
    ? 0
    : Math.max(0, Math.min(Math.floor((fen * numerator) / denominator), perDonation, left))

export type FundDecision =
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  | { readonly outcome: 'same' }
  | { readonly outcome: 'change'; readonly step: Step; readonly made: FundEntry }

const refused = (code: string): FundDecision => ({ outcome: 'refused', refusal: { code } })

const wasDone = ({ open, done }: Fund, id: string): boolean => id in open || id in done

/** An entry is born, and all sums with it. What is taken out has to be there; what is matched has to be left. */
const born = (id: string, entry: FundEntry, limits: Step['guard']): FundDecision => {
  const { own, matched, spent } = entry
  return {
    outcome: 'change',
    made: entry,
    step: {
      guard: { ...limits, missing: [`open.${id}`, `done.${id}`] },
      change: {
        set: { owes: true, [`open.${id}`]: entry },
        inc: { own, matched, spent, balance: own + matched - spent, left: 0 - matched, rev: 1 },
      },
    },
  }
}

/** So much is there, and so much is still there when it is written. */
const atLeast = (field: 'balance' | 'left', fen: Fen): Step['guard'] => ({
  above: { [field]: fen - 1 },
})

interface Giving extends Pick<
  FundEntry,
  'person' | 'name' | 'unit' | 'named' | 'how' | 'receiptNo' | 'day' | 'by' | 'key' | 'at'
> {
  readonly fen: Fen
}

/**
 * A donation with what is matched of it. As long as all of it can be matched, others at the same time do no harm; the
 * last that is matched only in part holds to what was left when it was read.
 */
export const decideDonation = (
  fund: Fund,
  id: string,
  { fen, ...giving }: Giving,
): FundDecision => {
  if (wasDone(fund, id)) return { outcome: 'same' }
  if (giving.day > dayOf(giving.at)) return refused('InFuture')
  const whole = matchOf(fund.rule, Number.MAX_SAFE_INTEGER, { fen, day: giving.day })
  const matched = matchOf(fund.rule, fund.left, { fen, day: giving.day })
  const entry: FundEntry = {
    kind: 'donation',
    ...{ own: fen, matched, spent: 0 },
    ...giving,
    ...{ what: null, photo: null, of: null, because: null },
  }
  return born(
    id,
    entry,
    matched === whole ? atLeast('left', matched) : { equal: { left: fund.left } },
  )
}

interface Spending extends Pick<
  FundEntry,
  'what' | 'receiptNo' | 'photo' | 'day' | 'by' | 'key' | 'at'
> {
  readonly fen: Fen
}

export const decideExpense = (
  fund: Fund,
  id: string,
  { fen, ...spending }: Spending,
): FundDecision => {
  if (wasDone(fund, id)) return { outcome: 'same' }
  if (spending.day > dayOf(spending.at)) return refused('InFuture')
  if (fund.balance < fen) return refused('NotEnough')
  const entry: FundEntry = {
    kind: 'expense',
    ...{ own: 0, matched: 0, spent: fen },
    ...spending,
    ...{ person: null, name: null, unit: false, named: false, how: null },
    ...{ of: null, because: null },
  }
  return born(id, entry, atLeast('balance', fen))
}

interface Reversing extends Pick<FundEntry, 'because' | 'by' | 'key' | 'at'> {
  readonly of: string
}

/** Takes an entry back: what it was matched with can be matched again, by what is recorded from then on. */
export const decideReversal = (
  fund: Fund,
  id: string,
  first: FundEntry,
  { of, because, by, key, at }: Reversing,
): FundDecision => {
  if (wasDone(fund, id)) return { outcome: 'same' }
  if (first.kind === 'reversal') return refused('IsAReversal')
  const out = first.own + first.matched - first.spent
  if (fund.balance < out) return refused('NotEnough')
  const entry: FundEntry = {
    ...first,
    kind: 'reversal',
    ...{ own: 0 - first.own, matched: 0 - first.matched, spent: 0 - first.spent },
    ...{ of, because, by, key, at, day: dayOf(at) },
  }
  return born(id, entry, out > 0 ? atLeast('balance', out) : {})
}

/** What entries come to. */
export const totalOf = (
  entries: readonly Pick<FundEntry, 'own' | 'matched' | 'spent'>[],
): Omit<FundSums, 'left'> => {
  const sum = (of: 'own' | 'matched' | 'spent') =>
    entries.reduce((all, entry) => all + entry[of], 0)
  const [own, matched, spent] = [sum('own'), sum('matched'), sum('spent')]
  return { own, matched, spent, balance: own + matched - spent }
}

/** A repeat of a tap is over within a day. */
export const isOld = (left: Instant, at: Instant): boolean => at - left >= dayMs
