/** Money is whole fen (¥0.01), never a fraction. */
export type Fen = number

/** 8.75 */
export const yuan = (amount: Fen): string => {
  const digits = String(Math.abs(amount)).padStart(3, '0')
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
