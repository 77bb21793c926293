import { cook, eats, lunchOf, oneOf, openCanteen } from '@/tests/canteen/kitchen'
import type { TestCloud } from '@/tests/support/cloud'
import { describeJourney } from '@/tests/support/journey'
import {
  jingHome,
  places,
  resident,
  saturday,
  seedCentre,
  seedMembers,
  staffOf,
  verify,
} from '@/tests/support/people'

const desk = { width: 1280, height: 800 }

const page = (name: string, params: Record<string, string> = {}): string =>
  `/packages/canteen-staff/${name}/index?${new URLSearchParams(params).toString()}`

const seedCanteen = async (cloud: TestCloud) => {
  await seedCentre(cloud)
  await seedMembers(cloud, [
    { openid: cook, name: '马师傅', role: 'canteenStaff', node: places.centre },
    { openid: 'o-chen', name: '陈师傅', role: 'volunteer', node: places.centre },
  ])
  await openCanteen(cloud)
}

const elder = async (cloud: TestCloud, openid: string, name: string, room: string) => {
  const { id } = await resident(cloud, openid, name, { home: jingHome(room) })
  await verify(cloud, id, '1942-03-05', jingHome(room))
  return id
}

describeJourney(
  '李奶奶 phones: 孙社工 changes her meal, takes her cash, and gives it back when she cannot come; 马师傅 finds the next one',
  async ({ cloud, phone }) => {
    await seedCanteen(cloud)
    const li = await elder(cloud, 'o-li', '李奶奶', '301')
    const { dishes, service } = await lunchOf(cloud, [1250, 300])
    const place = () =>
      eats(cloud, 'o-li')('placeOrder', {
        ...{ service, lines: oneOf(dishes[0]!), kind: 'eatIn', pay: 'counter' },
      })
    await place()

    const sun = await phone(staffOf.centreStaff)
    await sun.open()
    await sun.expectText('孙社工')
    await sun.open(`/packages/residents-staff/person/index?person=${li}`)
    await sun.tap('他订过的餐')
    await sun.expectText('李奶奶订过的餐')
    await sun.expectText('要付 7.50 元')
    await sun.expectText('84 岁 · 6 折')
    await sun.screenshot('their-meals')
    expect(await sun.axe()).toEqual([])
    await sun.tap('午餐，菜1 1 份')
    await sun.expectText('李奶奶的饭订好了')
    await sun.screenshot('meal-on-behalf')
    expect(await sun.axe()).toEqual([])
    await sun.tap('改一改')
    await sun.tap('菜2，增加一份')
    // Her price, not that of whoever types.
    await sun.expectText('2 份，9.30 元')
    await sun.expectText('84 岁 · 6 折')
    await sun.tap('下一步')
    await sun.choose('自取')
    await sun.tap('下一步')
    await sun.tap('就这样改 9.30 元')
    await sun.expectText('李奶奶的饭订好了')
    await sun.tap('他先付，收现金 9.30 元')
    await sun.expectText('现金收到了吗？')
    expect(await sun.axe()).toEqual([])
    await sun.tap('收到了')
    await sun.expectText('现金付过了')
    await sun.expectNoText('改一改')
    await sun.expectText(/可以取消，9.30 元当面退给他/)

    // On her own phone the money that lies at the counter cannot be had back.
    const own = await phone('o-li', { width: 320, height: 568 })
    await own.open()
    await own.expectText('李奶奶')
    await own.open('/packages/canteen/my-meals/index')
    await own.tap('午餐，菜1 1 份、菜2 1 份')
    await own.expectText('钱已经付在柜台了。要改要退，请到餐厅柜台说一声。')
    await own.expectNoText('取消这一单')
    await own.screenshot('meal-paid-at-counter')

    await sun.tap('取消这一单')
    await sun.expectText('付的 9.30 元，请当面退给他。')
    await sun.tap('是的，取消')
    await sun.expectText('当面退了 9.30 元')
    await sun.screenshot('meal-cancelled-on-behalf')
    expect(await sun.axe()).toEqual([])
    expect((await eats(cloud, 'o-li')('mine', {})).items).toMatchObject([
      { state: 'cancelled', paidBy: 'cash', pays: 930, refunded: 930, kind: 'takeAway' },
    ])

    await place()
    const ma = await phone(cook)
    await ma.open()
    await ma.expectText('马师傅')
    await ma.open(page('meal-queue', { service }))
    await ma.expectText('84 岁 · 6 折')
    await ma.tap('李奶奶')
    await ma.tap('改一改、取消、先收钱')
    await ma.expectText('李奶奶的饭订好了')
    await ma.tap('取消这一单')
    await ma.tap('是的，取消')
    await ma.expectText('没有付过钱，不用再付')
    await ma.expectText('本来要付')
    await ma.back()
    await ma.expectText('还没取 0')
  },
  { now: saturday },
)

