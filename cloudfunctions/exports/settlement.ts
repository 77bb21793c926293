import type { Worksheet } from 'exceljs'
import { isSale, isWaste, subsidyBackBy, type Figures } from '@/domain/canteen/settlement'
import { percentOf } from '@/domain/canteen/price'
import { channelNames, mealNames, stateNames } from '@/domain/canteen/names'
import { dayOf, timeOf } from '@/types/shared/day'
import { closingOf, figuresOf, ordersOfMonth } from '../canteen/settled'
import { settlementFiles, type MonthClosing, type OrderRecord } from '../canteen/store'
import { keepFile } from '../kit/files'
import { randomToken } from '../kit/ids'

/** Money stands in yuan; two decimals are exact in Excel's numbers up to far more than a month's sales. */
const yuan = (fen: number): number => fen / 100
const money = '0.00'

const orderColumns = [
  { header: '日期', key: 'day', width: 12 },
  { header: '餐次', key: 'meal', width: 8 },
  { header: '订单号', key: 'order', width: 24 },
  { header: '用餐人', key: 'person', width: 14 },
  { header: '状态', key: 'state', width: 14 },
  { header: '份数', key: 'portions', width: 8 },
  { header: '折扣（%）', key: 'percent', width: 10 },
  { header: '计入结算', key: 'counts', width: 10 },
  { header: '原价（元）', key: 'gross', width: 12, style: { numFmt: money } },
  { header: '补贴（元）', key: 'subsidy', width: 12, style: { numFmt: money } },
  { header: '应付（元）', key: 'pays', width: 12, style: { numFmt: money } },
  { header: '付款方式', key: 'paidBy', width: 10 },
  { header: '取餐时间', key: 'servedAt', width: 18 },
]

const refundColumns = [
  { header: '退款日期', key: 'day', width: 12 },
  { header: '订单号', key: 'order', width: 24 },
  { header: '用餐日期', key: 'mealDay', width: 12 },
  { header: '退款方式', key: 'channel', width: 10 },
  { header: '金额（元）', key: 'amount', width: 12, style: { numFmt: money } },
  { header: '原因', key: 'because', width: 30 },
  { header: '收回补贴', key: 'takesBack', width: 10 },
  { header: '收回的补贴（元）', key: 'subsidy', width: 16, style: { numFmt: money } },
]

/** Makes the table somebody asked for, once: one line an order, one line a refund, and sums as formulas. */
export const makeSettlement = async (centre: string, wish: string): Promise<void> => {
  const store = settlementFiles.of(centre)
  const asked = await store.get(wish)
  if (!asked || asked.file !== null) return
  const { month } = asked
  const [records, closing] = await Promise.all([
    ordersOfMonth(centre, month, lineFields),
    closingOf(centre, month),
  ])
  // A signed month is the one that was signed, whatever its orders say by now.
  const { figures } = closing ?? (await figuresOf(centre, month))
  // It starts slowly, and is only needed here.
  const { default: excel } = await import('exceljs')
  const book = new excel.Workbook()
  const sums = book.addWorksheet('合计')
  const lines = book.addWorksheet('订单')
  const refunds = book.addWorksheet('退款')

  const mine = records.filter((record) => record.month === month).sort(byMeal)
  lines.columns = orderColumns
  mine.forEach((record) => lines.addRow(lineOf(record)))
  const paidBack = records.flatMap((record) =>
    record.refunds
      .filter((one) => one.of === 'order' && one.month === month)
      .map((one) => ({
        day: dayOf(one.at),
        order: record._id,
        mealDay: record.day,
        channel: channelNames[one.channel],
        amount: yuan(one.amount),
        because: one.because,
        ...(subsidyBackBy(record) === one
          ? { takesBack: '是', subsidy: yuan(record.subsidy) }
          : { takesBack: '否', subsidy: 0 }),
      })),
  )
  refunds.columns = refundColumns
  paidBack.forEach((one) => refunds.addRow(one))
  writeSums(sums, figures, {
    lines: Math.max(mine.length + 1, 2),
    refunds: Math.max(paidBack.length + 1, 2),
  })
  if (closing) writeSigned(sums, closing)
  const content = Buffer.from(await book.xlsx.writeBuffer())
  const file = await keepFile(`exports/${centre}/${randomToken()}.xlsx`, content)
  await store.change(wish, { file }, { file: null })
}

const lineFields = Object.fromEntries(
  [
    ...['day', 'month', 'meal', 'startsAt', 'personName', 'state', 'portions', 'reason'],
    ...['gross', 'subsidy', 'pays', 'paidBy', 'servedAt', 'refunds'],
  ].map((field) => [field, true as const]),
)

