import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import Taro from '@tarojs/taro'
import { cleanup, render, screen, waitFor } from '@testing-library/react/pure'
import * as v from 'valibot'
import type { ComponentType } from 'react'
import { CallError } from '@/src/api/call'
import { learnTime } from '@/src/api/clock'
import { submitKey, type Submit } from '@/src/queries/client'
import AidRequests from '@/src/packages/shop-staff/aid'
import AskAid from '@/src/packages/shop-staff/ask-aid'
import Buying from '@/src/packages/shop-staff/buying'
import Counter from '@/src/packages/shop-staff/counter'
import GoodsList from '@/src/packages/shop-staff/goods'
import HandOver from '@/src/packages/shop-staff/hand-over'
import Ledger from '@/src/packages/shop-staff/ledger'
import LentOut from '@/src/packages/shop-staff/lent'
import StatementPage from '@/src/packages/shop-staff/statement'
import TakeIn from '@/src/packages/shop-staff/take-in'
import OrderGoods from '@/src/packages/shop/order'
import ShopOrders from '@/src/packages/shop/orders'
import Purchases from '@/src/packages/shop/purchases'
import Shelf from '@/src/packages/shop/shelf'
import Statements from '@/src/packages/shop/statements'
import { shop } from '@/types/shop'
import { choose, inSheet, leaveScreen, open, seen, tap, type } from '../support/screens'

// The screens as people meet them: what the cloud answers, and what they send, are held against the contract.

let params: Record<string, string> = {}
jest.mock('@tarojs/taro', () => ({
  ...jest.requireActual<object>('@tarojs/taro'),
  __esModule: true,
  useRouter: () => ({ params }),
}))
jest.mock('@/src/queries/client', () => ({ submitKey: ['submit'], retryDelay: 0 }))

const answers: Record<string, unknown> = {}
const asked: [procedure: string, input: unknown][] = []
const sent: Submit[] = []
jest.mock('@/src/api/call', () => {
  const actual = jest.requireActual<{ CallError: typeof CallError }>('@/src/api/call')
  return {
    ...actual,
    call: (module: 'shop', procedure: string, input: object) => {
      asked.push([`${module}.${procedure}`, input])
      const value = answers[`${module}.${procedure}`]
      if (value instanceof actual.CallError) return Promise.reject(value)
      return value === undefined
        ? Promise.reject(new actual.CallError(module, 'Offline'))
        : Promise.resolve(value)
    },
  }
})

type Name = keyof typeof shop.procedures

/** What the cloud answers, as the contract has it. */
const answer = (procedure: Name, value: unknown) => {
  answers[`shop.${procedure}`] = v.parse(shop.procedures[procedure].output, value)
}
const page = (...items: readonly unknown[]) => ({ items, next: null })
const opened: string[] = []

const me = { id: 'dl_pliu', name: '刘女士' }
const mother = { id: 'dl_pzhang', name: '张奶奶' }
const at = Date.parse('2026-11-21T09:00:00+08:00')
const until = Date.parse('2026-11-29T00:00:00+08:00')
const about = {
  placeName: '中心一楼',
  opens: '周一到周六 9:00 到 16:30',
  charity: null,
  edition: 1,
}
const reach = { homeName: '静安里社区 12号楼', phoneMasked: '138****0001' }

