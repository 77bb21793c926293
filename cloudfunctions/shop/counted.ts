import {
  closeRefusal,
  differenceOf,
  toEnter,
  type CountedLine,
  type CountedLines,
} from '@/domain/shop/stocktaking'
import type { Instant } from '@/types/shared/day'
import type { CountedGoods, Stocktaking } from '@/types/shop'
import { cursorAfter, positionOf } from '../kit/cursor'
import { found } from '../kit/failure'
import { holds, type Passport } from '../kit/passport'
import { wholeCentre } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { namesOf } from '../residents/store'
import { stocktakings, type StocktakingDoc } from './store'

/** The one that is going on. */
export const openStocktaking = async (centre: string): Promise<StocktakingDoc | null> => {
  const [open] = await stocktakings.of(centre).find({ where: { slot: 'open' }, limit: 1 })
  return open ?? null
}

type Document = Pick<StocktakingDoc, 'state' | 'lines'>

const mayClose = ({ state, lines }: Document, caller: Passport): boolean =>
  state === 'open' && closeRefusal(lines, idsOf(caller.person)) === null

/** What the ledger said is shown once it is closed, or to whoever may close it: who counts, counts without it. */
const seesBooks = (document: Document, caller: Passport): boolean =>
  document.state !== 'open' || mayClose(document, caller)

/** May somebody give it up: who began it, or who runs the centre. */
export const mayDrop = (
  { centre, state, startedBy }: Pick<StocktakingDoc, 'centre' | 'state' | 'startedBy'>,
  caller: Passport,
  at: Instant,
): boolean =>
  state === 'open' &&
  (idsOf(caller.person).includes(startedBy) ||
    holds(caller, ['centreStaff'], wholeCentre({ centre }), at))

/** A line of the list, with what it is sorted by. */
interface Ranked {
  _id: string
  /** First what there is something to do about. */
  rank: string
  line: CountedLine
}

const rankedLines = (lines: CountedLines, books: boolean): Ranked[] =>
  Object.entries(lines)
    .map(([_id, line]) => {
      const first = line.counted === null || (books && differenceOf(line) !== 0)
      return { _id, rank: `${first ? 0 : 1}${line.name}`, line }
    })
    .sort(byRank)

const byRank = (one: Pick<Ranked, '_id' | 'rank'>, other: Pick<Ranked, '_id' | 'rank'>): number =>
  Number(one.rank[0]) - Number(other.rank[0]) ||
  one.rank.localeCompare(other.rank, 'zh') ||
  (one._id < other._id ? -1 : one._id > other._id ? 1 : 0)

const linesShown = async (
  centre: string,
  lines: readonly Pick<Ranked, '_id' | 'line'>[],
  books: boolean,
): Promise<CountedGoods[]> => {
  const names = await namesOf(
    centre,
    lines.flatMap(({ line: { by } }) => by ?? []),
  )
  return lines.map(({ _id, line: { name, unit, expected, counted, by } }) => ({
    goods: { id: _id, name, unit },
    expected: books ? expected : null,
    counted,
    countedBy: by && (names.get(by) ?? ''),
  }))
}

const nextOf = ({ centre, lines }: StocktakingDoc): Promise<CountedGoods[]> =>
  linesShown(
    centre,
    rankedLines(lines, false)
      .filter(({ line }) => line.counted === null)
      .slice(0, 1),
    false,
  )

const uncountedOf = ({ lines }: StocktakingDoc): number =>
  Object.values(lines).filter(({ counted }) => counted === null).length

/** A stock-taking as one of the keepers sees it, without its lines. */
export const stocktakingShown = async (
  document: StocktakingDoc,
  caller: Passport,
  at: Instant,
): Promise<Stocktaking> => {
  const { _id, centre, state, startedBy, startedAt, closedBy, closedAt, lines } = document
  const [names, [next]] = await Promise.all([
    namesOf(centre, [startedBy, ...(closedBy === null ? [] : [closedBy])]),
    nextOf(document),
  ])
  const differ = Object.values(lines).filter((line) => differenceOf(line) !== 0).length
  return {
    ...{ id: _id, state, startedAt, closedAt },
    startedBy: names.get(startedBy) ?? '',
    closedBy: closedBy && (names.get(closedBy) ?? ''),
    kinds: Object.keys(lines).length,
    uncounted: uncountedOf(document),
    next: (state === 'open' && next) || null,
    differ: seesBooks(document, caller) ? differ : null,
    waitsFor: state === 'closing' ? toEnter(lines).map(([, { name }]) => name) : [],
    mayClose: mayClose(document, caller),
    mayDrop: mayDrop(document, caller, at),
  }
}

export const stocktakingNow = async (
  centre: string,
  id: string,
  caller: Passport,
  at: Instant,
): Promise<Stocktaking> =>
  stocktakingShown(found(await stocktakings.of(centre).get(id)), caller, at)

/** Rows of one page: a stock-taking of hundreds of kinds is read on. */
const pageOfLines = 50

/** One page of the lines of a stock-taking. */
export const linesAfter = async (
  document: StocktakingDoc,
  caller: Passport,
  after: string | undefined,
): Promise<{ items: CountedGoods[]; next: string | null }> => {
  const books = seesBooks(document, caller)
  const all = rankedLines(document.lines, books)
  const position = after === undefined ? null : positionOf(after)
  const rest = position
    ? all.filter((one) => byRank(one, { rank: String(position.key), _id: position.id }) > 0)
    : all
  const lines = rest.slice(0, pageOfLines)
  const last = lines.at(-1)
  return {
    items: await linesShown(document.centre, lines, books),
    next: rest.length > lines.length && last ? cursorAfter(last, 'rank') : null,
  }
}

/** What was counted of one kind of goods, and what comes next. */
export const countShown = async (document: StocktakingDoc, goods: string, caller: Passport) => {
  const books = seesBooks(document, caller)
  const [[line], [next]] = await Promise.all([
    linesShown(document.centre, [{ _id: goods, line: found(document.lines[goods]) }], books),
    nextOf(document),
  ])
  return { line: found(line), uncounted: uncountedOf(document), next: next ?? null }
}
