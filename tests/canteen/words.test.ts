import {
  isUnpaid,
  leftSaid,
  orderingSaid,
  paidSaid,
  reasonStepSaid,
  sumSaid,
  takesOrders,
  yuanAloud,
} from '@/src/words/canteen'
import { percentSaid, reasonSaid, yuanSaid } from '@/src/words/meals'
import type { PriceReason } from '@/types/canteen'
import { instantOf } from '@/types/shared/day'

const now = instantOf('2026-11-21', '08:00')
const cutOff = instantOf('2026-11-21', '10:00')

test.each([
  [999, '9.99 元', '9块9毛9'],
  [875, '8.75 元', '8块7毛5'],
  [750, '7.50 元', '7块5毛'],
  [1200, '12.00 元', '12块'],
  [1205, '12.05 元', '12块零5分'],
  [50, '0.50 元', '5毛'],
  [99, '0.99 元', '9毛9分'],
  [1, '0.01 元', '1分'],
  [0, '0.00 元', '0块'],
])('%i fen is written and spoken as people say it', (fen, written, spoken) => {
  expect(yuanSaid(fen)).toBe(written)
  expect(yuanAloud(fen)).toBe(spoken)
})

test.each([
  [100, '原价'],
  [80, '8 折'],
  [75, '7.5 折'],
])('%i percent', (percent, said) => expect(percentSaid(percent)).toBe(said))

test.each<[PriceReason, string, RegExp | null]>([
  [{ kind: 'discount', age: 78, percent: 70 }, '78 岁 · 7 折', null],
  [{ kind: 'tooYoung', age: 45 }, '45 岁 · 原价', null],
  [{ kind: 'notVerified' }, '还没有确认居民身份，暂按原价', /带身份证到服务台/],
  [
    { kind: 'hoursMissing', age: 65, missing: 1 },
    '65 岁，志愿服务还差 1 小时，暂按原价',
    /再做 1 小时志愿服务/,
  ],
])('why somebody pays what they pay, and what to do about it', (reason, said, step) => {
  expect(reasonSaid(reason)).toBe(said)
  if (step === null) expect(reasonStepSaid(reason)).toBeNull()
  else expect(reasonStepSaid(reason)).toMatch(step)
})

test('a meal can be ordered until the cut-off, unless staff closed it', () => {
  const open = { state: 'published', cutOff, because: null } as const
  expect(takesOrders(open, cutOff - 1)).toBe(true)
  expect(takesOrders(open, cutOff)).toBe(false)
  expect(takesOrders({ ...open, state: 'closed' }, now)).toBe(false)
  expect(orderingSaid(open, now).label).toBe('今天 上午 10:00 前可以订')
  expect(orderingSaid(open, cutOff).label).toBe('订餐截止了')
  expect(orderingSaid({ ...open, state: 'calledOff', because: '停水' }, now).label).toBe(
    '这一餐不开了：停水',
  )
})

test('what is left of a dish, and nothing when staff say so', () => {
  expect(leftSaid({ left: 3, soldOut: false })).toMatchObject({ label: '还有 3 份', tone: 'gold' })
  expect(leftSaid({ left: 0, soldOut: false }).label).toBe('卖完了')
  expect(leftSaid({ left: 3, soldOut: true }).label).toBe('卖完了')
})

test('how an order is paid', () => {
  const kind = 'eatIn'
  expect(paidSaid({ kind, paidBy: 'cash', state: 'served' })).toBe('现金付过了')
  expect(paidSaid({ kind, paidBy: null, state: 'placed' })).toBe('取餐时到柜台付')
  expect(paidSaid({ kind: 'delivery', paidBy: null, state: 'placed' })).toBe('送到的时候付给志愿者')
  expect(paidSaid({ kind, paidBy: null, state: 'paying' })).toBe('等您用微信付')
})

test.each(['cancelled', 'expired', 'calledOff', 'notCollected'] as const)(
  'nobody is asked to pay for an order that is %s',
  (state) => {
    const order = { kind: 'eatIn', paidBy: null, state } as const
    expect(paidSaid(order)).toBe('没有付过钱，不用再付')
    expect(sumSaid(order)).toBe('本来要付')
    expect(isUnpaid(order)).toBe(false)
  },
)

test('what was paid is said to be paid, also when the meal was called off', () => {
  expect(sumSaid({ paidBy: 'cash', state: 'calledOff' })).toBe('付了')
  expect(sumSaid({ paidBy: null, state: 'placed' })).toBe('要付')
})