const rice = {
  ...{ id: 'dl_g1', name: '大米', category: 'food', unit: '袋', about: '5 公斤装', photo: null },
  ...{ points: 30, fen: 2500, perMonth: null, bestBefore: null, left: 3, missing: 0 },
}
const wheelchair = {
  ...rice,
  ...{ id: 'dl_g2', name: '轮椅', category: 'lending', unit: '辆', points: null, fen: null },
}
const forStaff = (goods: typeof rice | typeof wheelchair) => ({
  ...goods,
  ...{ low: 3, wanted: null, retired: false, edition: 1, photoFile: null, kept: 0, isLow: true },
})
const ofRice = { id: rice.id, name: rice.name, unit: rice.unit }
const order = {
  ...{ id: 'dl_so1', goods: ofRice, quantity: 2, points: 60, person: mother, by: '刘女士' },
  ...{ state: 'waiting', until, at, ...reach },
}
const kept = { id: 'dl_sa1', goods: ofRice, quantity: 1, person: mother, until }
const aid = {
  ...{ ...kept, because: '断粮', askedBy: '赵网格员', state: 'approved', decidedBy: '钱社工' },
  ...{ answer: null, at, mayDecide: false, mayGive: true, ...reach },
}
const purchase = {
  ...{ id: 'dl_sp1', person: mother, what: '止咳糖浆一瓶', most: 3000, fen: null, state: 'asked' },
  ...{ by: '刘女士', because: null, at, ...reach },
}
const bought = { ...purchase, id: 'dl_sp2', state: 'bought', fen: 28_500 }
const redeemed = {
  ...{ id: 'dl_se1', goods: rice.id, name: rice.name, unit: rice.unit, movement: 'redemption' },
  ...{ quantity: -2, points: 60, fen: 0, person: '张奶奶', by: '吕大姐', because: null },
  ...{ ended: null, mayReverse: true, out: 0, at, withGift: false },
}
const lent = {
  ...{ ...redeemed, id: 'dl_se2', movement: 'convenienceService', points: 0, quantity: -1 },
  ...{ name: '轮椅', unit: '辆', out: 1 },
}
const loan = {
  ...{ id: lent.id, goods: { id: wheelchair.id, name: '雨伞', unit: '把' }, out: 3, at },
  ...{ person: mother, ...reach },
}
const statement = {
  month: '2026-10',
  movements: [
    { movement: 'redemption', times: 2, quantity: -3, broughtBack: 0, points: 90, fen: 0 },
  ],
  publishedAt: null,
}
const line = { ...mother, birthYear: 1942, homeName: reach.homeName, verifiedUntil: null }

beforeEach(() => {
  learnTime(Date.parse('2026-11-22T09:00:00+08:00'))
  params = {}
  for (const list of [asked, sent, opened]) list.length = 0
  for (const name of Object.keys(answers)) delete answers[name]
  const role = { role: 'centreStaff', node: 'dl_centre', nodeName: '党群服务中心', until: null }
  Object.assign(answers, {
    'residents.me': { person: me, dependants: [mother], roles: [role] },
    'residents.findPeople': page(line),
    'residents.memberCode': { card: 'c'.repeat(20), name: '张奶奶' },
    'centre.today': { phone: '0411-84000000' },
    'notices.templates': { items: [] },
  })
  answer('shelf', {
    ...page(rice, wheelchair),
    about,
    needed: [{ id: 'dl_g9', name: '雨衣', unit: '件', missing: 7 }],
  })
  answer('goodsOnShelf', { goods: rice, shop: about })
  answer('mine', { points: 40, aid: [kept], orders: page(order) })
  answer('myPurchases', page({ ...bought, because: null }))
  answer('statements', page({ ...statement, publishedAt: at }))
  answer('goodsForStaff', page(forStaff(rice), forStaff(wheelchair)))
  answer('goodsToPick', { items: [rice, wheelchair] })
  answer('customer', {
    ...{ person: mother, points: 100, waiting: [order], aid: [kept], bought: [bought] },
  })
  answer('lentOut', page(loan))
  answer('ordersToHandOver', page(order))
  answer('aidRequests', page(aid))
  answer('purchases', page(purchase))
  answer('ledger', page(redeemed, lent))
  answer('statement', statement)
  Object.assign(Taro, {
    navigateTo: ({ url }: { url: string }) => Promise.resolve(opened.push(url)),
    navigateBack: () => Promise.resolve(),
    getCurrentPages: () => [1, 2],
    pageScrollTo: () => Promise.resolve(),
  })
})

afterEach(leaveScreen)

