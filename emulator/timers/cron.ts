import { Cron } from 'croner'
import { CloudError } from '../errors'

const signs = String.raw`[\d,\-*/]`
const number = new RegExp(`^${signs}+$`)
const months = 'JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC'
const weekdays = 'SUN|MON|TUE|WED|THU|FRI|SAT'
/** What each field may hold; the signs that only croner knows (`?`, `L`, `W`, `#`, `+`) are not among them. */
const fieldForms = [
  ...[number, number, number, number],
  new RegExp(`^(${signs}|${months})+$`, 'i'),
  new RegExp(`^(${signs}|${weekdays})+$`, 'i'),
  number,
]
const beijingMinutes = 8 * 60

/**
 * The platform's cron of seven fields: second minute hour day month weekday year, in UTC+8. Day and weekday given
 * together mean either. Weekday 0 is Sunday (older pages count from Monday: write names).
 */
export class Schedule {
  readonly #cron: Cron

  /** Throws a CloudError INVALID_PARAM that names the expression. */
  constructor(expression: string) {
    const fields = expression.split(' ')
    const wellFormed = fieldForms.every((form, index) => form.test(fields[index] ?? ''))
    if (fields.length !== fieldForms.length || !wellFormed)
      throw invalid(expression, 'seven fields of digits, names and , - * / are expected')
    const [weekday = '', year = ''] = fields.slice(5)
    if (numbers(weekday.replace(/\/\d+/g, '')).some((day) => day > 6))
      throw invalid(expression, 'weekday must be 0-6')
    if (numbers(year.replace(/\/\d+/g, '')).some((at) => at < 1970 || at > 2099))
      throw invalid(expression, 'year must be 1970-2099')
    this.#cron = parse(expression)
  }

  /** The first moment after `after`; undefined when there is none left. Milliseconds since 1970. */
  next(after: number): number | undefined {
    return this.#cron.nextRuns(1, new Date(after))[0]?.getTime()
  }

  /** The last moment not after `to`; undefined when there was none. */
  latest(to: number): number | undefined {
    // croner looks strictly before a whole second, so it is asked from the one that follows `to`.
    const following = new Date(Math.floor(to / 1000) * 1000 + 1000)
    return this.#cron.previousRuns(1, following)[0]?.getTime()
  }
}

function parse(expression: string): Cron {
  try {
    // Sloppy ranges are the platform's own `1/10`: from 1 in steps of 10.
    return new Cron(expression, {
      utcOffset: beijingMinutes,
      mode: '7-part',
      sloppyRanges: true,
      paused: true,
    })
  } catch (error) {
    throw invalid(expression, (error as Error).message)
  }
}

function numbers(field: string): number[] {
  return (field.match(/\d+/g) ?? []).map(Number)
}

function invalid(expression: string, why: string): CloudError {
  return new CloudError('INVALID_PARAM', `invalid cron "${expression}": ${why}`)
}
