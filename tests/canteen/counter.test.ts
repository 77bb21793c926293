import { residents } from '@/types/residents'
import { volunteers, type PostDraft } from '@/types/volunteers'
import { instantOf, type Day } from '@/types/shared/day'
import type { Meal } from '@/types/shared/meals'
import type { TestCloud } from '../support/cloud'
import { as, codeOf, jingHome, places, resident, staffOf, verify } from '../support/people'
import { crossing } from '../volunteers/crossing'
import {
  clock,
  cook,
  eats,
  helper,
  lunch,
  lunchOf,
  oneOf,
  openCanteen,
  publish,
  refusal,
  saveDish,
  startCanteen,
  today,
} from './kitchen'

let cloud: TestCloud
const li = 'o-li'
let liId = ''
let card = ''

beforeEach(async () => {
  cloud = await startCanteen()
  await openCanteen(cloud)
  liId = (await resident(cloud, li, '李奶奶', { home: jingHome('301') })).id
  await verify(cloud, liId, '1942-03-01', jingHome('301'))
  ;({ card } = await as(cloud, residents, li)('memberCode', {}))
})
afterEach(() => cloud.stop())

const place = async (service: string, dishes: readonly string[], openid = li) =>
  (
    await eats(cloud, openid)('placeOrder', {
      service,
      lines: oneOf(...dishes),
      kind: 'eatIn',
      pay: 'counter',
    })
  ).order

test('an elder is served once by her card: paid there, the second time refused', async () => {
  const { service, dishes } = await lunchOf(cloud, [1000])
  const order = await place(service, dishes)
  expect(await codeOf(eats(cloud, cook)('serve', { service, card }))).toBe('NotServingNow')
  await clock(cloud, '11:20')
  expect(await refusal(eats(cloud, cook)('serve', { service, card }))).toEqual({
    code: 'NotPaid',
    data: { pays: 600 },
  })
  const tap = { key: 'the-cook-hands-it-over', service, card, paidBy: 'cash' as const }
  const served = await eats(cloud, cook)('serve', tap)
  expect(served).toMatchObject({
    provisional: false,
    twice: false,
    line: {
      order: order.id,
      name: '李奶奶',
      birthYear: 1942,
      homeName: '静安里社区 12号楼 2单元301室',
      state: 'served',
      paidBy: 'cash',
      dishes: [{ name: '菜1', portions: 1 }],
    },
  })
  expect(await eats(cloud, cook)('serve', tap)).toEqual(served)
  expect(await codeOf(eats(cloud, helper)('serve', { service, card }))).toBe('AlreadyServed')
  expect(await codeOf(eats(cloud, helper)('serve', { service, order: order.id }))).toBe(
    'AlreadyServed',
  )
  expect(await eats(cloud, li)('order', { order: order.id })).toMatchObject({ state: 'served' })
  expect(await codeOf(eats(cloud, li)('cancelOrder', { order: order.id }))).toBe('NotChangeable')
  expect(await codeOf(eats(cloud, cook)('serve', { service, card: 'dl_mnobody' }))).toBe(
    'CardUnknown',
  )
})

test('of two orders of one person the card hands over one after the other', async () => {
  const { service, dishes } = await lunchOf(cloud, [1000])
  const first = await place(service, dishes)
  const second = await place(service, dishes)
  await clock(cloud, '11:00')
  const hand = async () =>
    (await eats(cloud, cook)('serve', { service, card, paidBy: 'card' })).line.order
  expect(await hand()).toBe(first.id)
  expect(await hand()).toBe(second.id)
  expect(await codeOf(hand())).toBe('AlreadyServed')
})