const show = (Screen: ComponentType) => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  client.setMutationDefaults(submitKey, {
    mutationFn: (submit: Submit) => {
      sent.push(submit)
      const value = answers[`${submit.module}.${submit.procedure}`] ?? {}
      return value instanceof CallError ? Promise.reject(value) : Promise.resolve(value)
    },
  })
  render(
    <QueryClientProvider client={client}>
      <Screen />
    </QueryClientProvider>,
  )
}

/** What was sent, as the contract takes it, without its key. */
const sentAs = async (procedure: Name) => {
  await waitFor(() => expect(sent).toHaveLength(1))
  const [{ procedure: called, input } = { procedure: '', input: {} }] = sent
  expect(called).toBe(procedure)
  const { key, ...rest } = v.parse(shop.procedures[procedure].input, input) as { key: string }
  expect(key).not.toBe('')
  return rest
}

/** At the counter, somebody found by name. */
const findMother = async () => {
  await tap('按名字找')
  await type(/^按名字找/, '张奶奶')
  await tap('找')
  await open(/^张奶奶/)
}

describe('the shelf', () => {
  test('says what is needed of the whole shop, and opens what is lent too', async () => {
    show(Shelf)
    await seen('雨衣 7 件')
    await seen('可以借，不收钱')
    await open(/^轮椅/)
    expect(opened[0]).toContain('goods=dl_g2')
    expect(opened[0]).not.toContain('forResident')
  })

  test('for my mother: her points, and the next page is for her', async () => {
    show(Shelf)
    await choose('张奶奶')
    await seen('张奶奶的积分')
    await waitFor(() => expect(asked).toContainEqual(['shop.mine', { forResident: mother.id }]))
    await open(/^大米/)
    expect(opened[0]).toContain(`forResident=${mother.id}`)
  })
})

describe('ordering ahead', () => {
  test('for my mother with her points; nothing goes before the question is answered', async () => {
    params = { goods: rice.id, forResident: mother.id }
    show(OrderGoods)
    await seen('张奶奶的积分')
    await tap('用 30 积分换')
    await seen('给张奶奶换大米 1 袋吗')
    expect(sent).toEqual([])
    answers['shop.order'] = order
    await inSheet('换')
    expect(await sentAs('order')).toEqual({
      ...{ forResident: mother.id, goods: rice.id, quantity: 1, expected: 30 },
    })
    await seen('留到 11月28日 星期六')
    await seen('周一到周六 9:00 到 16:30')
  })

  test('fewer are left than were chosen: what is shown is what is sent', async () => {
    params = { goods: rice.id }
    answer('mine', { points: 400, aid: [], orders: page() })
    show(OrderGoods)
    await seen('我的积分')
    await tap(/增加/)
    await tap(/增加/)
    await tap('用 90 积分换')
    answer('goodsOnShelf', { goods: { ...rice, left: 2 }, shop: about })
    answers['shop.order'] = new CallError('shop', 'NotEnoughLeft', { left: 2 }, 'order')
    await inSheet('换')
    await seen('只剩 2 份了')
    await tap('用 60 积分换')
    sent.length = 0
    answers['shop.order'] = { ...order, person: me, by: null }
    await inSheet('换')
    expect(await sentAs('order')).toEqual({ goods: rice.id, quantity: 2, expected: 60 })
    await seen('留好了')
  })

  test('what is lent says where to go; what is gone says so', async () => {
    params = { goods: wheelchair.id }
    answer('goodsOnShelf', { goods: wheelchair, shop: about })
    show(OrderGoods)
    await seen('请到超市柜台登记')
    cleanup()
    answers['shop.goodsOnShelf'] = new CallError('shop', 'NotFound')
    show(OrderGoods)
    await seen('这样东西不在货架上了')
  })
})