const byMeal = (a: OrderRecord, b: OrderRecord): number =>
  a.startsAt - b.startsAt || (a._id < b._id ? -1 : 1)

/** Cells that begin like a formula are text: exceljs writes strings as strings, never as formulas. */
const lineOf = (record: OrderRecord) => ({
  day: record.day,
  meal: mealNames[record.meal],
  order: record._id,
  person: record.personName,
  state: stateNames[record.state],
  portions: record.portions,
  percent: percentOf(record.reason),
  counts: isSale(record) ? '是' : isWaste(record) ? '浪费' : '否',
  gross: yuan(record.gross),
  subsidy: yuan(record.subsidy),
  pays: yuan(record.pays),
  paidBy: record.paidBy ? channelNames[record.paidBy] : '没付',
  servedAt: record.servedAt === null ? '' : `${dayOf(record.servedAt)} ${timeOf(record.servedAt)}`,
})

/** The last line of each sheet that is summed. */
interface Extent {
  lines: number
  refunds: number
}

type Amounts = Pick<Figures, 'gross' | 'subsidy' | 'pays'>

/** Sums are formulas over the lines; each carries its result too, for programs that do not calculate. */
const writeSums = (sheet: Worksheet, figures: Figures, { lines, refunds }: Extent): void => {
  sheet.columns = [
    { width: 26 },
    ...Array.from({ length: 5 }, () => ({ width: 14, style: { numFmt: money } })),
  ]
  const column = (letter: string) => `订单!$${letter}$2:$${letter}$${lines}`
  const back = (letter: string) => `退款!$${letter}$2:$${letter}$${refunds}`
  const count = (where: string, result: number) => ({ formula: `COUNTIFS(${where})`, result })
  const sum = (of: string, where: string, result: number) => ({
    formula: `SUMIFS(${of},${where})`,
    result,
  })
  const row = (...cells: readonly (string | number | ReturnType<typeof count>)[]) => {
    sheet.addRow(cells).getCell(2).numFmt = '0'
  }
  const amounts = (where: string, { gross, subsidy, pays }: Amounts) => [
    sum(column('I'), where, yuan(gross)),
    sum(column('J'), where, yuan(subsidy)),
    sum(column('K'), where, yuan(pays)),
  ]
  row('结算月份', figures.month)
  row()
  row('', '单数', '原价（元）', '补贴（元）', '实付（元）')
  const all = `${column('H')},"是"`
  row('合计', count(all, figures.orders), ...amounts(all, figures))
  for (const band of figures.bands) {
    const where = `${all},${column('G')},${band.percent}`
    const name = band.percent === 100 ? '原价' : `付 ${band.percent}%`
    row(name, count(where, band.orders), ...amounts(where, band))
  }
  const { waste } = figures
  const wasted = `${column('H')},"浪费"`
  row(
    '没来取也没付（不补贴）',
    count(wasted, waste.orders),
    sum(column('I'), wasted, yuan(waste.gross)),
  )
  row()
  row('收款', '单数', '金额（元）')
  for (const { paidBy, orders, amount } of figures.channels) {
    const where = `${column('L')},"${channelNames[paidBy]}"`
    row(channelNames[paidBy], count(where, orders), sum(column('K'), where, yuan(amount)))
  }
  row()
  row('退款', '单数', '金额（元）')
  for (const { paidBy, orders, amount } of figures.refunds) {
    const where = `${back('D')},"${channelNames[paidBy]}"`
    row(channelNames[paidBy], count(where, orders), sum(back('E'), where, yuan(amount)))
  }
  const takenBack = `${back('G')},"是"`
  const { subsidyBack } = figures
  row(
    '没来取、钱全退了，收回补贴',
    count(takenBack, subsidyBack.orders),
    sum(back('H'), takenBack, yuan(subsidyBack.amount)),
  )
  row()
  row('重复取餐（次）', figures.servedTwice)
  for (const { paidBy, orders, amount } of figures.paidTwice)
    row(`重复取餐时${channelNames[paidBy]}多收`, orders, yuan(amount))
}

/** What was signed stands as plain numbers: a table that somebody changes afterwards no longer says the same. */
const writeSigned = (sheet: Worksheet, { figures, signed }: MonthClosing): void => {
  const { orders, gross, subsidy, pays } = figures
  sheet.addRow([])
  sheet.addRow(['签字时的合计', orders, yuan(gross), yuan(subsidy), yuan(pays)]).getCell(2).numFmt =
    '0'
  for (const [name, signature] of [
    ['食堂签字', signed.operator],
    ['中心签字', signed.centre],
  ] as const)
    sheet.addRow([name, signature ? `${signature.name} ${dayOf(signature.at)}` : '还没签'])
}
