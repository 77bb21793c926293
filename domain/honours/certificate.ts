import type { Refusal } from '@/domain/shared/refusal'
import { daysBetween, type Day } from '@/types/shared/day'
import type { CertificateKind } from '@/types/honours'

/** One line of a certificate. */
export interface PaperLine {
  day: Day
  what: string
  minutes: number
}

export interface Period {
  from: Day
  to: Day
}

/** Three years of school and a month. */
const mostDays = 1127

/** A year of records at once, and no more than these, so that the table can be made in one go. */
const mostExported = 366
export const mostRecords = 5000

const periodRefusal = ({ from, to }: Period, most: number): Refusal | null => {
  if (to < from) return { code: 'DatesOutOfOrder' }
  return daysBetween(from, to) >= most ? { code: 'PeriodTooLong', data: { days: most } } : null
}

/** Why no certificate is given for a period, before anybody looks at the hours; or null. */
export const certificateRefusal = (
  period: Period & { kind: CertificateKind; school: string | null },
  today: Day,
): Refusal | null => {
  if (period.to > today) return { code: 'InFuture' }
  if (period.kind === 'student' && period.school === null) return { code: 'SchoolNeeded' }
  return periodRefusal(period, mostDays)
}

export const exportRefusal = (period: Period): Refusal | null => periodRefusal(period, mostExported)

export const totalOf = (lines: readonly Pick<PaperLine, 'minutes'>[]): number =>
  lines.reduce((sum, { minutes }) => sum + minutes, 0)

/** Lines of the ledger as they stand on paper: one a day and work, a correction within what it corrects. By day. */
export const paperLines = (lines: readonly PaperLine[]): PaperLine[] => {
  const together = new Map<string, PaperLine>()
  for (const { day, what, minutes } of lines) {
    const of = `${day} ${what}`
    together.set(of, { day, what, minutes: (together.get(of)?.minutes ?? 0) + minutes })
  }
  return [...together.values()]
    .filter(({ minutes }) => minutes !== 0)
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
}

/** A code as somebody typed it from paper: capitals, blanks and hyphens say nothing. */
export const typedCode = (typed: string): string => typed.toLowerCase().replace(/[^a-z0-9]/g, '')

/** A code in fours: K7MF-2PQX-9HDA. */
const codeSaid = (code: string): string => (code.toUpperCase().match(/.{1,4}/g) ?? []).join('-')

/** So many letters and digits say which paper of a centre it is. */
export const codeLength = 12

/** What stands on paper: which centre's it is, and its code. CHJ-K7MF-2PQX-9HDA; the centre begins every id. */
export const paperNumber = ({ id, code }: { id: string; code: string }): string =>
  `${(id.split('_')[0] ?? '').toUpperCase()}-${codeSaid(code)}`

/** A number as somebody typed it from paper, with or without the centre in front; null when it can be none. */
export const readNumber = (typed: string): { centre: string | null; code: string } | null => {
  const letters = typedCode(typed)
  const centre = letters.slice(0, -codeLength)
  if (letters.length < codeLength || !/^([a-z][a-z0-9]{1,7})?$/.test(centre)) return null
  return { centre: centre === '' ? null : centre, code: letters.slice(-codeLength) }
}

/** Different codes that one phone may look up in a day: a school checks a class, nobody guesses. */
export const mostChecks = 40
