import type { Refusal } from '@/domain/shared/refusal'
import type { Instant } from '@/types/shared/day'
import type { Stock } from './stock'

/** What was counted of one kind of goods, beside what the ledger said at that moment. */
export interface CountedLine {
  readonly name: string
  readonly unit: string
  readonly expected: number | null
  readonly counted: number | null
  readonly by: string | null
  readonly at: Instant | null
}

export const notCounted = (name: string, unit: string): CountedLine => ({
  ...{ name, unit },
  ...{ expected: null, counted: null, by: null, at: null },
})

/** What is in the shop by the books: what is promised lies there too. */
export const expectedOf = ({ left, kept }: Pick<Stock, 'left' | 'kept'>): number => left + kept

/** What is to be added to the books; movements since the count stay as they are. */
export const differenceOf = ({ expected, counted }: CountedLine): number =>
  expected === null || counted === null ? 0 : counted - expected

/** Why a stock-taking cannot be closed by somebody, by all ids of theirs; or null. */
export const closeRefusal = (
  lines: Readonly<Record<string, CountedLine>>,
  ids: readonly string[],
): Refusal | null => {
  const all = Object.values(lines)
  const open = all.filter(({ counted }) => counted === null)
  if (open.length > 0) return { code: 'NotAllCounted', data: { more: open.length } }
  return all.some(({ by }) => by !== null && ids.includes(by)) ? { code: 'NotYourself' } : null
}

/** The goods of which more is promised than was found: somebody has to be told first. */
export const promisedMissing = (
  lines: Readonly<Record<string, CountedLine>>,
  leftOf: (goods: string) => number,
): string[] =>
  Object.entries(lines)
    .filter(([goods, line]) => leftOf(goods) + differenceOf(line) < 0)
    .map(([, { name }]) => name)
