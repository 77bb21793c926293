import { addDays, instantOf, type Day } from '@/types/shared/day'
import type { GoodsDraft } from '@/types/shop'
import type { Phones } from './index'

interface Place {
  today: Day
  newKey: () => string
  /** Somebody in need, and who wants something bought. */
  elder: string
}

const goods = (
  name: string,
  unit: string,
  { points, fen, ...more }: Partial<GoodsDraft> & Pick<GoodsDraft, 'points' | 'fen'>,
): GoodsDraft => ({
  ...{ name, unit, points, fen },
  category: 'food',
  about: '',
  photo: null,
  low: 3,
  perMonth: null,
  wanted: null,
  bestBefore: null,
  retired: false,
  ...more,
})

/** What stands on the shelves, and how much of it was given. */
const shelves = (today: Day): readonly [GoodsDraft, number, string][] => [
  [
    goods('大米', '袋', {
      ...{ points: 50, fen: 2500, about: '5 公斤装', perMonth: 2, wanted: 30 },
      bestBefore: addDays(today, 180),
    }),
    22,
    '共建单位粮油店（演示）',
  ],
  [goods('挂面', '把', { points: 12, fen: 600, bestBefore: addDays(today, 10) }), 18, '热心居民'],
  [goods('肥皂', '块', { points: 8, fen: 300, category: 'daily' }), 40, '社区家政公司（演示）'],
  [goods('毛巾', '条', { points: 15, fen: 800, category: 'daily', wanted: 20 }), 6, '热心居民'],
  [goods('作业本', '本', { points: 5, fen: 200, category: 'school' }), 60, '友好小学（演示）'],
  [
    goods('轮椅', '辆', {
      points: null,
      fen: null,
      category: 'lending',
      about: '借用不收钱',
      low: 0,
    }),
    2,
    '街道（演示）',
  ],
]

/** A charity shop in its first weeks: gifts, sales, something lent, somebody in need, and an order for points. */
export const openShop = async (
  as: Phones,
  { today, newKey, elder }: Place,
  at: (moment: number) => void,
): Promise<void> => {
  const keeper = as('demo-staff')
  at(instantOf(addDays(today, -1), '09:00'))
  await keeper('shop', 'saveShopAbout', {
    key: newKey(),
    edition: 0,
    about: { placeName: '中心一楼东侧', opens: '周一到周六 9:00 到 16:30', charity: null },
  })
  const ids: string[] = []
  for (const [draft, quantity, giverName] of shelves(today)) {
    const { id } = await keeper('shop', 'saveGoods', { key: newKey(), draft })
    await keeper('shop', 'takeIn', { key: newKey(), goods: id, quantity, giverName })
    ids.push(id)
  }
  const [rice = '', noodles = '', soap = '', , , wheelchair = ''] = ids
  at(instantOf(addDays(today, -1), '10:30'))
  await keeper('shop', 'sell', {
    key: newKey(),
    goods: noodles,
    quantity: 3,
    leaves: 1,
    expected: 1800,
  })
  await keeper('shop', 'handOut', {
    key: newKey(),
    goods: wheelchair,
    quantity: 1,
    person: elder,
    as: 'convenienceService',
    because: '腿摔伤了，借一个月',
  })
  await as('demo-grid')('shop', 'askAid', {
    key: newKey(),
    person: elder,
    goods: rice,
    quantity: 1,
    because: '独居，这几天出不了门',
  })
  await as('demo-elder')('shop', 'askPurchase', {
    key: newKey(),
    what: '老花镜 300 度一副',
    most: 4000,
  })
  const shelf = as('demo-volunteer')
  await shelf('shop', 'order', { key: newKey(), goods: soap, quantity: 1, expected: 8 })
}
