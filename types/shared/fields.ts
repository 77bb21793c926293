import * as v from 'valibot'
import { isDay } from './day'

/** An id of ours: the centre's code, an underscore, then letters, digits, `_` and `-`. Never holds a dot, so it can name a field. */
export const id = v.pipe(
  v.string(),
  v.maxLength(160),
  v.regex(/^[a-z][a-z0-9]{1,7}_[A-Za-z0-9_-]+$/),
)

/** The code of a centre: it begins every id. */
export const centreCode = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]{1,7}$/))

/** Made once when a form opens and kept until it is answered, so that the same tap sent five times is one act. */
export const idempotencyKey = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,40}$/))

/** A calendar day that exists. */
export const day = v.pipe(v.string(), v.check(isDay))

/** Milliseconds since 1970, between the years 2000 and 2200. */
export const instant = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(946_684_800_000),
  v.maxValue(7_258_118_400_000),
)

/** HH:mm */
export const time = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/))

/** One line a person typed: trimmed, not empty, without control characters. */
export const line = (most: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most), v.regex(/^[^\p{Cc}]*$/u))

/** Several lines a person typed; may be empty. */
export const text = (most: number) =>
  v.pipe(v.string(), v.trim(), v.maxLength(most), v.regex(/^(?:[^\p{Cc}]|\n)*$/u))

/** A person's name as it is called out. */
export const personName = line(20)

/** A mainland mobile or landline number, digits and hyphens only. */
export const phone = v.pipe(
  v.string(),
  v.trim(),
  v.regex(/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|\d{5,8})$/),
)

/** A whole number within bounds. */
export const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))

/** Money in whole fen, at most ¥10,000.00: nothing a canteen sells is dearer. */
export const fen = whole(0, 1_000_000)

/** Where the next page begins; opaque to the phone. */
export const cursor = v.pipe(v.string(), v.maxLength(200), v.regex(/^[A-Za-z0-9_\-.=]+$/))

/** A page of a list: at most 20 entries and where the next begins. */
export const page = <const S extends v.GenericSchema>(item: S) =>
  v.object({ items: v.array(item), next: v.nullable(cursor) })
