import {
  decideEnd,
  lapsing,
  lapsingKeeps,
  releaseStep,
  settledKeepStep,
  type Claim,
  type Entry,
} from '@/domain/shop/stock'
import { dayOf, monthOf, type Instant } from '@/types/shared/day'
import { repeat } from '../kit/attempts'
import { auditDone, type Act } from '../kit/audit'
import { command } from '../kit/cloud'
import { Conflict, OutcomeUnknown } from '../kit/failure'
import { take } from '../kit/step'
import { giveBackPoints, markPaid, markSettled, payForEntry, payForOrder } from './points'
import {
  aidRequests,
  goods,
  shopOrders,
  stockLedger,
  wholeGoods,
  type GoodsDoc,
  type LedgerLine,
  type ShopOrderRecord,
} from './store'
import {
  aidLapsedTelling,
  aidTellings,
  endedTelling,
  lowTellings,
  orderTelling,
  reversedTelling,
  tellByName,
} from './told'

const mostRounds = 4

/**
 * Does all that one kind of goods still owes: points of orders and redemptions are taken or given back, orders and
 * requests that nobody fetched lapse, what was born is copied to the ledger and leaves, people are told. Safe to repeat
 * and to cut off: nothing leaves before it is copied. What changes meanwhile is left to the next round, or the sweep.
 */
export const complete = async (centre: string, id: string, at: Instant): Promise<void> => {
  for (let round = 0; round < mostRounds; round++) {
    const read = await wholeGoods(centre, id)
    if (!read || !(read.owes || read.holding)) return
    const settled = await attempt(async () => {
      const moved = [await settle(read, at), await lapse(read, at), await decided(read, at)]
      return moved.some(Boolean)
    })
    if (settled === null) continue
    const stock = settled ? await wholeGoods(centre, id) : read
    if (!stock || (await attempt(() => copy(stock, at)))) return
  }
}

/** A missed guard or a lost reply is left to the next round, which begins by reading. */
const attempt = async (act: () => Promise<boolean>): Promise<boolean | null> => {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof OutcomeUnknown || error instanceof Conflict)) throw error
    return null
  }
}

/** Takes and gives back points. True when anything changed. */
const settle = async (stock: GoodsDoc, at: Instant): Promise<boolean> => {
  let changed = false
  for (const [person, claim] of Object.entries(stock.claims)) {
    if (claim.state !== 'unpaid') continue
    changed = true
    if (!(await payForOrder(stock, person, claim, at))) continue
    await tellByName(stock.centre, [orderTelling(stock, 'shopKept', person, claim, at)])
    await markPaid(stock, person, claim)
  }
  for (const [id, entry] of Object.entries(stock.open)) {
    if (!entry.owesPoints) continue
    changed = true
    if (entry.of === null) {
      if (!(await payForEntry(stock, id, entry))) continue
    } else if (entry.person !== null)
      await giveBackPoints(stock, entry.person, {
        ...{ key: entry.of, points: -entry.points, quantity: entry.quantity, at: entry.at },
      })
    await markSettled(stock, id)
  }
  return changed
}

/** What nobody fetched in time is free again. True when anything changed. */
const lapse = async (stock: GoodsDoc, at: Instant): Promise<boolean> => {
  const { _id, centre } = stock
  let changed = false
  for (const [person, { order, state }] of lapsing(stock, at)) {
    if (state !== 'waiting') continue
    const key = `lapsed-${order}`
    const end = decideEnd(stock, { person, order, to: 'lapsed', key, by: null })
    if (end.outcome === 'change') changed = (await take(goods.of(centre), _id, end.step)) || changed
  }
  for (const [aid, keep] of lapsingKeeps(stock, at)) {
    if (!keep.settled) continue
    await repeat(() =>
      aidRequests.of(centre).change(aid, { state: 'lapsed' }, { state: 'approved' }),
    )
    const request = await aidRequests.of(centre).get(aid)
    if (request?.state === 'lapsed') await tellByName(centre, [aidLapsedTelling(request, at)])
    changed = (await take(goods.of(centre), _id, releaseStep(aid, keep, at))) || changed
  }
  return changed
}

/**
 * Goods are kept for a request before it is approved: who decided first stands in the request. One that was refused
 * meanwhile, or approved by somebody else, lets them go. True when anything changed.
 */
const decided = async (stock: GoodsDoc, at: Instant): Promise<boolean> => {
  const { _id, centre } = stock
  const open = Object.entries(stock.keeps).filter(([, { settled }]) => !settled)
  for (const [id, keep] of open) {
    const { key, by, answer, until } = keep
    await repeat(() =>
      aidRequests
        .of(centre)
        .change(
          id,
          { state: 'approved', decidedKey: key, decidedBy: by, answer, until },
          { state: 'asked' },
        ),
    )
    const aid = await aidRequests.of(centre).get(id)
    if (aid?.state === 'approved' && aid.decidedKey === key) {
      await tellByName(centre, aidTellings(aid, keep.until, at))
      await take(goods.of(centre), _id, settledKeepStep(id, keep))
    } else await take(goods.of(centre), _id, releaseStep(id, keep, at))
  }
  return open.length > 0
}