describe('what waits for us', () => {
  test('aid stands beside what was ordered, with my mother’s own code', async () => {
    show(ShopOrders)
    await seen('留到 11月28日 星期六，超市开门的时候来领')
    await seen('张奶奶的会员码')
    expect(asked).toContainEqual(['residents.memberCode', { forResident: mother.id }])
    await tap(/^不要了/)
    await inSheet('不要了')
    expect(await sentAs('cancelOrder')).toEqual({
      ...{ forResident: mother.id, goods: rice.id, order: order.id },
    })
  })

  test('with nothing it leads to the shelf, without a code', async () => {
    answer('mine', { points: 40, aid: [], orders: page() })
    show(ShopOrders)
    await tap('看货架')
    expect(asked.some(([procedure]) => procedure === 'residents.memberCode')).toBe(false)
  })
})

describe('having something bought', () => {
  test('for my mother, at most so much; who may fetch it is said', async () => {
    show(Purchases)
    await seen('家里人或者志愿者代取也行')
    await choose('张奶奶')
    await tap('托超市买')
    await seen('请写要买什么')
    expect(sent).toEqual([])
    await type(/^要买什么/, '止咳糖浆一瓶')
    await type(/^最多花多少元/, '30')
    await tap('托超市买')
    expect(await sentAs('askPurchase')).toEqual({
      ...{ forResident: mother.id, what: '止咳糖浆一瓶', most: 3000 },
    })
  })

  test('one that did not come says why', async () => {
    answer('myPurchases', page({ ...purchase, state: 'cancelled', because: '几家店都没有' }))
    show(Purchases)
    await seen('超市没有买成：几家店都没有')
  })

  test('staff who act for somebody see what that person asked for, and take it back', async () => {
    params = { forResident: 'dl_pelder' }
    answer('myPurchases', page({ ...purchase, person: { id: 'dl_pelder', name: '秦大爷' } }))
    show(Purchases)
    await tap(/^不买了/)
    expect(asked).toContainEqual(['shop.myPurchases', { forResident: 'dl_pelder' }])
    expect(await sentAs('cancelPurchase')).toEqual({
      ...{ forResident: 'dl_pelder', purchase: purchase.id },
    })
  })
})

describe('the counter', () => {
  test('shows all that waits for who came: aid, what was ordered, what was bought', async () => {
    show(Counter)
    await findMother()
    await open(/大米 1 袋.*救急/)
    await inSheet('交到了')
    expect(await sentAs('giveAid')).toEqual({ aid: kept.id })
    sent.length = 0
    await open(/大米 2 袋.*积分换的/)
    await inSheet('交给他了')
    expect(await sentAs('handOver')).toEqual({ goods: rice.id, order: order.id })
    sent.length = 0
    await open(/止咳糖浆一瓶.*要收 285.00 元/)
    await inSheet('收到了，给他')
    expect(await sentAs('handOverPurchase')).toEqual({ purchase: bought.id, expected: 28_500 })
  })

  test('redeems for the points that are shown', async () => {
    answer('customer', { person: mother, points: 100, waiting: [], aid: [], bought: [] })
    answers['shop.redeem'] = { entry: 'dl_se9', left: 1, points: 60, quantity: 2 }
    show(Counter)
    await findMother()
    await open(/^大米/)
    await tap(/增加/)
    await tap(/扣 60 积分/)
    expect(await sentAs('redeem')).toEqual({
      ...{ person: mother.id, goods: rice.id, quantity: 2, expected: 60 },
    })
  })

  test('what is one’s own is left to a colleague', async () => {
    answers['shop.handOver'] = new CallError('shop', 'NotYourself', {}, 'handOver')
    show(Counter)
    await findMother()
    await open(/大米 2 袋.*积分换的/)
    await inSheet('交给他了')
    await seen('这件事要换一位同事来办')
  })
})

