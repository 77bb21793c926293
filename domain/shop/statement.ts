import type { Fen } from '@/types/shared/fen'
import { movements, type Movement, type StatementLine } from '@/types/shop'

interface Line {
  readonly movement: Movement
  /** What moved; null for what never was in the shop. */
  readonly goods: string | null
  /** The entry that this one takes back, or brings back. */
  readonly of: string | null
  readonly quantity: number
  readonly points: number
  readonly fen: Fen
}

/**
 * Lines of the ledger in sums, in the order of the movements; those that did not occur are left out. What was lent and
 * came back is one loan, not two; what was bought for people moves no stock.
 */
export const statementOf = (lines: readonly Line[]): StatementLine[] =>
  movements.flatMap((movement) => {
    const all = lines.filter((line) => line.movement === movement)
    const isReturn = ({ of }: Line) => movement === 'convenienceService' && of !== null
    const of = all.filter((line) => !isReturn(line))
    const moved = of.filter(({ goods }) => goods !== null)
    return all.length === 0
      ? []
      : [
          {
            movement,
            times: of.length,
            quantity: moved.reduce((sum, { quantity }) => sum + quantity, 0),
            broughtBack: all.filter(isReturn).reduce((sum, { quantity }) => sum + quantity, 0),
            points: of.reduce((sum, { points }) => sum + points, 0),
            fen: of.reduce((sum, { fen }) => sum + fen, 0),
          },
        ]
  })
