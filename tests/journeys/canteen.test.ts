import type {} from '@/tests/weapp/host/shell'
import { canteen } from '@/types/canteen'
import { residents } from '@/types/residents'
import { link, scene } from '@/types/shared/links'
import {
  clock,
  cook,
  eats,
  openCanteen,
  publish,
  saveDish,
  today as saturdayDay,
} from '@/tests/canteen/kitchen'
import type { TestCloud } from '@/tests/support/cloud'
import { describeJourney } from '@/tests/support/journey'
import {
  as,
  dl,
  jingHome,
  places,
  resident,
  saturday,
  seedCentre,
  seedMembers,
  verify,
} from '@/tests/support/people'
import type { Phone } from '@/tests/support/phone/phone'
import { addDays, instantOf } from '@/types/shared/day'

const tomorrow = addDays(saturdayDay, 1)

/** The code on the canteen's door. */
const door = { scene: scene({ to: 'service', centre: dl, service: 'canteen' }) }

const seedCanteen = async (cloud: TestCloud, paysByWechat = false) => {
  await seedCentre(cloud)
  await seedMembers(cloud, [
    { openid: cook, name: '马师傅', role: 'canteenStaff', node: places.centre },
  ])
  await openCanteen(cloud, paysByWechat)
  const pork = await saveDish(cloud, { name: '红烧狮子头', price: 1250, marks: ['soft'] })
  const rice = await saveDish(cloud, { name: '米饭', price: 100, allergens: [] })
  return { pork, rice }
}

const lunchOn = (cloud: TestCloud, day: string, dishes: Readonly<Record<string, number>>) =>
  publish(cloud, dishes, { day, cutOff: instantOf(day, '10:00') })

/** Counts what a thumb does. */
const counted = (phone: Phone) => {
  let taps = 0
  return {
    taps: () => taps,
    tap: (name: string) => {
      taps += 1
      return phone.tap(name)
    },
  }
}

describeJourney(
  '刘女士 orders tomorrow’s lunch for her 84-year-old mother, sees 6 折 with the reason, and the mother eats',
  async ({ cloud, phone }) => {
    const { pork, rice } = await seedCanteen(cloud)
    await lunchOn(cloud, tomorrow, { [pork]: 10, [rice]: 50 })
    await resident(cloud, 'o-liu', '刘女士', { birthDate: '1976-09-03' })
    const { id: mother } = await as(
      cloud,
      residents,
      'o-liu',
    )('addDependant', {
      name: '王奶奶',
      birthDate: '1942-03-05',
      relation: 'parent',
      consent: 'spoken',
    })
    await verify(cloud, mother, '1942-03-05', jingHome())

    const liu = await phone('o-liu')
    await liu.open(door)
    await liu.expectText('共享餐厅')
    await liu.expectText('红烧狮子头')
    await liu.expectText('软烂')
    await liu.screenshot('menu')
    expect(await liu.axe()).toEqual([])
    await liu.tap('订明天的午餐')
    await liu.expectText('84 岁 · 6 折')
    await liu.expectText('还没有确认居民身份，暂按原价')
    await liu.choose('王奶奶')
    await liu.screenshot('meal-order-who')
    expect(await liu.axe()).toEqual([])
    await liu.tap('下一步')
    await liu.tap('红烧狮子头，增加一份')
    await liu.expectText('1 份，7.50 元')
    await liu.screenshot('meal-order-dishes')
    expect(await liu.axe()).toEqual([])
    await liu.tap('下一步')
    await liu.choose('送餐')
    await liu.tap('下一步')
    await liu.expectText('王奶奶出不了门吗？')
    expect(await liu.axe()).toEqual([])
    await liu.tap('能出门，我再选')
    await liu.choose('自取')
    await liu.screenshot('meal-order-how')
    expect(await liu.axe()).toEqual([])
    await liu.tap('下一步')
    await liu.expectText('请您看一看，对不对')
    await liu.expectText('84 岁 · 6 折')
    await liu.expectText(/原价 12.50 元，优惠了 5.00 元/)
    await liu.screenshot('meal-order-check')
    expect(await liu.axe()).toEqual([])
    await liu.tap('订好 7.50 元')
    await liu.expectText('王奶奶的饭订好了')
    await liu.expectText('取餐的时候，给工作人员扫')
    await liu.screenshot('meal')
    expect(await liu.axe()).toEqual([])

    // A second portion of the same dish is at full price; what the order held before is not counted against it.
    await liu.tap('改一改')
    await liu.tap('红烧狮子头，增加一份')
    await liu.expectText('2 份，20.00 元')
    await liu.tap('下一步')
    await liu.tap('下一步')
    await liu.tap('就这样改 20.00 元')
    await liu.expectText('王奶奶的饭订好了')
    await liu.expectText('20.00 元')

    const { items } = await as(cloud, canteen, 'o-liu')('mine', {})
    expect(items).toMatchObject([
      { person: { id: mother }, by: '刘女士', kind: 'takeAway', pays: 2000, state: 'placed' },
    ])
    const order = items[0]!.id

    // In the basement there is no network; the code is on the phone all the same.
    await liu.tap('我家订过的餐')
    await liu.expectText('王奶奶的午餐')
    await liu.offline(true)
    await liu.tap('王奶奶的午餐')
    await liu.expectText('取餐的时候，给工作人员扫')
    await liu.expectText(/网络不好，这是.*的内容/)
    await liu.offline(false)

    await clock(cloud, '11:31', 1)
    const ma = await phone(cook)
    await ma.open({ q: link({ to: 'order', order }) })
    await ma.expectText('给餐')
    await ma.tap('收现金，给餐 20.00 元')
    await ma.expectText('王奶奶，给好了')

    await liu.open({ q: link({ to: 'order', order }) })
    await liu.expectText('王奶奶的饭取走了')
    await liu.expectText('现金付过了')
  },
  { now: saturday },
)

