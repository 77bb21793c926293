import { canteen } from '@/types/canteen'
import { residents } from '@/types/residents'
import { link } from '@/types/shared/links'
import { clock, cook, eats, helper, lunchOf, oneOf, openCanteen } from '@/tests/canteen/kitchen'
import { describeJourney } from '@/tests/support/journey'
import type { TestCloud } from '@/tests/support/cloud'
import {
  as,
  jingHome,
  places,
  resident,
  saturday,
  seedCentre,
  seedMembers,
  staffOf,
  verify,
} from '@/tests/support/people'

const page = (name: string, params: Record<string, string> = {}): string =>
  `/packages/canteen-staff/${name}/index?${new URLSearchParams(params).toString()}`

const seedCanteen = async (cloud: TestCloud) => {
  await seedCentre(cloud)
  await seedMembers(cloud, [
    { openid: cook, name: '马师傅', role: 'canteenStaff', node: places.centre },
    { openid: helper, name: '何阿姨', role: 'canteenStaff', node: places.centre },
  ])
  await openCanteen(cloud)
}

/** A resident whose birth date staff have seen. */
const elder = async (
  cloud: TestCloud,
  openid: string,
  name: string,
  birthDate: string,
  room: string,
) => {
  const { id } = await resident(cloud, openid, name, { birthDate, home: jingHome(room) })
  await verify(cloud, id, birthDate, jingHome(room))
  return id
}

const cardOf = async (cloud: TestCloud, openid: string) => {
  const { card } = await as(cloud, residents, openid)('memberCode', {})
  return link({ to: 'card', card })
}

describeJourney(
  '马师傅 serves 李奶奶 once: 何阿姨 is refused with her card, and a meal given twice without a network is on the list',
  async ({ cloud, phone }) => {
    await seedCanteen(cloud)
    await elder(cloud, 'o-li', '李奶奶', '1942-03-05', '101')
    await elder(cloud, 'o-wang', '王秀英', '1948-05-01', '302')
    await elder(cloud, 'o-wang2', '王秀英', '1941-02-01', '501')
    const { service, dishes } = await lunchOf(cloud, [1250])
    const order = async (openid: string) =>
      (
        await eats(cloud, openid)('placeOrder', {
          ...{ service, lines: oneOf(...dishes), kind: 'eatIn', note: '', pay: 'counter' },
        })
      ).order.id
    const li = await order('o-li')
    await order('o-wang')
    await order('o-wang2')
    await clock(cloud, '11:31')

    const ma = await phone(cook)
    await ma.open()
    await ma.expectText('马师傅')
    await ma.open(page('meal-queue'))
    await ma.expectText('还没取 3')
    await ma.screenshot('meal-queue')
    expect(await ma.axe()).toEqual([])
    const he = await phone(helper, { width: 320, height: 568 })
    await he.open()
    await he.expectText('何阿姨')
    await he.open(page('meal-queue', { service }))
    await he.expectText('还没取 3')

    await ma.scan(link({ to: 'order', order: li }))
    await ma.tap('扫取餐码或会员码')
    await ma.expectText('7.50 元')
    await ma.expectText('84 岁 · 6 折')
    await ma.screenshot('meal-queue-serving')
    expect(await ma.axe()).toEqual([])
    await ma.tap('收现金，给餐 7.50 元')
    await ma.expectText('李奶奶，给好了')

    await he.scan(await cardOf(cloud, 'o-li'))
    await he.tap('扫取餐码或会员码')
    await he.expectText('李奶奶的餐 上午 11:31 已经给过了')
    await he.expectNoText('收现金')
    await he.screenshot('meal-queue-refused')
    expect(await he.axe()).toEqual([])
    await he.tap('返回')

    // Two of one name: the door tells them apart.
    await he.tap('王秀英，1948 年生 · 静安里社区 12号楼 2单元302室')
    await he.expectText('还有 1 位也叫王秀英')
    await he.offline(true)
    await he.tap('刷卡，给餐 8.75 元')
    await he.expectText('1 份待上传')
    await he.screenshot('meal-queue-offline')
    expect(await he.axe()).toEqual([])
    // Of a card nothing is known without a network, and nothing is promised.
    await he.scan(await cardOf(cloud, 'o-wang2'))
    await he.tap('扫下一位')
    await he.expectText('没有网络，认不出这张卡是谁的，也不知道他订没订')
    await he.expectText(/连上网以后才核对/)
    await he.screenshot('meal-queue-unseen')
    expect(await he.axe()).toEqual([])
    await he.tap('返回，按名字找')

    // Meanwhile the other one of them is asked again, and gives it too.
    await ma.tap('王秀英，1948 年生 · 静安里社区 12号楼 2单元302室')
    await ma.tap('收现金，给餐 8.75 元')
    await ma.expectText('王秀英，给好了')
    await he.offline(false)
    await he.expectText('王秀英的餐给了两次')
    await he.expectNoText('待上传')
    await he.expectText('给了两次 1 份')

    const { served, servedTwice } = await as(cloud, canteen, cook)('queue', { service })
    expect(served).toBe(2)
    expect(servedTwice.map(({ name }) => name)).toEqual(['王秀英'])
  },
  { now: saturday },
)