describe('what is bought for people', () => {
  test('the price is told on, and a reason when it cannot be had', async () => {
    show(Buying)
    await seen('静安里社区 12号楼，138****0001')
    await tap(/^买好了/)
    await inSheet('记下来')
    await seen('请写多少元')
    await type(/^实价多少元/, '28.5')
    await inSheet('记下来')
    expect(await sentAs('markBought')).toEqual({ purchase: purchase.id, fen: 2850 })
    sent.length = 0
    await tap(/^买不到/)
    await inSheet('不买了')
    await seen('请写一句原因')
    await type(/^为什么/, '几家店都没有')
    await inSheet('不买了')
    expect(await sentAs('giveUpPurchase')).toEqual({
      ...{ purchase: purchase.id, because: '几家店都没有' },
    })
  })

  test('a wrong price is corrected, and paid as it is shown', async () => {
    answer('purchases', page(bought))
    show(Buying)
    await tap(/^价钱写错了/)
    await type(/^实价多少元/, '28.5')
    await inSheet('记下来')
    expect(await sentAs('markBought')).toEqual({
      ...{ purchase: bought.id, fen: 2850, instead: 28_500 },
    })
    sent.length = 0
    await tap(/^交给他，钱收了/)
    await inSheet('收到了，给他')
    expect(await sentAs('handOverPurchase')).toEqual({ purchase: bought.id, expected: 28_500 })
  })
})

describe('aid', () => {
  test('is asked for with a reason', async () => {
    show(AskAid)
    await findMother()
    await open(/^大米/)
    await tap('交上去')
    await seen('请写一句原因')
    await type(/^为什么急需/, '断粮')
    await tap('交上去')
    expect(await sentAs('askAid')).toEqual({
      ...{ person: mother.id, goods: rice.id, quantity: 1, because: '断粮' },
    })
  })

  test('who approves is told what to do when there is not enough', async () => {
    answer('aidRequests', page({ ...aid, state: 'asked', mayDecide: true, until: null }))
    answers['shop.decideAid'] = new CallError('shop', 'NotEnoughLeft', { left: 0 }, 'decideAid')
    show(AidRequests)
    await tap(/^同意/)
    await inSheet('同意')
    expect(await sentAs('decideAid')).toEqual({ aid: aid.id, approve: true })
    await seen('请等补了货再同意')
  })

  test('what waits can be printed with home and number, and is given', async () => {
    params = { state: 'approved' }
    show(AidRequests)
    expect(await screen.findByRole('button', { name: '打印领取单' })).toBeTruthy()
    await seen('留到 11月28日')
    await tap(/^给他了/)
    await inSheet('交到了')
    expect(await sentAs('giveAid')).toEqual({ aid: aid.id })
  })
})

test('of many goods one is found by name, wherever it stands in the list', async () => {
  const many = Array.from({ length: 40 }, (_, n) => ({ ...rice, id: `dl_b${n}`, name: `书${n}` }))
  answer('goodsToPick', { items: [...many, wheelchair] })
  show(TakeIn)
  await seen('还有 11 样没有列出来')
  expect(screen.queryByRole('link', { name: /^轮椅/ })).toBeNull()
  await type(/^按名字找货品/, '椅')
  await open(/^轮椅/)
  await seen('收轮椅')
})

test('a gift is taken in with its giver', async () => {
  show(TakeIn)
  await open(/^大米/)
  await tap('收下，开收据')
  await seen('请写收了多少')
  expect(sent).toEqual([])
  await type(/^收了几袋/, '8')
  await type(/^名字或单位/, '友好小学')
  await tap('收下，开收据')
  expect(await sentAs('takeIn')).toEqual({ goods: rice.id, quantity: 8, giverName: '友好小学' })
})

test('an entry is taken back with a reason, and what was lent comes back', async () => {
  show(Ledger)
  await tap(/^撤回这一笔，积分兑换/)
  await seen('60 积分退给他')
  await inSheet('撤回')
  await seen('请写一句原因')
  await type(/^为什么撤回/, '拿错了')
  await inSheet('撤回')
  expect(await sentAs('reverse')).toEqual({ entry: redeemed.id, because: '拿错了' })
  sent.length = 0
  await tap(/^还回来了/)
  await inSheet('还回来了')
  expect(await sentAs('takeBack')).toEqual({ entry: lent.id, quantity: 1 })
})