test('a walk-in without an order is sold the counter’s portions at her own price', async () => {
  const { service, dishes } = await lunchOf(cloud, [1000, 500])
  await clock(cloud, '11:00')
  const lines = oneOf(...dishes)
  expect(await eats(cloud, cook)('counterQuote', { service, person: liId, lines })).toMatchObject({
    pays: 900,
  })
  const tap = { key: 'sold-to-li-at-eleven', service, person: liId, lines, paidBy: 'cash' as const }
  const sold = await eats(cloud, cook)('counterSale', { ...tap, expected: 900 })
  expect(sold).toMatchObject({
    state: 'served',
    paidBy: 'cash',
    pays: 900,
    person: { id: liId, name: '李奶奶' },
    by: '马师傅',
  })
  expect(await eats(cloud, cook)('counterSale', tap)).toEqual(sold)
  // Her second meal is at full price, and somebody nobody knows pays it too.
  expect(await eats(cloud, cook)('counterQuote', { service, person: liId, lines })).toMatchObject({
    pays: 1500,
  })
  expect(await eats(cloud, cook)('counterSale', { service, lines, paidBy: 'card' })).toMatchObject({
    pays: 1500,
    person: null,
    reason: { kind: 'unknown' },
  })
  const { counterLeft, items, served } = await eats(cloud, cook)('queue', { service })
  // Two of ten for the counter; ordering is over, so the other eight are sold there too.
  expect(counterLeft.map(({ left }) => left)).toEqual([8, 8])
  expect(served).toBe(2)
  expect(items.map(({ name }) => name).sort()).toEqual(['', '李奶奶'])
})

test('before the cut-off the counter sells its own portions only, and orders do not touch them', async () => {
  const { service, dishes } = await lunchOf(cloud, [1000], { cutOff: instantOf(today, '11:30') }, 5)
  await clock(cloud, '11:00')
  const sell = () =>
    eats(cloud, cook)('counterSale', { service, lines: oneOf(...dishes), paidBy: 'cash' })
  await sell()
  expect(await refusal(sell())).toMatchObject({ code: 'SoldOut', data: { left: 0 } })
  for (let i = 0; i < 4; i++) await place(service, dishes)
  expect(await codeOf(place(service, dishes))).toBe('SoldOut')
  await clock(cloud, '11:30')
  expect(await codeOf(sell())).toBe('SoldOut')
})

test('scans without a network: the earlier one counts, the other stays on the list', async () => {
  const { service, dishes } = await lunchOf(cloud, [1000])
  const order = await place(service, dishes)
  await eats(cloud, cook)('markPaid', { order: order.id, paidBy: 'card' })
  const scan = (time: string, nonce: string) => ({
    service,
    order: order.id,
    scannedAt: instantOf(today, time),
    nonce,
  })
  await clock(cloud, '14:00')
  const late = scan('11:40', 'nonce-of-the-helper')
  expect(await eats(cloud, helper)('serve', late)).toMatchObject({
    provisional: true,
    twice: false,
  })
  const early = scan('11:20', 'nonce-of-the-cook-11')
  expect(await eats(cloud, cook)('serve', early)).toMatchObject({
    provisional: true,
    twice: true,
    line: { servedAt: early.scannedAt },
  })
  // The phone sends what it has again, under another key.
  expect(await eats(cloud, helper)('serve', late)).toMatchObject({ twice: true })
  const { servedTwice } = await eats(cloud, cook)('queue', { service })
  expect(servedTwice).toEqual([
    {
      ...{ order: order.id, name: '李奶奶', at: late.scannedAt, by: '何阿姨' },
      ...{ paidBy: null, pays: 600 },
    },
  ])
  expect((await eats(cloud, cook)('settlement', { month: '2026-11' })).servedTwice).toBe(1)
  await clock(cloud, '11:30', 1)
  expect(await codeOf(eats(cloud, cook)('serve', scan('11:25', 'nonce-much-too-late')))).toBe(
    'ScannedTooLongAgo',
  )
})

