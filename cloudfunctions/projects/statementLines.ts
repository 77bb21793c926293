import { linesOf } from './completeFund'
import { fundLines, type FundDoc, type FundLineDoc } from './store'

/**
 * A page of the ledger of a fund, newest first. What is recorded and not copied yet stands at its top, so that the lines
 * always come to the sums.
 */
export const pageOfLines = async (
  fund: FundDoc,
  after?: string,
): Promise<{ lines: FundLineDoc[]; next: string | null }> => {
  const { documents, next } = await fundLines.of(fund.centre).page({
    where: { project: fund.project },
    by: ['at', 'desc'],
    after,
  })
  const copied = new Set(documents.map(({ _id }) => _id))
  const open = after === undefined ? linesOf(fund).filter(({ _id }) => !copied.has(_id)) : []
  return { lines: [...open.sort((a, b) => b.at - a.at), ...documents], next }
}

/** All lines of a fund, oldest first. */
export const allLines = async (fund: FundDoc): Promise<FundLineDoc[]> => {
  const lines: FundLineDoc[] = []
  let after: string | undefined
  do {
    const { documents, next } = await fundLines.of(fund.centre).page({
      where: { project: fund.project },
      by: ['at', 'asc'],
      after,
      limit: 500,
    })
    lines.push(...documents)
    after = next ?? undefined
  } while (after !== undefined)
  const copied = new Set(lines.map(({ _id }) => _id))
  return [...lines, ...linesOf(fund).filter(({ _id }) => !copied.has(_id))]
}