describeJourney(
  '孙社工 at her desk sets a price, sends 陈师傅 to the doors, closes too early, opens again, and calls the lunch off',
  async ({ cloud, phone }) => {
    await seedCanteen(cloud)
    await elder(cloud, 'o-li', '李奶奶', '301')
    await elder(cloud, 'o-wang', '王秀英', '302')
    const { dishes, service } = await lunchOf(cloud, [1250, 300])
    const lines = oneOf(...dishes)
    const order = async (openid: string, how: object) =>
      (
        await eats(cloud, openid)('placeOrder', {
          service,
          lines,
          kind: 'eatIn',
          pay: 'counter',
          ...how,
        })
      ).order.id
    await order('o-li', { kind: 'delivery', cannotLeave: true, note: '门口有台阶' })
    const paid = await order('o-wang', {})
    await eats(cloud, cook)('markPaid', { order: paid, paidBy: 'cash' })

    const sun = await phone(staffOf.centreStaff, desk)
    await sun.open()
    await sun.expectText('孙社工')
    await sun.open(page('prices'))
    await sun.expectText('从开张起')
    await sun.screenshot('prices')
    expect(await sun.axe()).toEqual([])
    await sun.tap('定新的价钱')
    await sun.fill('从哪天起，年', '2027')
    await sun.fill('从哪天起，月', '1')
    await sun.fill('从哪天起，日', '1')
    await sun.tap('70 岁起 7 折')
    await sun.fill('付原价的百分之几', '75')
    await sun.tap('好了')
    await sun.screenshot('prices-new')
    expect(await sun.axe()).toEqual([])
    await sun.tap('看看到时候付多少')
    await sun.expectText('72 岁的人，10.00 元的饭付 7.50 元')
    await sun.tap('对，存好')
    await sun.expectText('2027年1月1日 开始用')
    await sun.expectText('70 岁起 7.5 折')

    // The shift names the meal it carries: whoever comes finds the doors.
    await sun.open('/packages/volunteers-staff/shift-edit/index')
    await sun.choose('送餐')
    await sun.fill('怎么说', '中午送餐')
    await sun.fill('在哪里', '共享餐厅')
    await sun.tap('下一步')
    await sun.expectText('请选一下送的是哪一餐')
    await sun.choose('午餐')
    await sun.tap('下一步')
    await sun.fill('哪一天，年', '2026')
    await sun.fill('哪一天，月', '11')
    await sun.fill('哪一天，日', '21')
    await sun.fill('几点开始，24 小时制，下午 2 点填 14 点，点', '10')
    await sun.fill('几点开始，24 小时制，下午 2 点填 14 点，分', '30')
    await sun.fill('几点结束，点', '12')
    await sun.fill('几点结束，分', '30')
    await sun.tap('下一步')
    await sun.tap('安排好了')
    await sun.expectText('还没有人')

    const chen = await phone('o-chen', { width: 320, height: 568 })
    await chen.open()
    await chen.expectText('陈师傅')
    await chen.open('/packages/volunteers/shifts/index')
    await chen.tap('我来')
    await chen.tap('看今天送到哪几家')
    await chen.expectText('静安里社区 12号楼，1 家')
    await chen.expectText('要收 9.30 元')
    await chen.expectText('84 岁 · 6 折')
    await chen.expectText('门口有台阶')
    await chen.expectNoText('王秀英')
    await chen.screenshot('deliveries')
    expect(await chen.axe()).toEqual([])

    for (const [name, words] of [
      ['meal-queue', '还没取 2'],
      ['kitchen-sheet', '门口有台阶'],
      ['deliveries', '要收 9.30 元'],
      ['meals', '订了 4 份'],
    ] as const) {
      await sun.open(page(name, { service }))
      await sun.expectText(words)
      await sun.screenshot(`${name}-desk`)
      expect(await sun.axe()).toEqual([])
    }
    await sun.open(page('counter', { service }))
    await sun.tap('菜1')
    await sun.expectText('没有登记的人，按原价')
    await sun.screenshot('counter-desk')
    expect(await sun.axe()).toEqual([])

    await sun.open(page('meal-edit', { service, day: '2026-11-21' }))
    await sun.tap('现在就截止')
    await sun.expectText('现在就截止预订吗？')
    await sun.tap('截止')
    await sun.expectText('提前截止了')
    await sun.expectNoText('同事刚才改了这一餐')
    await sun.screenshot('meal-edit-desk')
    expect(await sun.axe()).toEqual([])
    const wang = await phone('o-wang')
    await wang.open()
    await wang.expectText('王秀英')
    await wang.open('/packages/canteen/menu/index')
    await wang.expectText('订餐截止了')
    await sun.tap('重新开放预订')
    await sun.expectText('现在就截止')
    await wang.open('/packages/canteen/menu/index')
    await wang.expectText('上午 10:00 前可以订')

    await sun.tap('取消这一餐')
    await sun.expectText('请写一句原因')
    await sun.fill(
      '为什么取消，订了的人都会看到，比如：停水了，明天照常，请写一句原因，大家好知道',
      '停水了',
    )
    await sun.tap('取消这一餐')
    await sun.expectText('真的要取消这一餐吗？')
    await sun.page.getByRole('dialog').getByRole('button', { name: '取消这一餐' }).click()
    await sun.expectText('这一餐取消了')

    // Nobody is promised money that does not come by itself, nor asked for any.
    await wang.open('/packages/canteen/my-meals/index')
    await wang.tap('午餐')
    await wang.expectText('现金付的 9.30 元 在餐厅柜台，请您方便的时候来取')
    await wang.expectNoText('原路退回')
    await wang.screenshot('meal-called-off')
    expect(await wang.axe()).toEqual([])
    const li = await phone('o-li')
    await li.open()
    await li.expectText('李奶奶')
    await li.open('/packages/canteen/my-meals/index')
    await li.tap('午餐')
    await li.expectText('餐厅取消了这一餐。没有付过钱，不用您办什么。')
    await li.expectNoText(/^要付/)
    await li.expectNoText('取餐时到柜台付')
  },
  { now: saturday },
)