test('what nobody collected is waste when it was not paid, and a scan that comes late still counts', async () => {
  const { service, dishes } = await lunchOf(cloud, [1000])
  const unpaid = await place(service, dishes)
  const paid = await place(service, dishes)
  await eats(cloud, cook)('markPaid', { order: paid.id, paidBy: 'cash' })
  expect(await codeOf(eats(cloud, cook)('markPaid', { order: paid.id, paidBy: 'cash' }))).toBe(
    'AlreadyPaid',
  )
  await clock(cloud, '12:59')
  await cloud.timer('jobs')
  expect(await eats(cloud, li)('order', { order: unpaid.id })).toMatchObject({ state: 'placed' })
  await clock(cloud, '13:05')
  await cloud.timer('jobs')
  expect(await eats(cloud, li)('order', { order: unpaid.id })).toMatchObject({
    state: 'notCollected',
  })
  const month = await eats(cloud, cook)('settlement', { month: '2026-11' })
  expect(month).toMatchObject({
    orders: 1,
    pays: paid.pays,
    waste: { orders: 1, portions: 1, gross: 1000 },
  })
  const scan = {
    service,
    order: paid.id,
    scannedAt: instantOf(today, '12:10'),
    nonce: 'nonce-found-in-a-pocket',
  }
  expect((await eats(cloud, cook)('serve', scan)).line).toMatchObject({ state: 'served' })
  expect(await eats(cloud, li)('order', { order: paid.id })).toMatchObject({ state: 'served' })
})

test('the kitchen sees what to cook, and what goes to which building', async () => {
  const { service, dishes } = await lunchOf(cloud, [1000, 400], {
    day: '2026-11-22',
    cutOff: instantOf('2026-11-22', '10:00'),
  })
  await eats(cloud, li)('placeOrder', {
    service,
    lines: [{ dish: dishes[0]!, portions: 3 }],
    kind: 'delivery',
    cannotLeave: true,
    note: '不要辣',
    pay: 'counter',
  })
  await place(service, [dishes[1]!])
  expect(await eats(cloud, cook)('kitchenSheet', { service })).toMatchObject({
    dishes: [
      { name: '菜1', ordered: 3, counter: 2, eatIn: 0, takeAway: 0, delivery: 3 },
      { name: '菜2', ordered: 1, counter: 2, eatIn: 1, takeAway: 0, delivery: 0 },
    ],
    notes: [{ note: '不要辣', dishes: '菜1' }],
  })
  const list = await eats(cloud, cook)('deliveries', { service })
  expect(list.buildings).toMatchObject([
    {
      building: '静安里社区 12号楼',
      items: [{ name: '李奶奶', note: '不要辣', cannotLeave: true }],
    },
  ])
})

