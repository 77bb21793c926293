import type { Fen } from '@/types/shared/fen'
import { movements, type Movement, type StatementLine } from '@/types/shop'

interface Line {
  readonly movement: Movement
  readonly quantity: number
  readonly points: number
  readonly fen: Fen
}

/** Lines of the ledger in sums, in the order of the movements; those that did not occur are left out. */
export const statementOf = (lines: readonly Line[]): StatementLine[] =>
  movements.flatMap((movement) => {
    const of = lines.filter((line) => line.movement === movement)
    return of.length === 0
      ? []
      : [
          {
            movement,
            times: of.length,
            quantity: of.reduce((sum, { quantity }) => sum + quantity, 0),
            points: of.reduce((sum, { points }) => sum + points, 0),
            fen: of.reduce((sum, { fen }) => sum + fen, 0),
          },
        ]
  })