describeJourney(
  '何阿姨 sells lunch to 李奶奶, who ordered nothing, in four taps from her card, and sells out the fish',
  async ({ cloud, phone }) => {
    await seedCanteen(cloud)
    const li = await elder(cloud, 'o-li', '李奶奶', '1942-03-05', '101')
    const { service } = await lunchOf(cloud, [1250, 300])
    await clock(cloud, '11:31')

    const he = await phone(helper)
    await he.open()
    await he.expectText('何阿姨')
    await he.open(page('counter'))
    await he.expectText('没有扫卡，按原价')
    expect(await he.axe()).toEqual([])

    await he.scan(await cardOf(cloud, 'o-li'))
    await he.tap('扫会员码')
    await he.expectText('李奶奶')
    await he.tap('菜1')
    await he.expectText('84 岁 · 6 折')
    await he.screenshot('counter')
    expect(await he.axe()).toEqual([])
    await he.tap('收现金 7.50 元')
    await he.expectText('现金收到了吗')
    expect(await he.axe()).toEqual([])
    await he.tap('收到了')
    await he.expectText('卖好了，收了 7.50 元')

    const { items, counterLeft } = await as(cloud, canteen, helper)('queue', { service })
    expect(
      items.map(({ person, state, paidBy, pays }) => ({ person, state, paidBy, pays })),
    ).toEqual([{ person: li, state: 'served', paidBy: 'cash', pays: 750 }])
    expect(counterLeft[0]?.left).toBe(9)

    await he.open(page('kitchen-sheet', { service }))
    await he.expectText('菜2')
    await he.choose('还卖菜2')
    await he.expectText('卖完了，谁也订不到')
    await he.screenshot('kitchen-sheet')
    expect(await he.axe()).toEqual([])
    await he.open(page('counter', { service }))
    await he.expectText('3.00 元 · 卖完了')
  },
  { now: saturday },
)

