import { waysOf } from '@/src/packages/canteen/meal/ways'
import type { Order } from '@/types/canteen'
import { instantOf } from '@/types/shared/day'

const at = instantOf('2026-11-21', '08:00')
const cutOff = instantOf('2026-11-21', '10:00')

const order = (changes: Partial<Order>): Order => ({
  id: 'dl_o1',
  service: 'dl_s1',
  day: '2026-11-21',
  meal: 'lunch',
  startsAt: instantOf('2026-11-21', '11:00'),
  endsAt: instantOf('2026-11-21', '12:30'),
  cutOff,
  open: true,
  placeName: '一楼',
  person: { id: 'dl_p1', name: '李奶奶' },
  by: null,
  changedBy: null,
  cancelledBy: null,
  kind: 'eatIn',
  note: '',
  cannotLeave: false,
  lines: [],
  gross: 1000,
  subsidy: 400,
  pays: 600,
  reason: { kind: 'discount', age: 84, percent: 60 },
  rule: 'first',
  state: 'placed',
  paidBy: null,
  refunded: 0,
  refunding: false,
  payUntil: null,
  at,
  ...changes,
})

const mine = (changes: Partial<Order>, when = at) =>
  waysOf(order(changes), { onBehalf: false, at: when })
const forHer = (changes: Partial<Order>, when = at) =>
  waysOf(order(changes), { onBehalf: true, at: when })

test('until the cut-off an unpaid order is changed and cancelled', () => {
  expect(mine({})).toEqual({
    change: true,
    cancel: true,
    said: '今天 上午 10:00 前可以改，可以取消。',
  })
  expect(mine({}, cutOff)).toMatchObject({ change: false, cancel: false })
})

test('what was paid by WeChat is cancelled, and ordered anew instead of changed', () =>
  expect(mine({ paidBy: 'wechat' })).toEqual({
    change: false,
    cancel: true,
    said: '今天 上午 10:00 前可以取消，钱原路退回微信。要换菜，请先取消，再订一次。',
  }))

test('while WeChat is waited for nothing is changed, and it is said from when on', () => {
  expect(mine({ payUntil: instantOf('2026-11-21', '08:15') })).toMatchObject({
    change: false,
    cancel: true,
    said: '正在等微信付款，上午 8:15 以后才能改；今天 上午 10:00 前可以取消。',
  })
  expect(mine({ payUntil: instantOf('2026-11-21', '10:10') })?.said).toMatch(/现在不能改/)
  expect(mine({ state: 'paying', payUntil: at + 1 })).toMatchObject({ change: false, cancel: true })
})

test('money that was handed over goes back at the counter alone', () => {
  expect(mine({ paidBy: 'cash' })).toMatchObject({
    change: false,
    cancel: false,
    said: expect.stringContaining('请到餐厅柜台说一声') as string,
  })
  expect(forHer({ paidBy: 'cash' })).toMatchObject({
    change: false,
    cancel: true,
    said: expect.stringContaining('6.00 元当面退给他') as string,
  })
})

test('after an early close changing is gone, and cancelling is not', () =>
  expect(mine({ open: false })).toMatchObject({ change: false, cancel: true }))

test.each(['served', 'cancelled', 'expired', 'notCollected', 'calledOff'] as const)(
  'nothing is left to do about an order that is %s',
  (state) => expect(mine({ state })).toBeNull(),
)