describeJourney(
  '李奶奶 repeats her last meal in at most two taps from the code on the door',
  async ({ cloud, phone }) => {
    const { pork, rice } = await seedCanteen(cloud)
    const { id } = await resident(cloud, 'o-li', '李奶奶', {
      birthDate: '1948-03-05',
      home: jingHome(),
    })
    await verify(cloud, id, '1948-03-05')
    const service = await lunchOn(cloud, saturdayDay, { [pork]: 10, [rice]: 50 })
    const placed = await eats(cloud, 'o-li')('placeOrder', {
      service,
      lines: [
        { dish: pork, portions: 1 },
        { dish: rice, portions: 1 },
      ],
      ...{ kind: 'delivery', cannotLeave: true, note: '饭软一点', pay: 'counter' },
    })
    await clock(cloud, '11:31')
    await eats(cloud, cook)('serve', { service, order: placed.order.id, paidBy: 'cash' })
    await lunchOn(cloud, tomorrow, { [pork]: 10, [rice]: 50 })

    const li = await phone('o-li', { width: 320, height: 568 })
    const thumb = counted(li)
    await li.open(door)
    await li.expectText('红烧狮子头 1 份、米饭 1 份')
    await li.screenshot('menu-again')
    expect(await li.axe()).toEqual([])
    await thumb.tap('和上次一样')
    await li.expectText('78 岁 · 7 折')
    await li.expectText('您出不了门，请志愿者送到家。')
    await li.screenshot('meal-order-again')
    await thumb.tap('订好 9.45 元')
    await li.expectText('订好了')
    await li.expectText('2 份')
    expect(thumb.taps()).toBeLessThanOrEqual(2)
    const { items } = await as(cloud, canteen, 'o-li')('mine', {})
    const same = { kind: 'delivery', note: '饭软一点', pays: 945 }
    expect(items).toMatchObject([
      { day: tomorrow, state: 'placed', ...same },
      { day: saturdayDay, state: 'served', ...same },
    ])

    // From Today it is one of the large buttons; the order leads back to its code.
    await li.open()
    await li.tap('吃饭')
    await li.tap('您订的')
    await li.tap('取消这一单')
    await li.expectText('取消这一单吗？')
    await li.screenshot('meal-cancel')
    await li.tap('是的，取消')
    await li.expectText('已经取消了，菜让给了别人。还想吃，请再看看菜单。')
    await li.expectText('没有付过钱，不用再付')
  },
  { now: saturday },
)

describeJourney(
  '小周, new here, gives a name, pays by WeChat, and gets the money back when he cancels',
  async ({ build, cloud, phone }) => {
    const { pork } = await seedCanteen(cloud, true)
    await lunchOn(cloud, tomorrow, { [pork]: 3 })

    const zhou = await phone('o-zhou')
    await zhou.open(door)
    await zhou.expectText('还有 2 份')
    await zhou.tap('订明天的午餐')
    await zhou.fill('您怎么称呼', '小周')
    await zhou.tap('写好了，去点菜')
    await zhou.tap('红烧狮子头，增加一份')
    await zhou.tap('下一步')
    await zhou.choose('现在用微信付')
    await zhou.tap('下一步')
    await zhou.expectText(/请带身份证到服务台确认一次/)
    if (build === 'h5') await zhou.expectText('浏览器演示：不会真的扣钱')
    else {
      await zhou.page.evaluate(() => {
        window.weapp!.answers.pays = false
      })
      await zhou.tap('用微信付 12.50 元')
      await zhou.expectText('等您付钱')
      await zhou.expectText('菜给您留着，请在这段时间里付')
      await zhou.screenshot('meal-paying')
      expect(await zhou.axe()).toEqual([])
      await zhou.page.evaluate(() => {
        window.weapp!.answers.pays = true
      })
    }
    await zhou.tap('用微信付 12.50 元')
    await zhou.expectText('微信付过了')
    await zhou.expectText('订好了')
    await zhou.screenshot('meal-paid')

    await zhou.tap('取消这一单')
    await zhou.expectText(/付的 12.50 元 原路退回微信/)
    await zhou.tap('是的，取消')
    await zhou.expectText('已经取消')
    const { items } = await as(cloud, canteen, 'o-zhou')('mine', {})
    expect(items).toMatchObject([{ state: 'cancelled', paidBy: 'wechat', pays: 1250 }])
  },
  { now: saturday },
)
