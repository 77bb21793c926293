import { createHash } from 'node:crypto'
import type { PaperLine, Period } from '@/domain/honours/certificate'
import { command } from '../kit/cloud'
import { hoursEntries, hoursLedger, type HoursEntryDoc, type LedgerLine } from '../volunteers/store'

/** Documents of one request. */
const stretch = 500

const within = ({ from, to }: Period) => command.gte(from).and(command.lte(to))

/** Confirmed lines of one person, by all ids of theirs, or of everybody, by day. */
export const ledgerOf = async (
  centre: string,
  persons: readonly string[] | null,
  period: Period,
): Promise<LedgerLine[]> => {
  const lines: LedgerLine[] = []
  let after: string | undefined
  do {
    const { documents, next } = await hoursLedger.of(centre).page({
      where: persons
        ? persons.map((person) => ({ person, day: within(period) }))
        : { day: within(period) },
      by: ['day', 'asc'],
      after,
      limit: stretch,
    })
    lines.push(...documents)
    after = next ?? undefined
  } while (after !== undefined)
  return lines
    .filter(({ minutes }) => minutes !== 0)
    .sort((one, other) =>
      one.day === other.day ? one.at - other.at : one.day < other.day ? -1 : 1,
    )
}

/** How many lines the ledger of everybody has. */
export const linesIn = (centre: string, period: Period): Promise<number> =>
  hoursLedger.of(centre).count({ day: within(period) })

/** The entries that lines of the ledger were copied from, by id: what was done is only written there. */
export const entriesOf = async (
  centre: string,
  lines: readonly LedgerLine[],
): Promise<ReadonlyMap<string, HoursEntryDoc>> => {
  const ids = lines.map(({ _id }) => _id)
  const parts = await Promise.all(
    Array.from({ length: Math.ceil(ids.length / stretch) }, (_, n) =>
      hoursEntries.of(centre).find({
        where: { _id: command.in(ids.slice(n * stretch, (n + 1) * stretch)) },
        limit: stretch,
      }),
    ),
  )
  return new Map(parts.flat().map((entry) => [entry._id, entry]))
}

/** Lines with what was done. */
export const linesWithWork = async (
  centre: string,
  lines: readonly LedgerLine[],
): Promise<PaperLine[]> => {
  const entries = await entriesOf(centre, lines)
  return lines.map(({ _id, day, minutes }) => ({
    day,
    what: entries.get(_id)?.what || '志愿服务',
    minutes,
  }))
}

/** Says which lines these are and what they count: another after any correction. */
export const ledgerMark = (lines: readonly LedgerLine[]): string =>
  createHash('sha256')
    .update(JSON.stringify(lines.map(({ _id, minutes }) => [_id, minutes]).sort()))
    .digest('hex')
    .slice(0, 32)
