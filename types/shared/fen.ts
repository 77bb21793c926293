import * as v from 'valibot'

/** Money is whole fen (¥0.01), never a fraction. */
export type Fen = number

/** At most ¥10,000.00: nothing a canteen sells is dearer. */
export const fen = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000))

/** 8.75 */
export const yuan = (amount: Fen): string => {
  const digits = String(Math.abs(amount)).padStart(3, '0')
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
