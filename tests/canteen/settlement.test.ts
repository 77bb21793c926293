import { Workbook } from 'exceljs'
import fc from 'fast-check'
import readExcel from 'read-excel-file/node'
import { isSale, isWaste, settle, type SettledOrder } from '@/domain/canteen/settlement'
import { refundRefusal } from '@/domain/canteen/refund'
import { canteen } from '@/types/canteen'
import { as, codeOf, jingHome, resident, staffOf, verify } from '../support/people'
import { clock, cook, eats, helper, lunchOf, oneOf, openCanteen, startCanteen } from './kitchen'

const order: fc.Arbitrary<SettledOrder> = fc
  .record({
    month: fc.constantFrom('2026-11', '2026-12'),
    state: fc.constantFrom(
      ...(['placed', 'served', 'cancelled', 'expired', 'notCollected', 'calledOff'] as const),
    ),
    portions: fc.integer({ min: 1, max: 5 }),
    gross: fc.integer({ min: 1, max: 5000 }),
    percent: fc.constantFrom(100, 80, 70, 60, 50),
    paidBy: fc.constantFrom(...([null, 'cash', 'card', 'wechat'] as const)),
    back: fc.nat(5000),
    of: fc.constantFrom('order' as const, 'late' as const),
  })
  .map(({ percent, back, of, ...rest }) => {
    const subsidy = Math.floor((rest.gross * (100 - percent)) / 100)
    return {
      ...rest,
      subsidy,
      pays: rest.gross - subsidy,
      reason:
        percent === 100
          ? { kind: 'notVerified' as const }
          : { kind: 'discount' as const, age: 80, percent },
      refunds:
        rest.paidBy === null || back === 0
          ? []
          : [{ of, amount: back, channel: rest.paidBy, month: '2026-12', open: false }],
    }
  })

const total = <T>(all: readonly T[], part: (one: T) => number): number =>
  all.reduce((sum, one) => sum + part(one), 0)

describe('the sums of a month', () => {
  test('are those of its orders, to the fen, and none is counted twice or forgotten', () => {
    fc.assert(
      fc.property(fc.array(order, { maxLength: 40 }), (orders) => {
        const month = settle('2026-11', orders, { twice: [] })
        const mine = orders.filter((one) => one.month === '2026-11')
        const sales = mine.filter(isSale)
        expect(month.gross).toBe(total(sales, ({ gross }) => gross))
        expect(month.gross).toBe(month.subsidy + month.pays)
        for (const part of ['orders', 'gross', 'subsidy', 'pays'] as const)
          expect(total(month.bands, (band) => band[part])).toBe(month[part])
        const ended = mine.filter((one) => one.paidBy !== null && !isSale(one))
        expect(total(month.channels, ({ amount }) => amount)).toBe(
          month.pays + total(ended, ({ pays }) => pays),
        )
        expect(month.waste.gross).toBe(total(mine.filter(isWaste), ({ gross }) => gross))
        expect(sales.some(isWaste)).toBe(false)
        expect(month.refunds).toEqual([])
        const back = orders.flatMap(({ refunds }) => refunds.filter(({ of }) => of === 'order'))
        expect(
          total(settle('2026-12', orders, { twice: [] }).refunds, ({ amount }) => amount),
        ).toBe(total(back, ({ amount }) => amount))
      }),
    )
  })

  test('never see more go back than was paid', () => {
    const paid = { state: 'served' as const, pays: 900, paidBy: 'card' as const }
    const gone = (amount: number, of: 'order' | 'late' = 'order') => ({
      ...{ of, amount, channel: 'card' as const, month: '2026-11', open: false },
    })
    expect(refundRefusal({ ...paid, refunds: [gone(400)] }, 501)).toEqual({
      code: 'MoreThanPaid',
      data: { most: 500 },
    })
    expect(refundRefusal({ ...paid, refunds: [gone(400), gone(900, 'late')] }, 500)).toBeNull()
    expect(refundRefusal({ ...paid, paidBy: null, refunds: [] }, 1)).toEqual({ code: 'NotPaid' })
  })
})

