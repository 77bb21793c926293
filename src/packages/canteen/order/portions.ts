/** Portions by dish. */
export type Portions = Readonly<Record<string, number>>

type Line = { dish: string; portions: number }

export const portionsOf = (lines: readonly Line[]): Portions =>
  Object.fromEntries(lines.map(({ dish, portions }) => [dish, portions]))

/** The lines of an order: what is wanted at all. */
export const linesOf = (portions: Portions): Line[] =>
  Object.entries(portions)
    .filter(([, wanted]) => wanted > 0)
    .map(([dish, wanted]) => ({ dish, portions: wanted }))
