import type { Input } from '../wire'
import { PayFormatError } from './refusal'

/** A required text of at most `most` characters. */
export function text(input: Input, name: string, most: number): string {
  const value = input[name]
  if (value === undefined || value === null || value === '')
    throw new PayFormatError(`缺少参数${name}`)
  if (typeof value !== 'string' || value.length > most)
    throw new PayFormatError(`参数${name}格式错误`)
  return value
}

/** An optional text of at most `most` characters. */
export function optionalText(input: Input, name: string, most: number): string | undefined {
  return input[name] === undefined ? undefined : text(input, name, most)
}

/** A merchant's own number: letters, digits, `_` and `-`. */
export function merchantNumber(input: Input, name: string, most: number): string {
  const value = text(input, name, most)
  if (!/^[0-9A-Za-z_-]+$/.test(value)) throw new PayFormatError(`参数${name}格式错误`)
  return value
}

/** An amount in fen: a whole number from 1 to 100,000,000. A number in quotes is refused, as in production. */
export function fen(input: Input, name: string): number {
  const value = input[name]
  if (value === undefined) throw new PayFormatError(`缺少参数${name}`)
  if (!Number.isInteger(value) || (value as number) < 1 || (value as number) > 100_000_000)
    throw new PayFormatError(`参数${name}格式错误`)
  return value as number
}

const beijing = 8 * 60 * 60 * 1000

/** Milliseconds since 1970 as WeChat Pay writes a moment: yyyyMMddHHmmss in UTC+8. */
export function payTime(at: number): string {
  return new Date(at + beijing).toISOString().slice(0, 19).replace(/\D/g, '')
}

/** The same read back. */
export function parsePayTime(value: string, name: string): number {
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(value)
  const [year, month, day, hour, minute, second] = match?.slice(1) ?? []
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}+08:00`)
  if (Number.isNaN(at)) throw new PayFormatError(`参数${name}格式错误`)
  return at
}