describe('who carries a meal', () => {
  const centreStaff = () => as(cloud, volunteers, staffOf.centreStaff)
  const noon = {
    kind: 'delivery',
    ...{ title: '中午', placeName: '中心一楼', needed: 3 },
    node: places.centre,
    startsAt: instantOf('2026-11-22', '10:30'),
    endsAt: instantOf('2026-11-22', '13:00'),
  } as const
  const carries = (meal: Meal, node: string = places.centre) => ({ carries: { node, meal } })
  const volunteer = async (openid: string, name: string, ...said: string[]) => {
    const { id: person } = await resident(cloud, openid, name)
    const role = { person, role: 'volunteer' as const, node: places.centre }
    await as(cloud, residents, staffOf.admin)('grantRole', role)
    for (const shift of said) await as(cloud, volunteers, openid)('confirmShift', { shift })
  }
  /** What somebody is shown of a shift: the meal, or why none. */
  const seen = async (openid: string, shift: string) => {
    const list = eats(cloud, openid)('deliveries', { shift })
    const code = await codeOf(list)
    return code === 'ok' ? (await list).service.meal : code
  }
  const deliver = (service: string, dish: string) =>
    eats(cloud, li)('placeOrder', {
      ...{ service, lines: oneOf(dish), kind: 'delivery', cannotLeave: true, pay: 'counter' },
    } as const)

  test('sees its doors on the day itself, as staff chose and changed it for that shift', async () => {
    const { dishes } = await lunchOf(cloud, [1000], { day: '2026-11-22' })
    const evening = { meal: 'dinner', startsAt: '17:00', endsAt: '18:30' } as const
    await publish(cloud, { [dishes[0]!]: 5 }, { ...evening, day: '2026-11-22' })
    const carrying = await centreStaff()('saveShift', { ...noon, ...carries('lunch') })
    const helping = await centreStaff()('saveShift', {
      ...noon,
      kind: 'canteenHelper',
      ...carries('lunch'),
    })
    expect(helping.carries).toBeNull()
    await volunteer('o-carries', '老陈', carrying.id)
    await volunteer('o-cooks', '小陆', helping.id)
    expect(await seen('o-carries', carrying.id)).toBe('NotAllowed')
    await clock(cloud, '09:00', 1)
    expect(await seen('o-carries', carrying.id)).toBe('lunch')
    expect(await seen('o-cooks', carrying.id)).toBe('NotAllowed')
    expect(await seen('o-cooks', helping.id)).toBe('NotAllowed')
    // Who changes something else says nothing of the meal, and it stays.
    const edit = { ...noon, shift: carrying.id, needed: 4 }
    await centreStaff()('saveShift', edit)
    expect(await seen('o-carries', carrying.id)).toBe('lunch')
    await centreStaff()('saveShift', { ...edit, ...carries('dinner') })
    expect(await seen('o-carries', carrying.id)).toBe('dinner')
    await centreStaff()('saveShift', { ...edit, carries: null })
    expect(await seen('o-carries', carrying.id)).toBe('NotAllowed')
  })

  test('from a recurring post finds the meal whichever was made first, and the one planned in place of another', async () => {
    const { dishes } = await lunchOf(cloud, [1000], { day: '2026-11-24' })
    const offers = { [dishes[0]!]: 5 }
    const draft: PostDraft = {
      ...crossing,
      ...{ kind: 'delivery', title: '中午送餐', node: places.centre },
      ...{ recurrence: 'FREQ=DAILY', from: '2026-11-22', startsAt: '10:30', endsAt: '13:00' },
      ...carries('lunch'),
    }
    const save = (changes: Partial<PostDraft>, more: { post?: string; rev: number }) =>
      centreStaff()('savePost', { draft: { ...draft, ...changes }, ...more })
    const { post } = await save({}, { rev: 0 })
    const of = async (day: Day) =>
      (await centreStaff()('shiftsForStaff', { from: day })).items.find(
        (shift) => shift.post === post.id && shift.startsAt === instantOf(day, '10:30'),
      )!.id
    const [sunday, monday, tuesday] = [
      await of('2026-11-22'),
      await of('2026-11-23'),
      await of('2026-11-24'),
    ]
    await volunteer('o-carries', '老陈', sunday, monday, tuesday)
    await clock(cloud, '09:00', 1)
    expect(await seen('o-carries', sunday)).toBe('NoMealYet')
    const plan = { draft: lunch(offers, { day: '2026-11-22' }), publish: false }
    const { service } = await eats(cloud, cook)('saveService', plan)
    expect(await seen('o-carries', sunday)).toBe('NoMealYet')
    await eats(cloud, cook)('publishService', { service })
    await deliver(service, dishes[0]!)
    expect(await seen('o-carries', sunday)).toBe('lunch')
    await eats(cloud, cook)('callOffService', { service, because: '停气了' })
    expect(await seen('o-carries', sunday)).toBe('NoMealYet')
    const anew = await publish(cloud, offers, { day: '2026-11-22' })
    await deliver(anew, dishes[0]!)
    const list = await eats(cloud, 'o-carries')('deliveries', { shift: sunday })
    expect(list).toMatchObject({
      service: { id: anew },
      buildings: [{ building: '静安里社区 12号楼', items: [{ name: '李奶奶' }] }],
    })

    // The shifts ahead follow the post, also those with people on them: nobody has to come at another time.
    const dinner = lunch(offers, { day: '2026-11-23', meal: 'dinner' })
    await eats(cloud, cook)('saveService', { draft: dinner, publish: true })
    expect((await save(carries('dinner'), { post: post.id, rev: 1 })).kept).toEqual([])
    await clock(cloud, '09:00', 2)
    expect(await seen('o-carries', monday)).toBe('dinner')
    // That of Tuesday stays lunch, by hand.
    const tuesdayNoon = {
      startsAt: instantOf('2026-11-24', '10:30'),
      endsAt: instantOf('2026-11-24', '13:00'),
    }
    await centreStaff()('saveShift', {
      ...noon,
      ...tuesdayNoon,
      ...{ shift: tuesday, placeName: draft.placeName, ...carries('lunch') },
    })
    await save({ ...carries('dinner'), bring: '保温箱' }, { post: post.id, rev: 2 })
    await cloud.timer('jobs')
    await clock(cloud, '09:00', 3)
    expect(await seen('o-carries', tuesday)).toBe('lunch')
    // At another time it goes by its post again.
    const wednesday = await of('2026-11-25')
    const byHand = {
      ...{ startsAt: instantOf('2026-11-25', '10:30'), endsAt: instantOf('2026-11-25', '13:00') },
      ...{ placeName: draft.placeName, ...carries('breakfast') },
    }
    await centreStaff()('saveShift', { ...noon, shift: wednesday, ...byHand })
    const evening = { ...carries('dinner'), startsAt: '16:30', endsAt: '18:30' }
    await save(evening, { post: post.id, rev: 3 })
    const { items } = await centreStaff()('shiftsForStaff', { from: '2026-11-25' })
    expect(items.find(({ id }) => id === wednesday)).toMatchObject(carries('dinner'))
  })

  test('is named by who answers for the canteen; a colleague leaves it as it is', async () => {
    const jing = as(cloud, volunteers, staffOf.jingStaff)
    const here = { ...noon, node: places.jing }
    expect(await codeOf(jing('saveShift', { ...here, ...carries('lunch') }))).toBe('NotYourCanteen')
    expect(await codeOf(jing('saveShift', { ...here, ...carries('lunch', 'dl_no') }))).toBe(
      'NotYourCanteen',
    )
    const own = await jing('saveShift', { ...here, ...carries('lunch', places.jing) })
    expect(own.carries).toEqual({ node: places.jing, meal: 'lunch' })
    await centreStaff()('saveShift', { ...here, shift: own.id, ...carries('dinner') })
    const theirs = { node: places.centre, meal: 'dinner' }
    expect(
      await jing('saveShift', { ...here, shift: own.id, needed: 4, ...carries('dinner') }),
    ).toMatchObject({ needed: 4, carries: theirs })
    const draft = { ...crossing, kind: 'delivery', ...carries('lunch') } as const
    expect(await codeOf(jing('savePost', { rev: 0, draft }))).toBe('NotYourCanteen')
    const { post } = await centreStaff()('savePost', { rev: 0, draft })
    const kept = await jing('savePost', { post: post.id, rev: 1, draft: { ...draft, needed: 4 } })
    expect(kept.post).toMatchObject({ needed: 4, carries: draft.carries })
    // What carries nothing to anybody's door keeps no meal.
    const hall = { ...draft, kind: 'hall', needed: 4 } as const
    expect((await jing('savePost', { post: post.id, rev: 2, draft: hall })).post.carries).toBeNull()
  })
})

