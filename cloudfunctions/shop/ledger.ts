import { returnOf, reversalOf } from '@/domain/shop/stock'
import { shop, type StockEntry } from '@/types/shop'
import { command } from '../kit/cloud'
import { procedure, wholeCentre } from '../kit/procedure'
import { namesOf } from '../residents/store'
import { completeOwing } from './complete'
import { isMovement, notReversible, stockLedger, type LedgerLine } from './store'

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
    const [ends, names] = await Promise.all([
      endsOf(centre, documents),
      namesOf(
        centre,
        documents.flatMap(({ person, by }) => [by, ...(person === null ? [] : [person])]),
      ),
    ])
    return { items: documents.map((line) => shown(line, ends, names)), next }
  },
})

const endsOf = async (
  centre: string,
  lines: readonly LedgerLine[],
): Promise<ReadonlySet<string>> => {
  if (lines.length === 0) return new Set()
  const ids = lines.flatMap(({ _id }) => [reversalOf(_id), returnOf(_id)])
  const ends = await stockLedger
    .of(centre)
    .find({ where: { _id: command.in(ids) }, limit: ids.length, fields: { _id: true } })
  return new Set(ends.map(({ _id }) => _id))
}

const shown = (
  line: LedgerLine,
  ends: ReadonlySet<string>,
  names: ReadonlyMap<string, string>,
): StockEntry => {
  const { _id: id, goods, name, unit, movement, quantity, points, fen, because, at, of } = line
  const ended = ends.has(reversalOf(id))
    ? 'reversed'
    : ends.has(returnOf(id))
      ? 'broughtBack'
      : null
  const standing = ended === null && of === null
  return {
    ...{ id, goods, name, unit, movement, quantity, points, fen, because, at, ended },
    person: line.person === null ? line.giverName : (names.get(line.person) ?? null),
    by: names.get(line.by) ?? '',
    withGift: isMovement(line, 'charitySale') && line.twin !== null,
    mayReverse: standing && !isMovement(line, ...notReversible),
    mayTakeBack: standing && isMovement(line, 'convenienceService'),
  }
}
