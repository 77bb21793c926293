import type { Printout } from '@/types/centre'
import type { FundLine, FundSums, MatchRule } from '@/types/projects'
import { dayOf, monthDay, type Instant } from '@/types/shared/day'
import { yuan, type Fen } from '@/types/shared/fen'

interface Stated {
  readonly title: string
  readonly rule: MatchRule
  readonly sums: FundSums
}

const rowsOfTable = 500

/** As many as fit into one document, whatever was written; older ones stand in one line with what they come to. */
const mostLines = 1000

const kinds: Readonly<Record<FundLine['kind'], string>> = {
  donation: '自筹',
  expense: '支出',
  reversal: '冲回',
}

/** 自筹 1 元，配 0.5 元: the rule in one sentence. */
export const ruleSaid = ({
  partner,
  numerator,
  denominator,
  perDonation,
  cap,
}: MatchRule): string =>
  `每自筹 ${denominator} 元，${partner}配 ${numerator} 元；一笔最多配 ${yuan(perDonation)} 元，总共最多配 ${yuan(cap)} 元`

const cell = (fen: Fen): string => (fen === 0 ? '' : yuan(fen))

/** The public statement of a fund on A4: its last lines, oldest first, what the older ones come to, and the sums of all. */
export const statementSheet = (
  { title, rule, sums }: Stated,
  lines: readonly FundLine[],
  at: Instant,
): Printout => {
  const shown = [...lines].sort((a, b) => a.at - b.at).slice(-mostLines)
  const older = (['own', 'matched', 'spent'] as const).map(
    (of) => sums[of] - shown.reduce((all, line) => all + line[of], 0),
  )
  const earlier = older.some((sum) => sum !== 0)
  const before = ['', '以前', '更早的合在一起', ...older.map(cell)]
  const rows = shown.map(({ day, kind, title: who, own, matched, spent, because }) => [
    monthDay(day),
    kinds[kind],
    because === null ? who : `${who}（${because}）`,
    cell(own),
    cell(matched),
    cell(spent),
  ])
  const total = ['', '合计', '', yuan(sums.own), yuan(sums.matched), yuan(sums.spent)]
  const all = [...(earlier ? [before] : []), ...rows, total]
  return {
    title: `${title} 收支公示`.slice(0, 60),
    notes: [
      '只做记录，不收钱。钱走有资质的渠道，或者在柜台当面交。',
      ruleSaid(rule),
      ...(earlier ? [`只列最近 ${shown.length} 笔，每一笔都能在小程序的收支公示里看。`] : []),
      `余额 ${yuan(sums.balance)} 元，还能配 ${yuan(sums.left)} 元。公示日期 ${dayOf(at)}`,
    ],
    tables: Array.from({ length: Math.ceil(all.length / rowsOfTable) }, (_, i) => ({
      title: null,
      columns: ['日期', '类别', '谁 / 做什么', '自筹（元）', '配捐（元）', '支出（元）'],
      rows: all.slice(i * rowsOfTable, (i + 1) * rowsOfTable),
    })),
  }
}
