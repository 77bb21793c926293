import { clockSaid } from '@/src/words/time'
import type { QueueLine } from '@/types/canteen'

/** Which part of the queue is looked at. */
export type Filter = 'waiting' | 'delivery' | 'given' | 'other'

const labels: Readonly<Record<Filter, string>> = {
  waiting: '还没取',
  delivery: '要送的',
  given: '给好了',
  other: '没来取',
}

/** Orders given on this phone that the server does not know of yet. */
export type KeptOrders = ReadonlySet<string>

const fits = (filter: Filter, line: QueueLine, kept: KeptOrders): boolean => {
  const given = line.state === 'served' || kept.has(line.order)
  switch (filter) {
    case 'waiting':
      return line.state === 'placed' && !given
    case 'delivery':
      return line.state === 'placed' && !given && line.kind === 'delivery'
    case 'given':
      return given
    case 'other':
      return line.state === 'notCollected' && !given
  }
}

/** The orders of a part whose name or home holds what was typed. */
export const linesOf = (
  lines: readonly QueueLine[],
  filter: Filter,
  typed: string,
  kept: KeptOrders,
): QueueLine[] => {
  const word = typed.trim()
  return lines.filter(
    (line) =>
      fits(filter, line, kept) &&
      (line.name.includes(word) || (line.homeName?.includes(word) ?? false)),
  )
}

const always: ReadonlySet<Filter> = new Set(['waiting', 'given'])

/** The parts that hold any order, each with how many. */
export const filtersOf = (
  lines: readonly QueueLine[],
  kept: KeptOrders,
): ReadonlyArray<{ value: Filter; label: string }> =>
  (Object.keys(labels) as Filter[])
    .map((value) => ({ value, count: linesOf(lines, value, '', kept).length }))
    .filter(({ value, count }) => count > 0 || always.has(value))
    .map(({ value, count }) => ({ value, label: `${labels[value]} ${count}` }))

/** Others of the same name with an order of their own that may be meant: whom to tell this one apart from. */
export const namesakesOf = (lines: readonly QueueLine[], line: QueueLine): QueueLine[] =>
  lines.filter(
    (one) => one.name === line.name && one.person !== line.person && one.state === 'placed',
  )

type Named = Pick<QueueLine, 'person' | 'name' | 'servedAt'>

/** Who an order is of: a name, 散客 for somebody at the counter without a record, or that they have left. */
export const nameSaid = ({ person, name }: Pick<Named, 'person' | 'name'>): string => {
  if (name !== '') return name
  return person === null ? '散客' : goneSaid
}

/** An erased person has no name any more. */
export const goneSaid = '已注销的居民'

/** The same for a list, where one 散客 is told from another by when they bought. */
export const listedSaid = (line: Named): string =>
  line.person === null && line.servedAt !== null
    ? `${nameSaid(line)}，${clockSaid(line.servedAt)} 买的`
    : nameSaid(line)

/** What tells namesakes apart: 1942 年生 · 静安里社区 12号楼 2单元301室. */
export const whoSaid = ({
  person,
  birthYear,
  homeName,
}: Pick<QueueLine, 'person' | 'birthYear' | 'homeName'>): string =>
  person === null
    ? '没有登记的人，柜台卖的'
    : [birthYear === null ? '' : `${birthYear} 年生`, homeName ?? '住址没有登记']
        .filter(Boolean)
        .join(' · ')

const refused: Readonly<Record<string, string>> = {
  NoOrder: '没有订单',
  Cancelled: '订单已经取消',
  CardUnknown: '不认得这张卡',
  NotPaid: '订单还没付钱',
  NotServingNow: '不是给餐的时间',
  ScannedTooLongAgo: '补记得太晚',
}

/** Why a scan without a network fitted no order. */
export const whyRefused = (code: string): string => refused[code] ?? '没有对上'