test('a plan is changed around what people took, and nothing less', async () => {
  const { service, dishes } = await lunchOf(cloud, [1000, 500])
  const [first, second] = [dishes[0]!, dishes[1]!]
  for (let i = 0; i < 3; i++) await place(service, [first])
  const save = (offers: Record<string, number>, change: object = {}, rev?: number) =>
    refusal(
      eats(cloud, cook)('saveService', { service, rev, draft: { ...lunch(offers), ...change } }),
    )
  expect(await save({ [first]: 2, [second]: 5 })).toEqual({
    code: 'PortionsTaken',
    data: { name: '菜1', least: 3 },
  })
  expect(await save({ [second]: 5 })).toMatchObject({ code: 'PortionsTaken' })
  const monday = { day: '2026-11-23', cutOff: instantOf('2026-11-23', '10:00') }
  expect(await save({ [first]: 9, [second]: 5 }, monday)).toMatchObject({ code: 'PortionsTaken' })
  expect(await save({ [first]: 9, [second]: 5 }, {}, 7)).toMatchObject({ code: 'ChangedMeanwhile' })
  expect(await save({ [first]: 9, [second]: 5 }, { counterPercent: 0 }, 1)).toBeNull()
  const { items } = await eats(cloud, cook)('services', { from: today, to: today })
  expect(items).toMatchObject([
    {
      ordered: 3,
      portions: 14,
      counterLeft: 0,
      plan: [
        { dish: first, portions: 9 },
        { dish: second, portions: 5 },
      ],
      offers: [{ left: 6 }, { left: 5 }],
      rev: 2,
    },
  ])
  // As few as are taken: the counter then has none.
  expect(await save({ [first]: 3, [second]: 5 })).toBeNull()
  expect(await codeOf(place(service, [first]))).toBe('SoldOut')
})

