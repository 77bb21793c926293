/**
 * What each kind of field of a subscribe message may hold. The kind is the field's name without its number:
 * `thing1`, `phone_number12`. Where WeChat's pages disagree the stricter rule stands; lengths are UTF-16 units.
 * Source: the parameter table of WeChat's subscribe message guide.
 */
const rules: Record<string, (value: string) => boolean> = {
  thing: (value) => value.length <= 20,
  number: (value) => value.length <= 32 && /^-?\d+(\.\d+)?$/.test(value),
  letter: (value) => /^[A-Za-z]{1,32}$/.test(value),
  symbol: (value) => value.length <= 5 && !/[\p{Letter}\p{Number}]/u.test(value),
  character_string: (value) => /^[\x20-\x7e]{1,32}$/.test(value),
  time: (value) => isPeriod(value, (moment) => isTime(moment) || isDateAndTime(moment)),
  date: (value) => isPeriod(value, (moment) => isDate(moment) || isDateAndTime(moment)),
  amount: (value) =>
    /^[¥￥$€£]?\d+(\.\d+)?元?$/.test(value) && value.replace(/\D/g, '').length <= 10,
  phone_number: (value) => value.length <= 17 && /^[\d+\-() ]*\d[\d+\-() ]*$/.test(value),
  car_number: (value) => /^[\p{Script=Han}A-Z\d][A-Z\d]{1,6}[\p{Script=Han}A-Z\d]$/u.test(value),
  name: (value) =>
    /\p{Script=Han}/u.test(value)
      ? value.length <= 10 && !/\d/.test(value)
      : value.length <= 20 && !/[\p{Number}]/u.test(value),
  phrase: (value) => /^\p{Script=Han}{1,5}$/u.test(value),
  // The list of allowed values belongs to the template, which only WeChat holds.
  enum: () => true,
}

/** What is wrong with a field's value, in the words of error 47003; undefined when nothing is. */
export function fieldProblem(key: string, value: unknown): string | undefined {
  const path = `data.${key}.value`
  if (value === undefined || value === null || value === '') return `${path} is empty`
  const rule = rules[key.replace(/\d+$/, '')]
  if (!rule || (typeof value !== 'string' && typeof value !== 'number')) return `${path} invalid`
  const text = String(value)
  return /\p{Control}/u.test(text) || !rule(text) ? `${path} invalid` : undefined
}

function isPeriod(value: string, isMoment: (moment: string) => boolean): boolean {
  const moments = value.split('~').map((moment) => moment.trim())
  return moments.length <= 2 && moments.every(isMoment)
}

function isTime(value: string): boolean {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(value)
  if (!match) return false
  const [hour = 0, minute = 0, second = 0] = match.slice(1).map((part) => Number(part ?? 0))
  return hour < 24 && minute < 60 && second < 60
}

/** y年m月d日, y年m月, m月d日, or the same joined by one of `-`, `/`, `.`. */
function isDate(value: string): boolean {
  const chinese = /^(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日)?$/.exec(value)
  if (chinese) {
    const [, year, month, day] = chinese
    return (year !== undefined || day !== undefined) && isCalendarDay(month, day ?? '1')
  }
  const joined = /^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?$/.exec(value)
  if (joined) return isCalendarDay(joined[3], joined[4] ?? '1')
  const short = /^(\d{1,2})[-/.](\d{1,2})$/.exec(value)
  return short !== null && isCalendarDay(short[1], short[2])
}

function isCalendarDay(month: string | undefined, day: string | undefined): boolean {
  const [m, d] = [Number(month), Number(day)]
  return m >= 1 && m <= 12 && d >= 1 && d <= new Date(Date.UTC(2024, m, 0)).getUTCDate()
}

function isDateAndTime(value: string): boolean {
  const at = value.search(/\s+\S+$/)
  return at > 0 && isDate(value.slice(0, at)) && isTime(value.slice(at).trim())
}
