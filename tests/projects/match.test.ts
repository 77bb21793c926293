import fc from 'fast-check'
import {
  decideDonation,
  decideExpense,
  decideReversal,
  matchOf,
  newFund,
  totalOf,
  type Fund,
  type FundDecision,
  type FundEntry,
} from '@/domain/projects/match'
import { statementSheet } from '@/domain/projects/statement'
import type { FundLine, MatchRule } from '@/types/projects'
import '../support/properties'
import { fundRule } from './building'

const at = Date.parse('2026-11-21T08:00:00+08:00')

it('states a long fund on so many lines as fit, the older ones as one, to the same sums', () => {
  const line = (n: number): FundLine => ({
    ...{ id: `l${n}`, kind: 'donation', own: 100, matched: 50, spent: 0, day: '2026-11-20' },
    ...{ title: `第 ${n} 笔`, because: null, at: at + n },
  })
  const lines = Array.from({ length: 4000 }, (_, n) => line(n))
  const sums = { own: 400_000, matched: 200_000, spent: 0, balance: 600_000, left: 0 }
  // In whatever order they were read.
  const read = [...lines].reverse()
  const sheet = statementSheet({ title: '楼道换灯', rule: fundRule(), sums }, read, at)
  const rows = sheet.tables.flatMap((table) => table.rows)
  expect(rows).toHaveLength(1002)
  expect(rows[0]).toEqual(['', '以前', '更早的合在一起', '3000.00', '1500.00', ''])
  expect(rows[1]?.[2]).toBe('第 3000 笔')
  expect(rows.at(-1)?.slice(3)).toEqual(['4000.00', '2000.00', '0.00'])
  const two = { ...sums, own: 200, matched: 100 }
  const few = statementSheet(
    { title: '楼道换灯', rule: fundRule(), sums: two },
    lines.slice(0, 2),
    at,
  )
  expect(few.tables.flatMap((table) => table.rows)).toHaveLength(3)
})

describe('what is matched', () => {
  it.each([
    ['half of it', 10_000, {}, 50_000, 5000],
    ['rounded down to a whole fen', 333, {}, 50_000, 166],
    ['two thirds of one fen is none', 1, { numerator: 2, denominator: 3 }, 50_000, 0],
    ['no more than for one donation', 100_000, {}, 50_000, 10_000],
    ['no more than is left', 10_000, {}, 4999, 4999],
    ['nothing once all is gone', 10_000, {}, 0, 0],
    ['nothing before its time', 10_000, { from: '2026-11-21' }, 50_000, 0],
    ['nothing after it', 10_000, { until: '2026-11-19' }, 50_000, 0],
    ['on its last day', 10_000, { until: '2026-11-20' }, 50_000, 5000],
    ['as much again', 10_000, { numerator: 1, denominator: 1 }, 50_000, 10_000],
  ] as [string, number, Partial<MatchRule>, number, number][])('%s', (_, fen, rule, left, to) => {
    expect(matchOf(fundRule(rule), left, { fen, day: '2026-11-20' })).toBe(to)
  })
})

/** What the database would make of a step. */
const after = (fund: Fund, id: string, { step, made }: Extract<FundDecision, { step: object }>) => {
  const changed: Record<string, unknown> = { ...fund, open: { ...fund.open, [id]: made } }
  for (const [field, by] of Object.entries(step.change.inc ?? {}))
    changed[field] = (changed[field] as number) + by
  return changed as unknown as Fund
}

it('never goes over the cap nor below nothing, and its sums are those of its entries, to the fen', () => {
  const acts = fc.array(
    fc.record({
      kind: fc.constantFrom('give', 'give', 'spend', 'back'),
      fen: fc.integer({ min: 1, max: 40_000 }),
      of: fc.nat(30),
    }),
    { maxLength: 30 },
  )
  const ratio = fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }))
  fc.assert(
    fc.property(acts, ratio, (played, [numerator, denominator]) => {
      let fund = newFund(fundRule({ numerator, denominator }))
      const entries: [string, FundEntry][] = []
      const common = { receiptNo: '', day: '2026-11-20', by: 'dl_p1', at }
      played.forEach(({ kind, fen, of }, n) => {
        const key = `k${n}`
        const target = entries[of % Math.max(entries.length, 1)]
        const id = kind === 'back' ? `${target?.[0]}-back` : key
        const decision =
          kind === 'give'
            ? decideDonation(fund, id, {
                ...{ ...common, key, fen, person: null, name: null },
                ...{ unit: false, named: false, how: 'cash' },
              })
            : kind === 'spend'
              ? decideExpense(fund, id, { ...common, key, fen, what: '灯', photo: null })
              : target &&
                decideReversal(fund, id, target[1], {
                  ...{ of: target[0], because: '记错', key, by: 'dl_p1', at },
                })
        if (decision?.outcome !== 'change') return
        fund = after(fund, id, decision)
        entries.push([id, decision.made])
        expect(fund.matched).toBeLessThanOrEqual(fund.rule.cap)
        expect(fund.left).toBe(fund.rule.cap - fund.matched)
        expect(fund.balance).toBeGreaterThanOrEqual(0)
      })
      expect(totalOf(entries.map(([, entry]) => entry))).toEqual({
        own: fund.own,
        matched: fund.matched,
        spent: fund.spent,
        balance: fund.balance,
      })
    }),
  )
})
