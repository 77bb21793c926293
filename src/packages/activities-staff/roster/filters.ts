import type { OutputOf } from '@/src/api/call'
import type { RosterLine } from '@/types/activities'

export type Roster = OutputOf<'activities', 'roster'>

/** Which part of a roster is looked at. */
export type Filter = 'notHere' | 'in' | 'toConfirm' | 'waiting' | 'entered' | 'notDrawn'

const labels: Readonly<Record<Filter, string>> = {
  notHere: '还没到',
  in: '报上的',
  toConfirm: '要确认',
  waiting: '排队',
  entered: '等抽签',
  notDrawn: '没抽中',
}

const fits = (filter: Filter, line: RosterLine, session: number): boolean => {
  const seen = line.attendance[session] ?? null
  switch (filter) {
    case 'notHere':
      return line.state === 'in' && seen === null
    case 'in':
      return line.state === 'in'
    case 'toConfirm':
      return seen === 'toConfirm' || seen === 'flagged'
    case 'waiting':
    case 'entered':
    case 'notDrawn':
      return line.state === filter
  }
}

const always: ReadonlySet<Filter> = new Set(['in'])

/** The lines of a part whose name, or the end of whose phone, holds what was typed. */
export const linesOf = (
  { lines }: Pick<Roster, 'lines'>,
  filter: Filter,
  session: number,
  typed: string,
): RosterLine[] =>
  lines.filter(
    (line) =>
      fits(filter, line, session) &&
      (line.name.includes(typed.trim()) || (line.phone?.endsWith(typed.trim()) ?? false)),
  )

/** The parts that hold anybody, each with how many. */
export const filtersOf = (
  roster: Pick<Roster, 'lines'>,
  session: number,
): ReadonlyArray<{ value: Filter; label: string; count: number }> =>
  (Object.keys(labels) as Filter[])
    .map((value) => ({ value, count: linesOf(roster, value, session, '').length }))
    .filter(({ value, count }) => count > 0 || always.has(value))
    .map(({ value, count }) => ({ value, count, label: `${labels[value]} ${count}` }))