describeJourney(
  '马师傅 plans the lunch of Monday, people eat it, and the month is exported and signed by both sides',
  async ({ cloud, phone }) => {
    await seedCanteen(cloud)
    await elder(cloud, 'o-li', '李奶奶', '1942-03-05', '101')
    await resident(cloud, 'o-zhou', '小周')

    const ma = await phone(cook)
    await ma.open()
    await ma.expectText('马师傅')
    await ma.open(page('dish-edit'))
    await ma.tap('下一步')
    await ma.expectText('请写菜名')
    await ma.fill('菜名，请写菜名', '清蒸鲈鱼')
    await ma.fill('一份多少元，原价，比如 12.5。老人的优惠会自动算', '12.5')
    await ma.tap('下一步')
    await ma.expectText('要有清真食品的经营资格才能标')
    await ma.choose('低盐')
    await ma.choose('鱼')
    await ma.screenshot('dish-edit')
    expect(await ma.axe()).toEqual([])
    await ma.tap('存好')
    await ma.expectText('加好了')

    await ma.open(page('meal-edit', { day: '2026-11-23' }))
    await ma.expectText('第 1 步，共 5 步')
    expect(await ma.axe()).toEqual([])
    await ma.tap('下一步')
    await ma.tap('下一步')
    await ma.expectText('请写在哪里吃')
    await ma.fill('在哪里，比如：一楼餐厅', '一楼餐厅')
    expect(await ma.axe()).toEqual([])
    await ma.tap('下一步')
    await ma.expectText('几点截止预订')
    await ma.tap('下一步')
    await ma.tap('清蒸鲈鱼')
    await ma.expectText('40 份')
    await ma.screenshot('meal-edit-dishes')
    expect(await ma.axe()).toEqual([])
    await ma.tap('下一步')
    await ma.expectText('清蒸鲈鱼 40 份')
    await ma.tap('先存成草稿')
    await ma.expectText('存成草稿了')
    await ma.open(page('meals'))
    await ma.tap('下一周')
    await ma.tap('发布，后天午餐 上午 11:00 到 中午 12:30')
    await ma.expectText('正在接受预订')
    await ma.screenshot('meals')
    expect(await ma.axe()).toEqual([])

    const staff = as(cloud, canteen, cook)
    const { items } = await staff('services', { from: '2026-11-23', to: '2026-11-23' })
    const meal = items[0]
    expect(meal?.state).toBe('published')
    const service = meal?.id ?? ''
    const lines = (meal?.plan ?? []).map(({ dish }) => ({ dish, portions: 2 }))
    const order = async (openid: string) =>
      (
        await eats(cloud, openid)('placeOrder', {
          ...{ service, lines, kind: 'eatIn', note: '', pay: 'counter' },
        })
      ).order
    const paid = [await order('o-li'), await order('o-zhou')]
    await clock(cloud, '11:31', 2)
    for (const { id } of paid) await staff('serve', { service, order: id, paidBy: 'cash' })

    await clock(cloud, '10:00', 12)
    await cloud.timer('jobs')
    // The first answer of the new month tells the phone what day it is.
    await ma.open()
    await ma.expectText('马师傅')
    await ma.open(page('settlement'))
    await ma.tap('上个月')
    await ma.expectText('2026年11月的账')
    // Two portions of 12.50 each: one of hers at 6 折, everything else in full.
    await ma.expectText('50.00 元')
    await ma.expectText('5.00 元')
    await ma.expectText('45.00 元')
    await ma.expectText('现金收了 45.00 元')
    await ma.screenshot('settlement')
    expect(await ma.axe()).toEqual([])
    const { gross, subsidy, pays } = await staff('settlement', { month: '2026-11' })
    expect({ gross, subsidy, pays }).toEqual({
      gross: sum(paid, 'gross'),
      subsidy: sum(paid, 'subsidy'),
      pays: sum(paid, 'pays'),
    })
    const table = await ma.read('导出 Excel 表格')
    expect(table.subarray(0, 2).toString()).toBe('PK')
    await ma.tap('代表食堂签字')
    await ma.tap('对，签字')
    await ma.expectText('食堂：马师傅 签了')

    const sun = await phone(staffOf.centreStaff, { width: 1280, height: 800 })
    await sun.open()
    await sun.expectText('孙社工')
    await sun.open(page('settlement'))
    await sun.tap('上个月')
    await sun.tap('代表中心签字')
    await sun.tap('对，签字')
    await sun.expectText('中心：孙社工 签了')
    expect(await sun.axe()).toEqual([])

    // She brings half of it back in December: an entry of December.
    await sun.tap('退钱给居民')
    await sun.tap('11月23日 星期一午餐')
    await sun.tap('李奶奶，付了 20.00 元')
    await sun.fill('退多少元', '5.5')
    await sun.tap('退钱')
    await sun.expectText('请写一句原因')
    await sun.fill('为什么退，记在账上，比如：汤洒了一半，请写一句原因', '鱼不新鲜')
    await sun.tap('退钱')
    await sun.expectText('退 5.50 元 给李奶奶吗')
    expect(await sun.axe()).toEqual([])
    await sun.page.getByRole('dialog').getByRole('button', { name: '退钱' }).click()
    await sun.expectText('请把 5.50 元 当面退给李奶奶')
    const december = await staff('settlement', { month: '2026-12' })
    expect(december.refunds).toEqual([{ paidBy: 'cash', orders: 1, amount: 550 }])
    expect((await staff('settlement', { month: '2026-11' })).pays).toBe(pays)
  },
  { now: saturday },
)

const sum = <K extends string>(all: ReadonlyArray<Record<K, number>>, part: K): number =>
  all.reduce((total, one) => total + one[part], 0)