test('a menu keeps its dishes as they were, a meal is planned once, and a week is copied', async () => {
  const { service, dishes } = await lunchOf(cloud, [1000])
  const [dish] = dishes as [string]
  await eats(cloud, cook)('saveDish', {
    dish,
    draft: {
      name: '新红烧肉',
      price: 1100,
      marks: ['soft'],
      allergens: [],
      photo: null,
      discountable: true,
    },
  })
  const seen = (await eats(cloud, li)('service', { service })).service.offers
  expect(seen).toMatchObject([{ name: '菜1', price: 1000, allergens: ['soy'] }])
  expect(await codeOf(publish(cloud, { [dish]: 5 }))).toBe('MealTaken')
  const gone = await saveDish(cloud, { name: '不做了' })
  await publish(
    cloud,
    { [dish]: 6, [gone]: 4 },
    {
      day: '2026-11-22',
      cutOff: instantOf('2026-11-21', '20:00'),
    },
  )
  await eats(cloud, cook)('saveDish', {
    dish: gone,
    draft: { name: '不做了', price: 1, marks: [], allergens: [], photo: null, discountable: true },
    retired: true,
  })
  const week = { key: 'copy-the-week-as-it-is', from: '2026-11-16', to: '2026-11-23' }
  expect(await eats(cloud, cook)('copyWeek', week)).toEqual({ planned: 2, skipped: 0 })
  expect(
    await eats(cloud, helper)('copyWeek', { ...week, key: 'and-once-more-by-mistake' }),
  ).toEqual({
    planned: 0,
    skipped: 2,
  })
  const { items } = await eats(cloud, cook)('services', { from: '2026-11-23', to: '2026-11-29' })
  expect(items).toMatchObject([
    {
      day: '2026-11-28',
      state: 'draft',
      startsAt: instantOf('2026-11-28', '11:00'),
      offers: [{ name: '新红烧肉', price: 1100, left: 8 }],
    },
    {
      day: '2026-11-29',
      cutOff: instantOf('2026-11-28', '20:00'),
      plan: [{ dish, portions: 6 }],
    },
  ])
  expect((await eats(cloud, li)('menu', {})).services.map(({ day }) => day)).toEqual([
    '2026-11-21',
    '2026-11-22',
  ])
  await eats(cloud, cook)('publishService', { service: items[0]!.id })
  expect((await eats(cloud, li)('menu', {})).services).toHaveLength(3)
  expect(await codeOf(eats(cloud, li)('service', { service: items[1]!.id }))).toBe('NotFound')
})

test('清真 only where it is licensed', async () => {
  expect(await codeOf(saveDish(cloud, { marks: ['halal'] }))).toBe('NoHalalLicence')
})
