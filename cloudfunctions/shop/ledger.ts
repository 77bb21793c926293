import { reversalOf } from '@/domain/shop/stock'
import { shop, type StockEntry } from '@/types/shop'
import { command } from '../kit/cloud'
import { procedure, wholeCentre } from '../kit/procedure'
import { namesOf } from '../residents/store'
import { completeOwing } from './complete'
import { goods, isMovement, notReversible, stockLedger, type LedgerLine } from './store'

/** What was born a moment ago is copied first, so that it stands in the list. */
export const ledger = procedure(shop, 'ledger', {
  place: wholeCentre,

  async run({ centre, input, at }) {
    if (input.after === undefined) await completeOwing(centre, at)
    const { documents, next } = await stockLedger.of(centre).page({
      where: input.goods === undefined ? {} : { goods: input.goods },
      by: ['at', 'desc'],
      after: input.after,
    })
    const [ends, loans, names] = await Promise.all([
      endsOf(centre, documents),
      loansOf(centre, documents),
      namesOf(
        centre,
        documents.flatMap(({ person, by }) => [by, ...(person === null ? [] : [person])]),
      ),
    ])
    return { items: documents.map((line) => shown(line, ends, loans, names)), next }
  },
})

const endsOf = async (
  centre: string,
  lines: readonly LedgerLine[],
): Promise<ReadonlySet<string>> => {
  if (lines.length === 0) return new Set()
  const ids = lines.map(({ _id }) => reversalOf(_id))
  const ends = await stockLedger
    .of(centre)
    .find({ where: { _id: command.in(ids) }, limit: ids.length, fields: { _id: true } })
  return new Set(ends.map(({ _id }) => _id))
}

const isLoan = (line: LedgerLine): boolean =>
  isMovement(line, 'convenienceService') && line.of === null

/** How many of what some lines lent are not back, by line. */
const loansOf = async (
  centre: string,
  lines: readonly LedgerLine[],
): Promise<ReadonlyMap<string, number>> => {
  const loans = lines.filter(isLoan)
  if (loans.length === 0) return new Map()
  const ids = [...new Set(loans.map((line) => line.goods ?? ''))]
  const documents = await goods.of(centre).find({
    where: { _id: command.in(ids) },
    limit: ids.length,
    fields: Object.fromEntries(loans.map(({ _id }) => [`loans.${_id}`, true as const])),
  })
  return new Map(
    documents.flatMap((one) =>
      Object.entries(one.loans ?? {}).map(([id, { out }]) => [id, out] as const),
    ),
  )
}

const shown = (
  line: LedgerLine,
  ends: ReadonlySet<string>,
  loans: ReadonlyMap<string, number>,
  names: ReadonlyMap<string, string>,
): StockEntry => {
  const { _id: id, goods, name, unit, movement, quantity, points, fen, because, at, of } = line
  const ended = ends.has(reversalOf(id))
    ? 'reversed'
    : isLoan(line) && !loans.has(id)
      ? 'broughtBack'
      : null
  const out = loans.get(id) ?? 0
  const standing = ended === null && of === null && (!isLoan(line) || out === -quantity)
  return {
    ...{ id, goods, name, unit, movement, quantity, points, fen, because, at, ended },
    person: line.person === null ? line.giverName : (names.get(line.person) ?? null),
    by: names.get(line.by) ?? '',
    withGift: isMovement(line, 'charitySale') && line.twin !== null,
    mayReverse: standing && !isMovement(line, ...notReversible),
    out,
  }
}
