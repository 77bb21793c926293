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
  /** When it was counted. */
  readonly at: Instant | null
  /** Its difference is on the books. */
  readonly entered: boolean
}

export type CountedLines = Readonly<Record<string, CountedLine>>

export const notCounted = (name: string, unit: string): CountedLine => ({
  ...{ name, unit },
  ...{ expected: null, counted: null, by: null, at: null, entered: false },
})

/** What is in the shop by the books: what is promised lies there too. */
export const expectedOf = ({ left, kept }: Pick<Stock, 'left' | 'kept'>): number => left + kept

/** What was in the shop by the books at a moment gone by: what moved since, copied to the ledger or not, is taken off. */
export const expectedAt = (
  stock: Pick<Stock, 'left' | 'kept' | 'open'>,
  lines: readonly { readonly _id: string; readonly quantity: number; readonly at: Instant }[],
  moment: Instant,
): number => {
  const moves = new Map<string, { readonly quantity: number; readonly at: Instant }>([
    ...lines.map((line) => [line._id, line] as const),
    ...Object.entries(stock.open),
  ])
  const since = [...moves.values()].filter(({ at }) => at > moment)
  return since.reduce((sum, { quantity }) => sum - quantity, expectedOf(stock))
}

/** When something was counted: within the stock-taking and not after its number arrived, whatever the phone says. */
export const momentOf = (countedAt: Instant, startedAt: Instant, arrivedAt: Instant): Instant =>
  Math.max(startedAt, Math.min(countedAt, arrivedAt))

/** A number that was written down before the one that stands, or that stands already, changes nothing. */
export const countStands = (line: CountedLine, counted: number, moment: Instant): boolean =>
  line.at !== null && (line.at > moment || (line.at === moment && line.counted === counted))

/** What is to be added to the books; movements since the count stay as they are. */
export const differenceOf = ({ expected, counted }: CountedLine): number =>
  expected === null || counted === null ? 0 : counted - expected

/** What is counted and differs, and is not on the books yet. */
export const toEnter = (lines: CountedLines): [goods: string, line: CountedLine][] =>
  Object.entries(lines).filter(([, line]) => !line.entered && differenceOf(line) !== 0)

/** Why a stock-taking cannot be closed by somebody, by all ids of theirs; or null. */
export const closeRefusal = (lines: CountedLines, ids: readonly string[]): Refusal | null => {
  const all = Object.values(lines)
  const open = all.filter(({ counted }) => counted === null)
  if (open.length > 0) return { code: 'NotAllCounted', data: { more: open.length } }
  return all.some(({ by }) => by !== null && ids.includes(by)) ? { code: 'NotYourself' } : null
}

/** The goods of which more is promised than was found: somebody has to be told first. */
export const promisedMissing = (lines: CountedLines, leftOf: (goods: string) => number): string[] =>
  Object.entries(lines)
    .filter(([goods, line]) => leftOf(goods) + differenceOf(line) < 0)
    .map(([, { name }]) => name)