/** What a formula of the table makes of its lines: SUMIFS and COUNTIFS, worked out here once more. */
const workOut = (formula: string, sheets: Readonly<Record<string, unknown[][]>>): number => {
  const [, name, inside = ''] = /^(SUMIFS|COUNTIFS)\((.*)\)$/.exec(formula) ?? []
  const args = inside.split(',')
  const cells = (range: string): unknown[] => {
    const [, sheet = '', letter = '', last = ''] = /^(.+)!\$([A-Z])\$2:\$\2\$(\d+)$/.exec(range)!
    const index = letter.charCodeAt(0) - 65
    return Array.from({ length: Number(last) - 1 }, (_, i) => sheets[sheet]?.[i + 1]?.[index])
  }
  const of = name === 'SUMIFS' ? cells(args.shift()!) : null
  const conditions = Array.from({ length: args.length / 2 }, (_, i) => ({
    values: cells(args[2 * i]!),
    is: args[2 * i + 1]!.replace(/"/g, ''),
  }))
  const rows = conditions[0]!.values
    .map((_, i) => i)
    .filter((i) => conditions.every(({ values, is }) => String(values[i]) === is))
  return of ? total(rows, (i) => Number(of[i] ?? 0)) : rows.length
}

test('a month of orders settles: signed by two people, and on a table that says the same', async () => {
  const cloud = await startCanteen()
  try {
    await openCanteen(cloud, true)
    const people = [
      ['o-60', '钱六十', '1966-01-01'],
      ['o-70', '孙七十', '1956-01-01'],
      ['o-80', '李八十', '1946-01-01'],
      ['o-90', '周九十', '1936-01-01'],
    ] as const
    for (const [openid, name, birthDate] of people) {
      const { id } = await resident(cloud, openid, name, { birthDate, home: jingHome('301') })
      await verify(cloud, id, birthDate, jingHome('301'))
    }
    await resident(cloud, 'o-young', '=SUM(1;1)小吴')
    const { service, dishes } = await lunchOf(cloud, [999, 333], {}, 30)
    const place = async (openid: string, pay: 'counter' | 'wechat' = 'counter') =>
      eats(cloud, openid)('placeOrder', {
        service,
        lines: oneOf(...dishes),
        kind: 'eatIn',
        pay,
      })
    const placed = []
    for (const openid of [...people.map(([one]) => one), 'o-young'])
      placed.push((await place(openid)).order)
    const byWechat = await place('o-young', 'wechat')
    await cloud.pay('o-young', byWechat.payment!.package)
    const cancelled = await place('o-young', 'wechat')
    await cloud.pay('o-young', cancelled.payment!.package)
    await eats(cloud, 'o-young')('cancelOrder', { order: cancelled.order.id })
    await clock(cloud, '11:30')
    const [first, second, third, ...rest] = placed
    for (const one of [first!, second!])
      await eats(cloud, cook)('serve', { service, order: one.id, paidBy: 'cash' })
    await eats(cloud, cook)('serve', { service, order: third!.id, paidBy: 'card' })
    await eats(cloud, cook)('serve', { service, order: byWechat.order.id })
    await eats(cloud, cook)('counterSale', { service, lines: oneOf(dishes[0]!), paidBy: 'cash' })
    await eats(cloud, helper)('refund', { order: third!.id, amount: 100, because: '汤凉了' })
    await clock(cloud, '13:05')
    await cloud.timer('jobs')

    const month = await eats(cloud, cook)('settlement', { month: '2026-11' })
    const sold = [first!, second!, third!, byWechat.order]
    expect(month).toMatchObject({
      orders: 5,
      portions: 9,
      gross: 1332 * 4 + 999,
      pays: total(sold, ({ pays }) => pays) + 999,
      bands: [{ percent: 100, orders: 2 }, { percent: 80 }, { percent: 70 }, { percent: 60 }],
      channels: [
        { paidBy: 'cash', orders: 3, amount: first!.pays + second!.pays + 999 },
        { paidBy: 'card', orders: 1, amount: third!.pays },
        { paidBy: 'wechat', orders: 2, amount: 2664 },
      ],
      refunds: [
        { paidBy: 'card', orders: 1, amount: 100 },
        { paidBy: 'wechat', orders: 1, amount: 1332 },
      ],
      waste: { orders: 2, portions: 4, gross: 2664 },
      closed: { operator: null, centre: null },
    })
    expect(rest).toHaveLength(2)

    const close = (openid: string, as_: 'operator' | 'centre') =>
      eats(cloud, openid)('closeMonth', { month: '2026-11', as: as_ })
    expect(await codeOf(close(cook, 'operator'))).toBe('MonthNotOver')
    await clock(cloud, '09:00', 12)
    await cloud.timer('jobs')
    expect(await codeOf(close(cook, 'centre'))).toBe('NotAllowed')
    expect((await close(cook, 'operator')).closed).toEqual({ operator: '马师傅', centre: null })
    expect(await codeOf(close(helper, 'operator'))).toBe('AlreadyClosed')
    // Whoever signed for the operator does not sign for the centre.
    await cloud.admin
      .collection('passports')
      .doc('dl_w-o-cook')
      .update({
        roles: [
          { role: 'canteenStaff', node: 'dl_centre', until: null },
          { role: 'centreStaff', node: 'dl_centre', until: null },
        ],
      })
    expect(await codeOf(close(cook, 'centre'))).toBe('SamePerson')
    const closed = await close(staffOf.centreStaff, 'centre')
    expect(closed).toEqual({ ...month, closed: { operator: '马师傅', centre: '孙社工' } })
    // Later refunds are entries of the month in which they are made.
    await eats(cloud, cook)('refund', { order: first!.id, amount: 50, because: '晚了' })
    expect(await eats(cloud, cook)('settlement', { month: '2026-11' })).toEqual(closed)
    expect((await eats(cloud, cook)('settlement', { month: '2026-12' })).refunds).toEqual([
      { paidBy: 'cash', orders: 1, amount: 50 },
    ])

    const key = 'the-table-of-november'
    const { url } = await eats(cloud, cook)('exportSettlement', { key, month: '2026-11' })
    const again = await eats(cloud, cook)('exportSettlement', { key, month: '2026-11' })
    expect(again.url.split('?')[0]).toBe(url.split('?')[0])
    const file = Buffer.from(await (await fetch(url)).arrayBuffer())
    const sheets = Object.fromEntries(
      (await readExcel(file)).map(({ sheet, data }) => [sheet, data as unknown[][]]),
    )
    const [, ...lines] = sheets['订单']!
    expect(lines).toHaveLength(8)
    const fen = (value: unknown) => Math.round(Number(value) * 100)
    const shown = (await as(cloud, canteen, 'o-young')('mine', {})).items
    for (const one of [...placed.slice(0, 4), ...shown]) {
      const line = lines.find(([, , id]) => id === one.id)!
      expect(line.slice(8, 11).map(fen)).toEqual([one.gross, one.subsidy, one.pays])
      expect(line[3]).toBe(one.person?.name)
    }
    expect(
      total(
        lines.filter(([, , , , , , , counts]) => counts === '是'),
        ([, , , , , , , , , , pays]) => fen(pays),
      ),
    ).toBe(month.pays)
    const sums = sheets['合计']!
    const row = (name: string) => sums.find(([one]) => one === name)!
    expect(row('合计').slice(1, 5).map(fen)).toEqual([
      month.orders * 100,
      month.gross,
      month.subsidy,
      month.pays,
    ])
    expect(fen(row('付 60%')[4])).toBe(third!.pays)
    const formulas = await formulasOf(file)
    expect(formulas.length).toBeGreaterThan(20)
    for (const { formula, value } of formulas)
      expect(workOut(formula, sheets)).toBeCloseTo(value, 6)
    // Somebody else who asks the function itself learns nothing.
    expect(await cloud.call('o-young', 'exports', { centre: 'dl', wish: 'dl_xnothing' })).toEqual(
      {},
    )
    await clock(cloud, '10:00', 13)
    await cloud.timer('jobs')
    expect((await fetch(url)).status).toBeGreaterThanOrEqual(400)
  } finally {
    await cloud.stop()
  }
})

/** The formulas of the first sheet, with the values kept beside them. */
const formulasOf = async (file: Buffer): Promise<{ formula: string; value: number }[]> => {
  const book = new Workbook()
  await book.xlsx.load(file as unknown as ArrayBuffer)
  const found: { formula: string; value: number }[] = []
  book.worksheets[0]!.eachRow((row) =>
    row.eachCell((cell) => {
      if (cell.formula) found.push({ formula: cell.formula, value: Number(cell.result) })
    }),
  )
  return found
}