/** Copies what was born and what ended, and strikes it off. False when something changed meanwhile. */
const copy = async (stock: GoodsDoc, at: Instant): Promise<boolean> => {
  const { _id, centre, rev, open, claims, keeps } = stock
  const born = Object.entries(open).filter(([, { owesPoints }]) => !owesPoints)
  const ended = Object.entries(claims).filter(
    ([, { state }]) => state === 'cancelled' || state === 'lapsed',
  )
  const stays = Object.keys(claims).length > ended.length || Object.keys(keeps).length > 0
  if (!stock.owes && born.length + ended.length === 0 && stays === stock.holding) return true
  for (const [id, { movement, key }] of born)
    if (movement === 'emergencyAid')
      await repeat(() =>
        aidRequests.of(centre).change(id, { state: 'given', givenKey: key }, { state: 'approved' }),
      )
  for (const [, { of }] of born) if (of !== null) await markReversed(centre, of)
  for (const [person, claim] of ended)
    await giveBackPoints(stock, person, { key: claim.order, ...claim })
  await shopOrders
    .of(centre)
    .insertAll([
      ...born.flatMap(([id, entry]) => fetched(stock, id, entry)),
      ...ended.map(([person, claim]) => endedRecord(stock, person, claim)),
    ])
  await stockLedger.of(centre).insertAll(born.map(([id, entry]) => lineFor(stock, id, entry)))
  await auditDone(
    centre,
    born.flatMap(([, entry]) => actOf(entry)),
  )
  const toTell = await Promise.all(
    ended.map(([person, claim]) => endedTelling(stock, person, claim, at)),
  )
  const fellLow = stock.left <= stock.low && !stock.isLow && !stock.retired
  const back = born.flatMap(([, entry]) => reversedTelling(stock, entry, at))
  await tellByName(centre, [...toTell, ...back, ...(fellLow ? await lowTellings(stock, at) : [])])

  const gone = [...born.map(([id]) => id), ...ended.map(([, { order }]) => order)]
  const isLow = stock.left <= stock.low && !stock.retired
  return goods.of(centre).change(
    _id,
    {
      ...Object.fromEntries(born.map(([id]) => [`open.${id}`, command.remove()])),
      ...Object.fromEntries(ended.map(([person]) => [`claims.${person}`, command.remove()])),
      ...Object.fromEntries(gone.map((id) => [`done.${id}`, at])),
      ...(ended.length > 0 && {
        people: command.set(
          stock.people.filter((person) => !ended.some(([one]) => one === person)),
        ),
      }),
      isLow,
      ...(fellLow && { falls: command.inc(1) }),
      place: placeOf(stock.name, isLow),
      holding: stays,
      lent: Object.keys(stock.loans).length > 0,
      owes: unsettled(stock),
      rev: command.inc(1),
    },
    { rev },
  )
}

const unsettled = ({ open, claims, keeps }: GoodsDoc): boolean =>
  Object.values(open).some(({ owesPoints }) => owesPoints) ||
  Object.values(claims).some(({ state }) => state === 'unpaid') ||
  Object.values(keeps).some(({ settled }) => !settled)

/** Staff see what is low first. */
export const placeOf = (name: string, isLow: boolean): string => `${isLow ? 0 : 1} ${name}`

/** An entry as a line of the ledger; made again, it is the same. */
const lineFor = (
  { _id, centre, name, unit }: GoodsDoc,
  id: string,
  { owesPoints: _settled, ordered: _ordered, audited: _audited, ...entry }: Entry,
): LedgerLine => ({
  _id: id,
  centre,
  v: 1,
  ...{ goods: _id, name, unit, ...entry, month: monthOf(dayOf(entry.at)) },
})

/** An order that was fetched, or aid that was given, under the id of an entry that is taken back. */
const markReversed = async (centre: string, of: string): Promise<void> => {
  const to = { state: 'reversed' as const }
  await repeat(() => shopOrders.of(centre).change(of, to, { state: 'handedOver' }))
  await repeat(() => aidRequests.of(centre).change(of, to, { state: 'given' }))
}

/** The staff act that an entry is the record of. */
const actOf = ({ audited, key, by, person, at }: Entry): (Act & { at: Instant })[] =>
  audited === null ? [] : [{ ...audited, key, actor: by, subject: person, at }]

const ofGoods = ({ _id, centre, name, unit }: GoodsDoc) => ({
  ...{ centre, v: 1, goods: _id, name, unit },
})

/** The record of an order that became an entry. */
const fetched = (stock: GoodsDoc, _id: string, entry: Entry): ShopOrderRecord[] => {
  const { ordered, person, quantity, points, key } = entry
  return ordered && person !== null
    ? [
        {
          _id,
          ...ofGoods(stock),
          ...{ quantity: -quantity, points, person, ...ordered },
          state: 'handedOver',
          endedBy: key,
        },
      ]
    : []
}

const endedRecord = (stock: GoodsDoc, person: string, claim: Claim): ShopOrderRecord => {
  const { order, quantity, points, by, state, endedBy, until, at } = claim
  return {
    _id: order,
    ...ofGoods(stock),
    ...{ quantity, points, person, by, endedBy, until, at },
    state: state === 'lapsed' ? 'lapsed' : 'cancelled',
  }
}

/** Completes what owes something at this moment, so that a list that is made from records shows it. */
export const completeOwing = async (centre: string, at: Instant): Promise<void> => {
  const owing = await goods.of(centre).find({ where: { owes: true }, fields: { _id: true } })
  for (const { _id } of owing) await complete(centre, _id, at)
}