test('of what is lent a part comes back', async () => {
  show(LentOut)
  await open(/^张奶奶.*雨伞 3 把.*12号楼/)
  await tap('这次还几份，减少一把')
  await inSheet('还回来了')
  expect(await sentAs('takeBack')).toEqual({ entry: lent.id, quantity: 2 })
})

test('goods past their date say so on the shelf, on their page and to the keeper', async () => {
  const past = { ...rice, bestBefore: '2026-11-21' }
  answer('shelf', { ...page(past), about, needed: [] })
  show(Shelf)
  await seen('过了保质期，先不换')
  cleanup()
  params = { goods: rice.id }
  answer('goodsOnShelf', { goods: past, shop: about })
  show(OrderGoods)
  await seen('这样东西过了保质期，先不换')
  expect(screen.queryByRole('button', { name: /积分换$/ })).toBeNull()
  cleanup()
  answer('goodsForStaff', page({ ...forStaff(rice), bestBefore: '2026-11-21' }))
  show(GoodsList)
  await seen('2026-11-21 到期，不能再给人')
})

test('a month is made public after a question', async () => {
  show(StatementPage)
  await tap('上个月')
  await tap('公开这个月')
  expect(sent).toEqual([])
  await inSheet('公开')
  expect(await sentAs('publishStatement')).toEqual({ month: '2026-10' })
})

test('a stack of orders is handed over, each by name and home', async () => {
  show(HandOver)
  await open(/^张奶奶.*12号楼/)
  await inSheet('交给他了')
  expect(await sentAs('handOver')).toEqual({ goods: rice.id, order: order.id })
})

const lists: [string, ComponentType, Name, string][] = [
  ['the shelf', Shelf, 'shelf', '慈善超市没有打开'],
  ['one kind of goods', OrderGoods, 'goodsOnShelf', '这样东西没有打开'],
  ['what we ordered', ShopOrders, 'mine', '订的东西没有打开'],
  ['purchases', Purchases, 'myPurchases', '代购没有打开'],
  ['statements', Statements, 'statements', '月报没有打开'],
  ['goods', GoodsList, 'goodsForStaff', '货品没有打开'],
  ['orders to hand over', HandOver, 'ordersToHandOver', '预订没有打开'],
  ['aid', AidRequests, 'aidRequests', '救急申请没有打开'],
  ['buying', Buying, 'purchases', '代购没有打开'],
  ['what is lent', LentOut, 'lentOut', '借出的东西没有打开'],
  ['the ledger', Ledger, 'ledger', '出入库没有打开'],
  ['a month', StatementPage, 'statement', '月报没有打开'],
]

test.each(lists)('%s that does not open says so', async (_name, Screen, procedure, words) => {
  params = { goods: rice.id }
  delete answers[`shop.${procedure}`]
  show(Screen)
  await seen(words)
})

test.each<[string, ComponentType, Name, unknown, string]>([
  ['the shelf', Shelf, 'shelf', { ...page(), about, needed: [] }, '货架上还没有东西'],
  ['purchases', Purchases, 'myPurchases', page(), '还没有托人买过'],
  ['statements', Statements, 'statements', page(), '还没有月报'],
  ['goods', GoodsList, 'goodsForStaff', page(), '还没有货品'],
  ['orders to hand over', HandOver, 'ordersToHandOver', page(), '没有等着取的'],
  ['aid', AidRequests, 'aidRequests', page(), '这里没有申请'],
  ['buying', Buying, 'purchases', page(), '这里没有要办的'],
  ['what is lent', LentOut, 'lentOut', page(), '借出去的都还回来了'],
  ['the ledger', Ledger, 'ledger', page(), '还没有进出'],
  ['a month', StatementPage, 'statement', { ...statement, movements: [] }, '这个月没有进出'],
])('%s with nothing there yet says so', async (_name, Screen, procedure, empty, words) => {
  answer(procedure, empty)
  show(Screen)
  await seen(words)
})
